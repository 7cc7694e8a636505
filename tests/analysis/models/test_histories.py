"""Histories of the counterfactuals and trials of the models, by hand; who may fit in chapters."""

import re
from pathlib import Path

import pandas as pd
import pytest

from analysis.models import histories
from analysis.models.growth import Forecast

CHAPTERS = Path(__file__).resolve().parents[3] / "chapters"
LEVELS = pd.Series([10.0, 20, 40, 80], index=range(2018, 2022))
COUNTRY = pd.Series([5.0, 10, 20, 40, 50], index=range(2018, 2023))


def last(series, horizon):
    years = range(series.index[-1] + 1, series.index[-1] + 1 + horizon)
    return Forecast(pd.DataFrame([[series.iloc[-1]] * horizon], columns=list(years)), len(series),
                    pd.Series(dtype=float))


def test_park_continues_its_own_growth_and_that_of_longer_series():
    found = histories.park(LEVELS, {"country": COUNTRY}, bases=(2019, 2021), last=2023)
    assert {name: (list(h.series.index), h.horizon, h.factor) for name, h in found.items()} == {
        "park-2019": ([2018, 2019], 4, 1.0),
        "park-2021": ([2018, 2019, 2020, 2021], 2, 1.0),
        "country-2021": ([2018, 2019, 2020, 2021], 2, 2.0)}


def test_forecasts_are_in_the_unit_of_the_park():
    found = histories.forecasts(histories.park(
        LEVELS, {"country": COUNTRY}, bases=(2021,), last=2023), {"last": last})
    assert {key: one.median.to_dict() for key, one in found.items()} == {
        ("park-2021", "last"): {2022: 80, 2023: 80},
        ("country-2021", "last"): {2022: 80, 2023: 80}}


def test_trials_and_samples_name_every_series_that_is_fitted():
    exports = pd.DataFrame({"BY": range(1, 21), "AM": [float("nan")] * 12 + list(range(8))},
                           index=range(2005, 2025), dtype=float)
    tried = histories.trials(exports, "BY")
    errors = tried["belarus"].errors({"last": last})
    assert list(errors["origin"]) == list(range(2013, 2019))
    named = dict(histories.samples(
        histories.park(LEVELS, {}, bases=(2021,), last=2023), tried, exports[["BY"]], 2021))
    # Armenia has too few years for a trial
    assert list(named) == [
        "park-2021",
        *(f"belarus: BY to {year}" for year in range(2013, 2019)),
        "Own trend: BY to 2021"]
    assert len(named["belarus: BY to 2018"]) == 14


def test_scores_are_keyed_by_trial_and_model():
    errors = pd.DataFrame({"model": ["walk", "walk"], "error": [0.0, 0.0],
                           "inside80": [True, False], "inside95": [True, True]})
    row = histories.score_table({"after": errors}).iloc[0]
    assert row[["key", "series", "model", "tests"]].tolist() == [
        "after/walk", "Others, 2022 to 2024", "Random walk with drift", "2"]
    assert row["inside80"] == 50


def test_donors_and_ranks_leave_the_war_out():
    exports = pd.DataFrame(columns=["AL", "BY", "GE", "RU", "UA", "RS"])
    assert histories.donors(exports, "BY") == ["AL", "RS"]
    others = pd.Series({"RU": -0.9, "AL": 0.1, "RS": 0.2})
    assert histories.ranks(-0.5, others) == pytest.approx(
        {"all": 0.5, "calm": 1 / 3, "percent": -39.3469})  # exp(-0.5) is 0.606531


@pytest.mark.parametrize("path", sorted(CHAPTERS.glob("*.md")), ids=lambda p: p.stem)
def test_chapters_fit_no_damped_trend_themselves(path):
    code = "".join(re.findall(r"^```\{code-cell\}.*?^```", path.read_text(encoding="utf-8"),
                              flags=re.M | re.S))
    assert not re.search(
        r"\bgrowth\.(MODELS|damped|fitted)|\bets\.|held_out\(|histories\.park\(", code)
