"""How far two measures of one thing agree over economies, and what one predicts for another."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats


@dataclass(frozen=True)
class Agreement:
    """Correlations of two measures, and the line of one on the other.

    Attributes
    ----------
    n : int
        Units with both.
    correlation, low, high, p_value : float
        Pearson's, with Fisher's interval.
    rank_correlation, rank_low, rank_high : float
        Spearman's, with an interval on the same scale.
    slope, slope_low, slope_high, intercept : float
        Least squares of the second measure on the first; the interval allows for unequal
        variances (HC3).
    level : float
        Coverage of the intervals.
    """

    n: int
    correlation: float
    low: float
    high: float
    p_value: float
    rank_correlation: float
    rank_low: float
    rank_high: float
    slope: float
    slope_low: float
    slope_high: float
    intercept: float
    level: float


@dataclass(frozen=True)
class Prediction:
    """What the line through all other units says of one.

    Attributes
    ----------
    value, low, high : float
        Predicted second measure, with the interval for a single new unit.
    observed, residual : float
        Second measure of the unit, and what it lies above the line; missing if it has none.
    extreme : float
        Share of units, this one included, that lie at least as far from the line through all
        others of them; missing like `residual`.
    n : int
        Other units.
    level : float
        Coverage of the interval.
    """

    value: float
    low: float
    high: float
    observed: float
    residual: float
    extreme: float
    n: int
    level: float


def agreement(pairs: pd.DataFrame, first: str, second: str, *, level: float = 0.95) -> Agreement:
    """Agreement of two measures of the same units.

    Parameters
    ----------
    pairs : DataFrame
        One row a unit, without missing values.
    first, second : str
        Columns; the line is that of the second on the first.
    level : float
        Coverage of the intervals.

    Returns
    -------
    Agreement

    Raises
    ------
    ValueError
        If there are fewer than four units, or a value is missing.

    References
    ----------
    .. [1] Bonett, D. G. and Wright, T. A. (2000). Sample size requirements for estimating
       Pearson, Kendall and Spearman correlations. Psychometrika, 65(1), 23-28. Their standard
       error of the transformed rank correlation is the one used here.
    .. [2] MacKinnon, J. G. and White, H. (1985). Some heteroskedasticity-consistent covariance
       matrix estimators with improved finite sample properties. Journal of Econometrics, 29(3),
       305-325.
    """
    x, y = _columns(pairs, first, second)
    pearson = stats.pearsonr(x, y)
    span = pearson.confidence_interval(level)
    rank = float(stats.spearmanr(x, y).statistic)
    reach = stats.norm.ppf((1 + level) / 2) * np.sqrt((1 + rank**2 / 2) / (len(x) - 3))
    line = sm.OLS(y, sm.add_constant(x)).fit(cov_type="HC3", use_t=True)
    low, high = line.conf_int(1 - level)[1]
    return Agreement(
        n=len(x), correlation=float(pearson.statistic), low=float(span.low),
        high=float(span.high), p_value=float(pearson.pvalue), rank_correlation=rank,
        rank_low=float(np.tanh(np.arctanh(rank) - reach)),
        rank_high=float(np.tanh(np.arctanh(rank) + reach)), slope=float(line.params[1]),
        slope_low=float(low), slope_high=float(high), intercept=float(line.params[0]),
        level=level)


def predict_left_out(pairs: pd.DataFrame, first: str, second: str, unit: Hashable, at: float,
                     *, observed: float | None = None, level: float = 0.95) -> Prediction:
    """Second measure of one unit by the line through all others.

    Parameters
    ----------
    pairs, first, second, level
        See `agreement`; `unit` is left out if it is among the rows.
    unit : hashable
        Label of the unit that is predicted.
    at : float
        Its first measure.
    observed : float, optional
        Its second measure, from wherever it is known.

    Returns
    -------
    Prediction
        The interval is that of least squares with normal errors of one variance; `extreme` needs
        neither, only that no unit is special (the order of residuals, each from the line through
        the others of the same set).

    Raises
    ------
    ValueError
        See `agreement`.
    """
    others = pairs.drop(index=unit, errors="ignore")
    x, y = _columns(others, first, second)
    value, low, high = _predict(x, y, at, level)
    residual, extreme = np.nan, np.nan
    if observed is not None:
        residual = observed - value
        extreme = _extreme(np.append(x, at), np.append(y, observed))
    return Prediction(value=value, low=low, high=high,
                      observed=np.nan if observed is None else float(observed),
                      residual=float(residual), extreme=float(extreme), n=len(x), level=level)


def _columns(pairs: pd.DataFrame, first: str, second: str) -> tuple[np.ndarray, np.ndarray]:
    values = pairs[[first, second]].to_numpy(float)
    if len(values) < 4:
        raise ValueError(f"{len(values)} units are too few")
    if not np.isfinite(values).all():
        raise ValueError("a value is missing or infinite")
    return values[:, 0], values[:, 1]


def _predict(x: np.ndarray, y: np.ndarray, at: float,
             level: float) -> tuple[float, float, float]:
    """Value of the line and the interval for a new observation."""
    line = sm.OLS(y, sm.add_constant(x)).fit()
    found = line.get_prediction(np.array([[1.0, at]])).summary_frame(1 - level).iloc[0]
    return float(found["mean"]), float(found["obs_ci_lower"]), float(found["obs_ci_upper"])


def _extreme(x: np.ndarray, y: np.ndarray) -> float:
    """Share of units whose deleted residual is at least as large as that of the last one."""
    influence = sm.OLS(y, sm.add_constant(x)).fit().get_influence()
    size = np.abs(influence.resid_press)
    return float((size >= size[-1] - 1e-12).mean())
