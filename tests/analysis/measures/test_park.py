"""The park's record, by hand."""

import pandas as pd
import pytest

from analysis import measures
from analysis.measures.park import as_printed, derived_rows, in_new_roubles
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


def test_level_of_the_year_before():
    # 2735 after growth of 25% was 2188
    before = measures.year_before(Interval(2735, 2734.5, 2735.5), Interval(25, 24.5, 25.5))
    assert before.value == pytest.approx(2188)
    assert (before.low, before.high) == pytest.approx((2734.5 / 1.255, 2735.5 / 1.245))


def test_export_series_of_the_data():
    series = measures.export_series(tables.load("published"))
    assert list(series.index) == list(range(2013, 2024))
    assert series["basis"].to_dict()[2019] == "derived"
    assert (series["basis"].drop(2019) == "published").all()


def test_growth_table_compares_what_exists():
    levels = {2019: Interval(100, 100, 100), 2020: Interval(125, 120, 130)}
    said = {2020: Interval(31, 30.5, 31.5), 2021: Interval(5, 4.5, 5.5)}
    found = measures.growth_table(levels, said).set_index("year")
    assert found["agree"].tolist() == [False, None]
    assert (found.loc[2020, "implied"].low, found.loc[2020, "implied"].high) == pytest.approx(
        (20, 30))
    assert found.loc[2021, "implied"] is None


def test_redenomination():
    rows = pd.DataFrame({"value": [6_960_000.0, 7400.0], "low": [6_955_000.0, 7350.0],
                         "unit": ["BYR million (before the 2016 redenomination)", "BYN million"]})
    found = in_new_roubles(rows)
    assert found["value"].tolist() == [696.0, 7400.0]
    assert found["low"].tolist() == [695.5, 7350.0]
    assert set(found["unit"]) == {"BYN million"}


def test_production_in_dollars():
    rows = published({"indicator": "park.production", "value": 7400.0, "unit": "BYN million"})
    row = measures.production(rows, pd.Series({2020: 2.5})).iloc[0]
    assert (row["low_usd"], row["central_usd"], row["high_usd"]) == (2940, 2960, 2980)


def test_values_as_printed():
    rows = published({"value": 585.2}, {"value": 585.2, "preferred": False},
                     {"value": 600.0, "qualifier": "over", "preferred": False})
    assert measures.found(rows, "park.exports", ["2020"]) == "585.2; over 600"
    assert measures.kept(rows, "park.exports", ["2020"]) == "585.2"
    assert measures.kept(rows[1:], "park.exports", ["2020"]) == "\N{EN DASH}"
    spread = published({"value": 80.0, "value_high": 90.0, "qualifier": "range"}).iloc[0]
    assert as_printed(spread) == "80 to 90"


def test_left_over_of_a_mean():
    # a mean of 10 over three years with 8 and 9 leaves 13
    rest = measures.left_over(Interval(10, 9, 11), [Interval(8, 8, 8), Interval(9, 8, 9)], 3)
    assert (rest.value, rest.low, rest.high) == (13, 10, 17)


def test_record_rows_tell_parts_of_a_year_from_years():
    rows = published({}, {"period": "2020-H1", "period_end": pd.Timestamp("2020-06-30")},
                     {"period": "2020-03-01", "period_start": pd.Timestamp("2020-03-01"),
                      "period_end": pd.Timestamp("2020-03-01")})
    found = measures.record_rows(rows, {"Exports": "park.exports"})
    assert dict(zip(found["period"], found["kind"])) == {
        "2020": "preferred", "2020-H1": "other", "2020-03-01": "preferred"}
    assert derived_rows("Exports", {2019: Interval(2, 1, 3)}).iloc[0][
        ["middle", "low", "high", "kind"]].tolist() == [2019.5, 1, 3, "derived"]
