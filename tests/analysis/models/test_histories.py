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
    found = histories.park(LEVELS, {"Country": COUNTRY}, bases=(2019, 2021), last=2023)
    assert {name: (list(h.series.index), h.horizon, h.factor) for name, h in found.items()} == {
        "The park's growth to 2019": ([2018, 2019], 4, 1.0),
        "The park's growth to 2021": ([2018, 2019, 2020, 2021], 2, 1.0),
        "Country to 2021": ([2018, 2019, 2020, 2021], 2, 2.0)}


def test_forecasts_are_in_the_unit_of_the_park():
    found = histories.forecasts(histories.park(
        LEVELS, {"Country": COUNTRY}, bases=(2021,), last=2023), {"last": last})
    assert {key: one.median.to_dict() for key, one in found.items()} == {
        ("The park's growth to 2021", "last"): {2022: 80, 2023: 80},
        ("Country to 2021", "last"): {2022: 80, 2023: 80}}


def test_trials_and_samples_name_every_series_that_is_fitted():
    exports = pd.DataFrame({"BY": range(1, 21), "AM": [float("nan")] * 12 + list(range(8))},
                           index=range(2005, 2025), dtype=float)
    tried = histories.trials(exports, "BY")
    errors = tried["Belarus, origins 2013 to 2018"].errors({"last": last})
    assert list(errors["origin"]) == list(range(2013, 2019))
    named = dict(histories.samples(
        histories.park(LEVELS, {}, bases=(2021,), last=2023), tried, exports[["BY"]], 2021))
    # Armenia has too few years for a trial
    assert list(named) == [
        "The park's growth to 2021",
        *(f"Belarus, origins 2013 to 2018: BY to {year}" for year in range(2013, 2019)),
        "Own trend: BY to 2021"]
    assert len(named["Belarus, origins 2013 to 2018: BY to 2018"]) == 14


@pytest.mark.parametrize("path", sorted(CHAPTERS.glob("*.md")), ids=lambda p: p.stem)
def test_chapters_fit_damped_trends_through_this_module_only(path):
    code = "".join(re.findall(r"^```\{code-cell\}.*?^```", path.read_text(encoding="utf-8"),
                              flags=re.M | re.S))
    assert not re.search(r"growth\.(damped|fitted)\b|\bets\.|held_out\(|MODELS\[", code)
    loops = re.findall(r"growth\.MODELS\.\w+", code)
    # the only loop over all models is that over the economies' own trends, which samples() lists
    assert len(loops) == code.count("relocation.above_trend(")
