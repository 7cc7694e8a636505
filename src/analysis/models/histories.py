"""Which histories the counterfactuals of the park continue, and where the models were tried.

One list that the chapter fits and that the tests compare with the true optima.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.models import backtest, relocation
from analysis.models.growth import MODELS, NAMES as NAMED, Forecast, Model, fitted, scaled

# Economies that took in firms and people of the park: they rose after 2021 more than others.
HOSTS = ("GE", "AM", "KZ", "UZ", "LT", "PL")
# Of these, the ones outside the European Union
NEAR = ("GE", "AM", "KZ", "UZ")
# Economies at war, beside the home economy
AT_WAR = ("RU", "UA")
NAMES = {"national-2021": "The country's information services",
         "digital-2021": "The country's digital services",
         "park-2021": "The park to 2021", "park-2019": "The park to 2019"}
TRIALS = {"belarus": "Belarus, origins 2013 to 2018", "before": "Others, 2019 to 2021",
          "after": "Others, 2022 to 2024"}


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
        Key to a series of the country, positive; a forecast of it is scaled to the park's level
        in the last base year.
    bases : tuple of int
        Last years that a model is shown, in order.
    last : int
        Last year of all forecasts.

    Returns
    -------
    dict of str to History
        By key and base year, such as ``park-2019``.
    """
    base = bases[-1]
    own = {f"park-{year}": History(levels.loc[:year], last - year)
           for year in bases}
    return own | {f"{name}-{base}": History(
        series.loc[:base].dropna(), last - base, float(levels[base] / series[base]))
        for name, series in others.items()}


def forecasts(histories: Mapping[str, History],
              models: Mapping[str, Model] = MODELS) -> dict[tuple[str, str], Forecast]:
    """Forecast of each history by each model that it is long enough for, by both keys."""
    return {(name, label): scaled(found, history.factor) for name, history in histories.items()
            for label, found in fitted(history.series, history.horizon, models).items()}


def trials(exports: pd.DataFrame, home: str) -> dict[str, Trial]:
    """Back-tests over three years: of the home economy before 2022, of others before and after.

    They are named by the keys of `TRIALS`.

    Parameters
    ----------
    exports : DataFrame, shape (years, economies)
        Positive or missing.
    home : str
        Column of the home economy.
    """
    peers = {economy: exports[economy] for economy in exports.columns if economy != home}
    return {"belarus": Trial({home: exports[home].dropna()}, tuple(range(2013, 2019)), 3),
            "before": Trial(peers, (2018,), 3), "after": Trial(peers, (2021,), 3)}


def score_table(errors: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Scores of all models in each trial; see `analysis.models.backtest.scores`.

    Parameters
    ----------
    errors : mapping of str to DataFrame
        Key of `TRIALS` to the errors of that trial.

    Returns
    -------
    DataFrame
        ``key`` (trial and model), ``series`` and ``model`` (names), ``tests`` (as text), and the
        scores in percent.
    """
    parts = [backtest.scores(found).assign(trial=trial) for trial, found in errors.items()]
    scored = pd.concat(parts, ignore_index=True)
    return scored.assign(key=scored["trial"] + "/" + scored["model"],
                         series=scored["trial"].map(TRIALS), model=scored["model"].map(NAMED),
                         tests=scored["tests"].astype(str))


def ranks(error: float, others: pd.Series) -> dict[str, float]:
    """Share of errors that are at most as high as one, it included.

    Parameters
    ----------
    error : float
    others : pandas.Series
        By economy.

    Returns
    -------
    dict
        ``all``, and ``calm`` without economies at war; ``percent``, the error itself.
    """
    calm = others.drop(list(AT_WAR), errors="ignore")
    return {"all": backtest.rank_of(error, others), "calm": backtest.rank_of(error, calm),
            "percent": float(100 * np.expm1(error))}


def donors(exports: pd.DataFrame, home: str) -> list[str]:
    """Economies that are neither at war nor hosts of the home economy, in order of columns."""
    return [one for one in exports.columns if one not in (home, *AT_WAR, *HOSTS)]


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
