"""Fastest growth on record, by hand."""

import pandas as pd
import pytest

from analysis.measures import export_growth

NAMES = {"A": "Atlantis", "B": "Borduria", "C": "Cagliostro"}


def fastest():
    values = pd.DataFrame({"A": [1.0, 10, 40], "B": [20.0, 30, 45], "C": [None, 20, 10]},
                          index=[2020, 2021, 2022])
    return export_growth.fastest_growth(values, [1, 2], 5)


def test_fastest_growth_starts_from_a_base_of_some_size():
    table = fastest()
    assert table["economy"].to_list() == ["A", "B", "C", "B"]
    assert table["growth"].to_list() == pytest.approx([300, 50, -50, 50])
    assert (table["first"][3], table["last"][3], table["start"][3]) == (2020, 2022, 20)


def test_record_over_each_span_names_its_rows():
    record = export_growth.growth_records(fastest(), NAMES)
    assert record.loc[1, "who"] == "Atlantis, 2021 to 2022"
    assert record.loc[2, "rows"] == ("macro:B/2020/BX.GSR.CCIS.CD", "macro:B/2022/BX.GSR.CCIS.CD")


def test_leaders_are_the_first_of_each_span():
    found = export_growth.growth_leaders(fastest(), [1], NAMES, most=2)
    assert found["economy"].to_dict() == {"1/A": "Atlantis", "1/B": "Borduria"}
    # Borduria grew by half in both years; the first stands
    assert found["years"].to_list() == ["2021 to 2022", "2020 to 2021"]
    assert found["start"].to_list() == [10, 20]
