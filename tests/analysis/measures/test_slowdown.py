"""Growth by hand."""

import pandas as pd
import pytest

from analysis import measures
from analysis.measures.slowdown import Pace, annual_growth
from report.intervals import Interval


def points(*values):
    return pd.DataFrame([{"date": d, "value": v, "low": low, "high": high}
                         for d, v, low, high in values])


def test_annual_growth_compounds():
    growth = annual_growth(Interval(100, 100, 100), Interval(144, 121, 169), 2)
    assert (growth.low, growth.value, growth.high) == pytest.approx((10, 20, 30))


def test_fastest_and_latest():
    found = measures.pace_of_growth(points((2020, 100, 100, 100), (2021, 200, 200, 200),
                                 (2021.5, 1, 1, 1), (2022, 220, 210, 230)), since=2020)
    assert found.fastest.value == pytest.approx(100) and found.fastest_until == 2021
    assert (found.latest.low, found.latest.high) == pytest.approx((5, 15))
    assert found.verdict == "slowed"  # 15 is below half of 100


@pytest.mark.parametrize("latest, verdict", [
    (Interval(-3, -5, 0), "reversed"), (Interval(-3, -5, 1), "slowed"),
    (Interval(20, 10, 24), "slowed"), (Interval(20, 10, 26), "not slowed")])
def test_verdict(latest, verdict):
    assert Pace(Interval(60, 50, 70), 2021, latest, 2024).verdict == verdict


def test_too_few_counts():
    with pytest.raises(ValueError, match="fewer than two"):
        measures.pace_of_growth(points((2020, 1, 1, 1), (2021, 2, 2, 2)), since=2020)


def test_pace_of_fall():
    # sums of four quarters: 40 to the end of 2020, 20 a year later, 15 after another
    flow = pd.Series([10] * 4 + [5] * 4 + [5, 5, 5, 0],
                     pd.period_range("2020Q1", periods=12, freq="Q"))
    found = measures.pace_of_fall(flow, pd.Period("2021Q1"))
    assert found.fastest.value == pytest.approx(50) and found.fastest_until == 2022
    assert found.latest.value == pytest.approx(25) and found.latest_until == 2023


def test_yearly_change():
    paths = pd.DataFrame({"key": "observed", "year": [2020, 2020.25, 2020.5, 2020.75, 2021],
                          "path": "a", "index": [10.0, 1, 1, 1, 15]})
    assert measures.yearly_change(paths).to_dict("records") == [
        {"key": "observed", "year": 2021, "path": "a", "change": 50.0}]


def test_on_year_before():
    flow = pd.Series([10.0, 1, 1, 1, 15, 2], pd.period_range("2020Q1", periods=6, freq="Q"))
    assert measures.on_year_before(flow).tolist() == [50, 100]


def test_paces_of_all_counts():
    permits = pd.DataFrame([
        {"reporter": code, "series": "valid", "year": year, "persons": persons}
        for code in ("EU27", "PL", "LT")
        for year, persons in {2018: 1, 2019: 100, 2020: 200, 2021: 220}.items()])
    poland = pd.DataFrame([
        {"key": key, "date": date, "value": value, "low": value, "high": value}
        for key in ("insured", "documents") for date, value in ((2020, 10.0), (2021, 20.0),
                                                                (2022, 10.0))])
    pushes = pd.Series([10] * 4 + [5] * 4 + [5, 5, 5, 0],
                       pd.period_range("2020Q1", periods=12, freq="Q"))
    found = measures.paces(permits, poland, pushes, pd.Period("2021Q1"),
                           {"EU27": "Union", "PL": "Poland", "LT": "Lithuania"}).set_index("key")
    assert found.index.tolist() == ["permits-EU27", "permits-PL", "permits-LT", "insured-PL",
                                    "documents-PL", "pushes-BY"]
    permits_eu = found.loc["permits-EU27"]  # doubled in 2020, up a tenth in 2021
    assert permits_eu["count"] == "Valid permits, Union"
    assert permits_eu["fastest"].value == pytest.approx(100)
    assert permits_eu["latest"].value == pytest.approx(10)
    assert (permits_eu["fastest_until"], permits_eu["latest_until"]) == ("2020 Q4", "2021 Q4")
    assert found["verdict"].tolist() == ["slowed"] * 3 + ["reversed"] * 2 + ["not slowed"]
    assert found.loc["pushes-BY", "latest"].value == pytest.approx(25)
