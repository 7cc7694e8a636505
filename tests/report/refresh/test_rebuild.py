"""How a table is rebuilt and written."""

import pandas as pd

from report.refresh import rebuild


def test_only_tables_of_the_project_are_known():
    assert rebuild.known({"events": None, "of another project": None}) == ["events"]


def test_numbers_are_exact_and_short():
    frame = pd.DataFrame({"economy": ["PL", "BY"], "year": [2021, 2020],
                          "value": [1 / 3, 49259400.0]})
    assert rebuild.as_csv(frame, ["economy", "year", "value"], ["economy", "year"]) == \
        "economy,year,value\nBY,2020,49259400\nPL,2021,0.3333333333333333\n"


def test_table_is_rebuilt_in_the_order_of_its_key():
    made = rebuild.build(lambda store, economies, kept: kept.iloc[::-1], "blocs", store=None)
    assert made.splitlines()[1:] == sorted(made.splitlines()[1:])
