"""Which code rebuilds which table, and how a table is written."""

import pandas as pd
import pytest

from analysis.sources import datasets
from report import tables


def test_each_builder_says_how_it_gets_at_the_files():
    assert set(datasets.ACCESS) == set(datasets.BUILDERS)


def test_other_tables_say_so():
    assert datasets.access("published") == "the project's own table, edited by hand"


@pytest.mark.parametrize("name", datasets.known())
def test_tables_are_written_as_they_stand(name):
    table = tables.load(name)
    for column in table.select_dtypes("datetime"):
        table[column] = table[column].dt.strftime("%Y-%m-%d")
    written = datasets.as_csv(table, list(table.columns), tables.primary_key(name))
    assert written == (tables.DATA / tables.resource(name)["path"]).read_text(encoding="utf-8")


def test_numbers_are_exact_and_short():
    frame = pd.DataFrame({"economy": ["PL", "BY"], "year": [2021, 2020],
                          "value": [1 / 3, 49259400.0]})
    assert datasets.as_csv(frame, ["economy", "year", "value"], ["economy", "year"]) == \
        "economy,year,value\nBY,2020,49259400\nPL,2021,0.3333333333333333\n"
