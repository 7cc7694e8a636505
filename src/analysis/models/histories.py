"""Which histories the counterfactuals of the park continue, and where the models were tried.

One list that the chapter fits and that the tests compare with the true optima.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.models import backtest, relocation
from analysis.models.growth import MODELS, Forecast, Model, fitted, scaled

# Economies that took in firms and people of the park: they rose after 2021 more than others.
HOSTS = ("GE", "AM", "KZ", "UZ", "LT", "PL")


@dataclass(frozen=True)
class History:
    """Growth that a counterfactual continues.

    Attributes
    ----------
    series : pandas.Series
        Positive, by year, to the last year that a model is shown.
    horizon : int
        Years to forecast.
    factor : float
        Turns the unit of the series into that of the forecast.
    """

    series: pd.Series
    horizon: int
    factor: float = 1.0


@dataclass(frozen=True)
class Trial:
    """Series and last years on which forecasts are held against what came; see `backtest`."""

    series: Mapping[str, pd.Series]
    origins: tuple[int, ...]
    horizon: int

    def errors(self, models: Mapping[str, Model] = MODELS) -> pd.DataFrame:
        """Errors as `analysis.models.backtest.held_out` gives them."""
        return backtest.held_out(self.series, models, self.origins, self.horizon)


def park(levels: pd.Series, others: Mapping[str, pd.Series], *, bases: tuple[int, ...],
         last: int) -> dict[str, History]:
    """The park's own growth to each base year, and that of longer series to the last of these.

    Parameters
    ----------
    levels : pandas.Series
        Exports of the park by year.
    others : mapping of str to pandas.Series
        Name to a series of the country, positive; a forecast of it is scaled to the park's level
        in the last base year.
    bases : tuple of int
        Last years that a model is shown, in order.
    last : int
        Last year of all forecasts.

    Returns
    -------
    dict of str to History
    """
    base = bases[-1]
    own = {f"The park's growth to {year}": History(levels.loc[:year], last - year)
           for year in bases}
    return own | {f"{name} to {base}": History(
        series.loc[:base].dropna(), last - base, float(levels[base] / series[base]))
        for name, series in others.items()}


def forecasts(histories: Mapping[str, History],
              models: Mapping[str, Model] = MODELS) -> dict[tuple[str, str], Forecast]:
    """Forecast of each history by each model that it is long enough for, by both names."""
    return {(name, label): scaled(found, history.factor) for name, history in histories.items()
            for label, found in fitted(history.series, history.horizon, models).items()}


def trials(exports: pd.DataFrame, home: str) -> dict[str, Trial]:
    """Back-tests over three years: of the home economy before 2022, of others before and after.

    Parameters
    ----------
    exports : DataFrame, shape (years, economies)
        Positive or missing.
    home : str
        Column of the home economy.
    """
    peers = {economy: exports[economy] for economy in exports.columns if economy != home}
    return {"Belarus, origins 2013 to 2018": Trial(
                {home: exports[home].dropna()}, tuple(range(2013, 2019)), 3),
            "Others, 2019 to 2021": Trial(peers, (2018,), 3),
            "Others, 2022 to 2024": Trial(peers, (2021,), 3)}


def samples(histories: Mapping[str, History], tried: Mapping[str, Trial],
            trends: pd.DataFrame, base: int) -> Iterator[tuple[str, pd.Series]]:
    """Every series that a model is fitted to, with a name that tells where.

    Parameters
    ----------
    histories, tried : mapping
        Of `park` and `trials`.
    trends : DataFrame, shape (years, economies)
        What `analysis.models.relocation.above_trend` is given.
    base : int
        Its base year.
    """
    for name, history in histories.items():
        yield name, history.series
    for name, trial in tried.items():
        for economy, origin, known, _ in backtest.cases(trial.series, trial.origins,
                                                        trial.horizon):
            yield f"{name}: {economy} to {origin}", known
    for economy, known in relocation.known(trends, base).items():
        yield f"Own trend: {economy} to {base}", known
