"""One break at an unknown date in the mean of a short series."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import optimize, special, stats

from analysis.models.regressors import design, first_periods, residuals


@dataclass(frozen=True)
class Break:
    """Best single break in the mean, its test and the dates that agree with the data.

    Attributes
    ----------
    date : hashable
        First period of the new regime, as in the index of the series.
    last_before : hashable
        Last period of the old regime; other software dates the break by it.
    statistic, p_value : float
        Largest F over the dates, and the share of bootstrap draws that exceed it.
    low, high : hashable
        First and last date that the likelihood ratio does not reject.
    dates : tuple
        All dates that it does not reject; they need not be adjacent.
    bai_low, bai_high : hashable
        Interval by Bai's distribution of the estimated date, which suits large breaks.
    before, after, change : float
        Mean of the old and of the new regime at the average of all other terms, and difference.
    profile : pandas.Series
        F for each date that was tried.
    level : float
        Coverage of the two intervals.
    n : int
        Periods used.
    """

    date: Hashable
    last_before: Hashable
    statistic: float
    p_value: float
    low: Hashable
    high: Hashable
    dates: tuple[Hashable, ...]
    bai_low: Hashable
    bai_high: Hashable
    before: float
    after: float
    change: float
    profile: pd.Series
    level: float
    n: int


def break_in_mean(series: pd.Series, *, trim: float = 0.15, trend: bool = False, seasons: int = 0,
                  lags: int = 0, level: float = 0.95, draws: int = 4999, robust: bool = True,
                  seed: int = 20220224) -> Break:
    """Sup-F (Quandt-Andrews) test and date of one break in the mean.

    For each date that leaves a share `trim` of the periods on either side, F compares the model
    with one mean to the model with two [1]_; trend, seasons and lags stay the same throughout.
    The p-value is by the fixed-regressor bootstrap [2]_. The set of dates inverts the
    likelihood ratio [3]_; `bai_low` and `bai_high` follow [4]_, with a variance for each regime.

    Parameters
    ----------
    series : pandas.Series, shape (periods,)
        Evenly spaced values in order of time.
    trim : float
        Smallest share of periods in a regime, above 0 and below 0.5.
    trend : bool
        Add a linear trend.
    seasons : int
        Periods in a year for seasonal dummies; 0 for none.
    lags : int
        Lags of the series as regressors, against serial correlation, which otherwise makes the
        p-value too small.
    level : float
        Coverage of the intervals.
    draws : int
        Bootstrap draws.
    robust : bool
        Let the bootstrap keep each period's own error variance.
    seed : int
        Of the bootstrap.

    Returns
    -------
    Break

    Raises
    ------
    ValueError
        If a value is missing or there are too few periods.

    References
    ----------
    .. [1] Andrews, D. W. K. (1993). Tests for parameter instability and structural change with
       unknown change point. Econometrica, 61(4), 821-856.
    .. [2] Hansen, B. E. (2000). Testing for structural change in conditional models. Journal of
       Econometrics, 97(1), 93-115.
    .. [3] Eo, Y. and Morley, J. (2015). Likelihood-ratio-based confidence sets for the timing of
       structural breaks. Quantitative Economics, 6(2), 463-497.
    .. [4] Bai, J. (1997). Estimation of a change point in multiple regression models. Review of
       Economics and Statistics, 79(4), 551-563.
    """
    known = design(series.to_frame(), trend=trend, seasons=seasons, lags=lags)
    constant, labels = known.regressors, known.labels
    n, terms = constant.shape
    starts = first_periods(n, trim)
    if n - terms - 1 < 3:
        raise ValueError(f"{n} periods are too few for a break with {terms} other terms")
    steps = residuals(constant, (np.arange(n)[:, None] >= starts).astype(float))
    rest = residuals(constant, known.values)
    profile, squares = (part[:, 0] for part in _f_statistics(steps, rest, n - terms - 1))
    best = int(np.argmax(profile))
    change = float(steps[:, best] @ rest[:, 0] / (steps[:, best] @ steps[:, best]))
    errors = rest[:, 0] - change * steps[:, best]
    draw = np.random.default_rng(seed).standard_normal((n, draws))
    noise = residuals(constant, draw * errors[:, None] if robust else draw)
    largest = _f_statistics(steps, noise, n - terms - 1)[0].max(axis=0)
    ratio = n * np.log(squares / squares[best])
    kept = starts[ratio <= -2 * np.log(1 - np.sqrt(level))]
    reach = starts[best] + _bai_reach(errors, starts[best], change, level)
    bai_low, bai_high = labels[np.clip(reach, 1, n - 1)]
    mean = float(known.values.mean() - change * (n - starts[best]) / n)
    return Break(
        date=labels[starts[best]], last_before=labels[starts[best] - 1],
        statistic=float(profile[best]),
        p_value=float((1 + (largest >= profile[best]).sum()) / (1 + draws)),
        low=labels[kept[0]], high=labels[kept[-1]], dates=tuple(labels[kept]),
        bai_low=bai_low, bai_high=bai_high, before=mean, after=mean + change, change=change,
        profile=pd.Series(profile, index=labels[starts]), level=level, n=n)


def _f_statistics(steps: np.ndarray, rest: np.ndarray,
                  degrees: int) -> tuple[np.ndarray, np.ndarray]:
    """F and residual sum of squares, dates by series, after the constant terms are taken out."""
    length = (steps**2).sum(axis=0)[:, None]
    gain = (steps.T @ rest) ** 2 / length
    squares = (rest**2).sum(axis=0) - gain
    return gain / (squares / degrees), squares


def _bai_reach(errors: np.ndarray, start: int, change: float, level: float) -> np.ndarray:
    """Periods to the first and last date of Bai's interval, relative to the estimate."""
    old, new = (errors[:start] ** 2).mean(), (errors[start:] ** 2).mean()
    scale, tail = change**2 / old, (1 - level) / 2
    # to the right the distribution is as wide as the new regime is noisier than the old one
    reach = 1e4 * max(1.0, new / old)
    low, high = (optimize.brentq(_argmax_excess, -1e4, reach, args=(new / old, chance))
                 for chance in (tail, 1 - tail))
    # whole periods, rounded outwards as is usual
    return np.array([np.floor(-high / scale), np.ceil(-low / scale)]).astype(int)


def _argmax_excess(x: float, ratio: float, chance: float) -> float:
    """Zero where the distribution reaches `chance`."""
    return _argmax_cdf(x, ratio) - chance


def _argmax_cdf(x: float, ratio: float) -> float:
    """Distribution of the scaled error of an estimated date (Bai 1997, appendix).

    `ratio` is the error variance after the break over the one before it.
    """
    if x > 0:
        return 1 - _argmax_cdf_left(x / ratio, 1 / ratio)
    return _argmax_cdf_left(-x, ratio)


def _argmax_cdf_left(x: float, ratio: float) -> float:
    """Chance that the maximum lies more than x to the left of the break."""
    frac = 1 / ratio
    first = -np.sqrt(x / (2 * np.pi)) * np.exp(-x / 8)
    # exp(frac (1 + frac) x / 2) times a normal tail, in a form that does not overflow
    second = ratio * (ratio + 2) / (ratio + 1) * np.exp(-x / 8) * special.erfcx(
        (0.5 + frac) * np.sqrt(x / 2)) / 2
    third = (x / 2 - 2 + (ratio + 2) ** 2 / (ratio + 1)) * stats.norm.cdf(-np.sqrt(x) / 2)
    return float(first - second + third)
