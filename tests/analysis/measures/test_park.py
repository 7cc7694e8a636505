"""The park's exports by year, by hand."""

import pandas as pd
import pytest

from analysis import measures
from report import tables
from report.intervals import Interval

NAN = float("nan")


def published(*changes):
    base = {"figure": "f", "indicator": "park.exports", "period": "2020", "value": 100.0,
            "period_start": pd.Timestamp("2020-01-01"), "period_end": pd.Timestamp("2020-12-31"),
            "value_high": NAN, "resolution": NAN, "qualifier": "plain", "source": "s",
            "preferred": True, "unit": "USD million"}
    return pd.DataFrame([base | {"figure": f"f{i}"} | c for i, c in enumerate(changes)])


def test_annual_takes_preferred_figures_of_whole_years():
    rows = published({}, {"preferred": False, "period": "2021"}, {"period": "2022-H1"},
                     {"period": "2019", "value": 125.0, "resolution": 1.0})
    found = measures.annual(rows, "park.exports")
    assert sorted(found) == [2019, 2020]
    assert found[2019] == Interval(125, 124.5, 125.5, ("f3",))


def test_export_series_of_the_data():
    series = measures.export_series(tables.load("published"))
    assert list(series.index) == list(range(2013, 2024))
    assert series["basis"].to_dict()[2019] == "derived"
    assert (series["basis"].drop(2019) == "published").all()


def test_export_points_stand_in_the_middle_of_their_years():
    series = pd.DataFrame({"exports": [Interval(5, 4, 6)], "basis": ["derived"]}, index=[2019])
    assert measures.export_points(series).iloc[0].to_dict() == {
        "key": "preferred/2019", "middle": 2019.5, "low": 4, "central": 5, "high": 6,
        "period": "2019", "basis": "derived", "figure": "preferred series"}


def test_whole_years_leave_parts_of_a_year_out():
    rows = published({}, {"period": "2020-H1"})
    assert measures.whole_years(rows, "park.exports")["figure"].tolist() == ["f0"]


def test_growth_by_year_compares_what_exists():
    levels = {2019: Interval(100, 100, 100), 2020: Interval(125, 120, 130)}
    said = {2020: Interval(31, 30.5, 31.5), 2021: Interval(5, 4.5, 5.5)}
    found = measures.growth_by_year(levels, said).set_index("year")
    assert found["agree"].tolist() == [False, None]
    assert (found.loc[2020, "implied"].low, found.loc[2020, "implied"].high) == pytest.approx(
        (20, 30))
    assert found.loc[2021, "implied"] is None


def test_growth_that_gives_a_level_is_not_held_against_it():
    found = measures.growth_table(tables.load("published")).set_index("key")
    assert found.loc["2020", "implied"] is None and found.loc["2020", "agree"] is None
    # 1,415.8 after 1,025.3 is a rise of 38%
    assert found.loc["2018", "implied"].value == pytest.approx(100 * (1415.8 / 1025.3 - 1), abs=0.1)
    assert found.loc["2019", "basis"] == "level of 2019 derived"
    central = {year: one.value for year, one in found["implied"].items() if one}
    assert sorted(year for year in central if central[year] < central["2021"]) == [
        "2016", "2022", "2023"]  # the lowest growth since 2016, as the text has it
    assert found.loc["2018", "basis"] == "levels published"


def test_record_holds_all_printed_values_and_the_joined_ones():
    found = measures.export_record(tables.load("published"))
    joined = found[found["joined"]]
    assert joined["key"].str.startswith("preferred/").all()
    assert joined["period"].tolist() == [str(year) for year in range(2013, 2024)]
    assert (found.loc[~found["joined"], "key"] == found.loc[~found["joined"], "figure"]).all()
