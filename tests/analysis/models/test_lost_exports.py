"""Counterfactual exports and what was lost against each, by hand."""

import pandas as pd
import pytest

from analysis import measures
from analysis.models import growth, histories, lost_exports
from analysis.models.growth import Forecast
from report import tables
from report.intervals import Interval


def path(*values, start=2022):
    return Forecast(pd.DataFrame([values], columns=range(start, start + len(values))), 3,
                    pd.Series(dtype=float))


def exact(value):
    return Interval(value, value, value)


OBSERVED = {2022: exact(3000), 2023: exact(2000), 2024: exact(2000)}
PATHS = {("none", "level"): path(4000.0, 4000, 4000),
         ("others", "growth"): path(5000.0, 6000, 7000)}


def test_losses_are_in_billions():
    found = lost_exports.losses(PATHS, OBSERVED, [2022, 2023])
    assert found["none", "level"] == exact(3)


def test_shortfalls_against_each_path_and_gdp():
    found = lost_exports.shortfalls(PATHS, OBSERVED, pd.Series({2022: 40_000, 2023: 60_000}))
    found = found.set_index("key")
    assert found.loc["none/level", ["median", "share"]].tolist() == pytest.approx([3, 3])
    assert found.loc["others/growth", "three"].value == pytest.approx(11)
    assert found["base"].tolist() == ["Benchmark: no growth", "Ten other economies"]
    assert found["history"].tolist() == ["none", "others"]


def test_medians_of_some_histories():
    table = pd.DataFrame({"history": ["a", "a", "b", "c"], "median": [3.0, 5.0, 4.0, 9.0]})
    assert lost_exports.medians(table, "a", "b") == Interval(4, 3, 5)


def test_coverage_that_continued_growth_implies():
    found = {("park-2021", "walk"): path(6000.0, 8000), ("national-2021", "walk"): path(5.0, 4000)}
    assert lost_exports.implied_coverage(found, Interval(0.9, 0.8, 1), 2023) == pytest.approx(1.8)


def test_fan_starts_at_the_base_year():
    levels = pd.Series({2020: 3500.0, 2021: 4000.0})
    found = lost_exports.fan({("park-2021", "walk"): path(4400.0, 4800)}, levels, ["park-2021"])
    by_year = found.set_index("year").sort_index()
    assert by_year["median"].to_dict() == {2021: 4000, 2022: 4400, 2023: 4800}
    assert by_year.loc[2021, ["low", "high"]].tolist() == [4000, 4000]
    assert set(found["panel"]) == {"Growth continued: the park to 2021, USD million"}
    assert set(found["model"]) == {"Random walk with drift"}


def test_points_say_what_was_published():
    found = lost_exports.observed_points({2024: exact(2), 2019: exact(1)}, {2019: "published"})
    assert found["year"].tolist() == [2019, 2024]
    assert found["basis"].tolist() == ["published", "derived"]
    drawn = lost_exports.drawn(found.iloc[:0].rename(columns={"central": "median"}), found)
    assert set(drawn["panel"]) == {"Observed"} and drawn["median"].tolist() == [1, 2]


def test_miss_is_the_log_of_a_ratio_of_sums():
    assert lost_exports.miss(path(3500.0, 3500, 0), OBSERVED, [2022, 2023]) == pytest.approx(
        -0.33647, abs=1e-5)  # ln(5/7)


def test_walk_of_a_steady_doubling():
    # 500, 1000, then 2000 a year later: 2022 and 2023 would have been 4,000 and 8,000
    levels = pd.Series([125.0, 250, 500, 1000, 2000], index=range(2017, 2022))
    assert lost_exports.by_walk(levels, OBSERVED) == pytest.approx(7, abs=0.01)


def test_all_paths_of_a_country():
    years = range(2010, 2022)
    levels = pd.Series([2.0**n for n in range(12)], index=years)
    peers = pd.DataFrame({"A": [10.0] * 15}, index=range(2010, 2025))
    found = lost_exports.paths(levels.loc[2013:], {"national": levels, "digital": levels}, peers,
                               [2022, 2023, 2024])
    assert list(dict.fromkeys(history for history, _ in found)) == [
        "national-2021", "digital-2021", "park-2021", "park-2019", "others", "none"]
    assert set(found) >= {("national-2021", "damped"), ("park-2019", "line")}
    assert ("park-2021", "damped") not in found  # nine years
    assert found["others", "growth"].median[2024] == levels[2021]


def test_economies_that_the_text_names_by_their_misses():
    published, macro = tables.load("published"), tables.load("macro")
    ict = measures.usd_million(macro, "BX.GSR.CCIS.CD")
    levels = measures.export_series(published)["exports"].map(lambda one: one.value).loc[:2021]
    walk = histories.forecasts(lost_exports.continued(
        levels, {"national": ict["BY"], "digital": ict["BY"]}, 2024),
        {"walk": growth.drift})["national-2021", "walk"]
    park = lost_exports.miss(walk, measures.park_exports(published, macro), [2022, 2023, 2024])
    after = histories.trials(ict, "BY")["after"].errors({"walk": growth.drift})
    errors = after.set_index("name")["error"]
    assert set(errors[errors <= park].index) == {"RU"}
    assert set(errors.nlargest(3).index) == {"GE", "AM", "KZ"}
    assert {"RU", "UA"} <= set(errors[errors < 0].index)
