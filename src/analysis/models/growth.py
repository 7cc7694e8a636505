"""Forecasts of a growing series from few yearly points, as simulated paths.

Each model takes logarithms, so that its forecasts grow in percent, and gives paths drawn from its
predictive distribution: sums over years and their intervals then need no further assumption.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd
import statsmodels.api as sm

from analysis.models import ets
from report.intervals import Interval, propagate

DRAWS, SEED = 20_000, 20220224


class TooShort(ValueError):
    """A series has fewer years than a model needs."""


@dataclass(frozen=True)
class Forecast:
    """Paths that a model holds possible after the last year that it was shown.

    Attributes
    ----------
    paths : pandas.DataFrame, shape (draws, years)
        In the unit of the series, one column a year.
    points : int
        Years that the model was fitted to.
    parameters : pandas.Series
        Estimates, on the logarithmic scale.
    loglik : float
        Greatest log-likelihood of the logarithms, of their yearly changes for the random walk;
        NaN where nothing was fitted.
    """

    paths: pd.DataFrame
    points: int
    parameters: pd.Series
    loglik: float = float("nan")

    @property
    def median(self) -> pd.Series:
        """Median path, by year."""
        return self.paths.median()

    def interval(self, level: float = 0.95) -> pd.DataFrame:
        """Columns ``low`` and ``high`` that hold a share `level` of the paths, by year."""
        bounds = self.paths.quantile([(1 - level) / 2, (1 + level) / 2]).T
        return bounds.set_axis(["low", "high"], axis=1)

    def total(self, years: list[int]) -> np.ndarray:
        """Sum over some years, one value a path."""
        return self.paths[years].sum(axis=1).to_numpy()


Model = Callable[[pd.Series, int], Forecast]


def log_linear(series: pd.Series, horizon: int, *, draws: int = DRAWS,
               seed: int = SEED) -> Forecast:
    """Straight line through the logarithms of all years, errors independent.

    Draws follow the predictive distribution of the normal linear model, so that the uncertainty
    of the line and of its error variance is in them.

    Parameters
    ----------
    series : pandas.Series, shape (years,)
        Positive values, indexed by consecutive years.
    horizon : int
        Years to forecast.
    draws, seed : int
        Number of paths, and seed of the generator.

    Returns
    -------
    Forecast

    Raises
    ------
    ValueError
        If a value is missing or not positive, or years are not consecutive.
    TooShort
        If there are fewer than five years.
    """
    logs = _logs(series)
    n, rng = len(logs), np.random.default_rng(seed)
    fit = sm.OLS(logs, sm.add_constant(np.arange(n))).fit()
    ahead = sm.add_constant(np.arange(n, n + horizon), has_constant="add")
    beta, sigma = _coefficients(fit, draws, rng)
    paths = beta @ ahead.T + sigma[:, None] * rng.standard_normal((draws, horizon))
    return _forecast(series, paths, ["level", "growth"], fit)


def drift(series: pd.Series, horizon: int, *, draws: int = DRAWS, seed: int = SEED) -> Forecast:
    """Random walk of the logarithm with mean growth: starts from the last value.

    The mean growth is estimated by least squares on the yearly growth rates; parameters, result
    and errors are those of `log_linear`.
    """
    logs = _logs(series)
    rng = np.random.default_rng(seed)
    fit = sm.OLS(np.diff(logs), np.ones(len(logs) - 1)).fit()
    mean, sigma = _coefficients(fit, draws, rng)
    steps = mean + sigma[:, None] * rng.standard_normal((draws, horizon))
    return _forecast(series, logs[-1] + steps.cumsum(axis=1), ["growth"], fit)


def damped(series: pd.Series, horizon: int, *, start: float | None = None, draws: int = DRAWS,
           seed: int = SEED) -> Forecast:
    """Damped local trend [1]_: growth fades by a constant factor a year.

    Exponential smoothing with additive errors and a damped additive trend (ETS AAdN [2]_); see
    `analysis.models.ets.fit` for how its greatest likelihood is found and for the limits of its
    parameters. The error variance is that of the residuals over the degrees of freedom; the
    uncertainty of the other parameters is not in the draws, so intervals are too narrow.

    Parameters
    ----------
    series, horizon, draws, seed
        See `log_linear`.
    start : float, optional
        Fixes the smoothing of the level; near 1 the forecast starts from the last value, near 0
        from a smooth curve through all of them. Estimated by default.

    Returns
    -------
    Forecast

    Raises
    ------
    ValueError
        See `log_linear`.
    TooShort
        If there are fewer than `analysis.models.ets.LEAST` years: two for each of the five
        parameters, also where one of them is fixed.

    References
    ----------
    .. [1] Gardner, E. S. and McKenzie, E. (1985). Forecasting trends in time series. Management
       Science, 31(10), 1237-1246.
    .. [2] Hyndman, R. J., Koehler, A. B., Ord, J. K. and Snyder, R. D. (2008). Forecasting with
       Exponential Smoothing: The State Space Approach. Springer.
    """
    logs = _logs(series, least=ets.LEAST)
    fit = ets.fit(logs, level=start)
    free = len(fit.params) - (start is not None)
    sigma = np.sqrt(float((fit.resid**2).sum()) / (len(logs) - free))
    errors = sigma * np.random.default_rng(seed).standard_normal((horizon, draws))
    paths = fit.simulate(horizon, anchor="end", repetitions=draws, random_errors=errors)
    names = ["alpha", "beta", "phi", "level", "growth"]
    return _forecast(series, np.asarray(paths).reshape(horizon, draws).T, names, fit)


MODELS: dict[str, Model] = {
    "line": log_linear, "walk": drift, "damped": damped,
    "damped-last": partial(damped, start=0.95)}
NAMES = {"line": "Log-linear trend", "walk": "Random walk with drift",
         "damped": "Damped local trend", "damped-last": "Damped, from the last value"}


def fitted(series: pd.Series, horizon: int,
           models: Mapping[str, Model] = MODELS) -> dict[str, Forecast]:
    """Forecasts of all models that the series is long enough for, in the order of `models`."""
    found = {}
    for name, model in models.items():
        with suppress(TooShort):
            found[name] = model(series, horizon)
    return found


def _logs(series: pd.Series, least: int = 5) -> np.ndarray:
    values = series.to_numpy(dtype=float)
    if not (np.isfinite(values).all() and (values > 0).all()):
        raise ValueError("the series has values that are missing or not positive")
    if (np.diff(series.index.to_numpy()) != 1).any():
        raise ValueError("the years of the series are not consecutive")
    if len(values) < least:
        raise TooShort(f"{len(values)} years are too few for this model")
    return np.log(values)


def _coefficients(fit, draws: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Coefficients and error deviation, drawn jointly: normal given an inverse chi-square."""
    sigma = np.sqrt(fit.ssr / rng.chisquare(fit.df_resid, draws))
    root = np.linalg.cholesky(np.atleast_2d(fit.normalized_cov_params))
    noise = rng.standard_normal((draws, len(fit.params))) @ root.T
    return fit.params + sigma[:, None] * noise, sigma


def _forecast(series: pd.Series, paths: np.ndarray, names: list[str], fit) -> Forecast:
    years = range(int(series.index[-1]) + 1, int(series.index[-1]) + 1 + paths.shape[1])
    return Forecast(paths=pd.DataFrame(np.exp(paths), columns=list(years)), points=len(series),
                    parameters=pd.Series(np.asarray(fit.params, dtype=float), index=names),
                    loglik=float(fit.llf))


def constant(level: float, years: list[int]) -> Forecast:
    """No growth: one path that stays at a level."""
    return Forecast(paths=pd.DataFrame([[level] * len(years)], columns=years), points=1,
                    parameters=pd.Series({"level": level}))


def like_others(exports: pd.DataFrame, base: int, years: list[int], level: float) -> Forecast:
    """One path for each other economy: a level that grows as that economy did after `base`.

    Parameters
    ----------
    exports : DataFrame, shape (years, economies)
        Positive and complete in the base year and in `years`.
    base : int
        Year in which every path stands at `level`.
    years : list of int
        Years of the paths.
    level : float
        Level of the unit in the base year.
    """
    paths = level * (exports.loc[years] / exports.loc[base]).T
    return Forecast(paths=paths.reset_index(drop=True), points=len(paths),
                    parameters=pd.Series(dtype=float))


def scaled(forecast: Forecast, factor: float) -> Forecast:
    """The same forecast in another unit."""
    return replace(forecast, paths=factor * forecast.paths)


def shortfall(forecast: Forecast, observed: Mapping[int, Interval], years: list[int], *,
              level: float = 0.95) -> Interval:
    """Sum of a forecast over some years less what was observed.

    Parameters
    ----------
    forecast : Forecast
        Must hold all `years`.
    observed : mapping of int to Interval
        Observed values by year, in the unit of the forecast.
    years : list of int
        Years to add up.
    level : float
        Share of paths that the interval holds.

    Returns
    -------
    Interval
        Median less central values; the bounds of the forecast are moved outwards by the range of
        what was observed.
    """
    sums = forecast.total(years)
    low, high = np.quantile(sums, [(1 - level) / 2, (1 + level) / 2])
    seen = propagate(lambda *parts: sum(parts), *(observed[year] for year in years))
    return Interval(float(np.median(sums) - seen.value), float(low - seen.high),
                    float(high - seen.low), seen.rows)
