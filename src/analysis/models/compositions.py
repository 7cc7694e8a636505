"""One break, or another shape of change, in all shares of a whole together.

Shares add up to one, so they are turned into logarithms of ratios first (Aitchison, 1986). All
statistics here rest on determinants of residual cross products and are therefore the same
whatever share stands in the denominator.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from analysis.models.regressors import Design, design, first_periods, residuals


@dataclass(frozen=True)
class CommonBreak:
    """Best single date at which all log-ratios change their means.

    Attributes
    ----------
    date : hashable
        First period of the new regime.
    statistic, p_value : float
        Likelihood ratio at that date, and the share of bootstrap draws that exceed it.
    low, high : hashable
        First and last date that the likelihood ratio does not reject.
    dates : tuple
        All such dates.
    change : pandas.Series
        Change of the mean of each log-ratio.
    profile : pandas.Series
        Likelihood ratio for each date that was tried.
    level : float
        Coverage of the set of dates.
    """

    date: Hashable
    statistic: float
    p_value: float
    low: Hashable
    high: Hashable
    dates: tuple[Hashable, ...]
    change: pd.Series
    profile: pd.Series
    level: float


def common_break(ratios: pd.DataFrame, *, seasons: int = 0, trend: bool = False,
                 lags: int = 0, trim: float = 0.15, level: float = 0.95, draws: int = 1999,
                 seed: int = 20220224) -> CommonBreak:
    """Largest likelihood ratio of a common break in the means of several series.

    The date maximises the Gaussian likelihood of the system [1]_; its confidence set inverts the
    likelihood ratio [2]_. The p-value is by a wild bootstrap with one multiplier a period, which
    keeps each period's variance and the correlation of the series.

    Parameters
    ----------
    ratios : DataFrame, shape (periods, series)
        Log-ratios in order of time.
    seasons : int
        Periods in a year for seasonal dummies; 0 for none.
    trend : bool
        Add a linear trend to each series.
    lags : int
        Periods of all series before that each equation has as regressors, against serial
        dependence.
    trim : float
        Smallest share of periods in a regime.
    level : float
        Coverage of the set of dates.
    draws, seed : int
        Of the bootstrap.

    Raises
    ------
    ValueError
        If a value is missing or there are too few periods.

    References
    ----------
    .. [1] Bai, J., Lumsdaine, R. L. and Stock, J. H. (1998). Testing for and dating common breaks
       in multivariate time series. Review of Economic Studies, 65(3), 395-432.
    .. [2] Eo, Y. and Morley, J. (2015). Likelihood-ratio-based confidence sets for the timing of
       structural breaks. Quantitative Economics, 6(2), 463-497.
    """
    known = design(ratios, trend=trend, seasons=seasons, lags=lags)
    fixed, labels = known.regressors, known.labels
    n, starts = len(labels), first_periods(len(labels), trim)
    if n - fixed.shape[1] - known.values.shape[1] < 5:
        raise ValueError(f"{n} periods are too few for {fixed.shape[1]} other terms")
    steps = residuals(fixed, (np.arange(n)[:, None] >= starts).astype(float))
    steps = steps / np.sqrt((steps**2).sum(axis=0))
    rest = residuals(fixed, known.values)
    profile = _likelihood_ratios(steps, rest[None])[0]
    best = int(profile.argmax())
    errors = rest - np.outer(steps[:, best], steps[:, best] @ rest)
    noise = np.random.default_rng(seed).standard_normal((draws, n, 1)) * errors
    noise = noise - np.einsum("ij,bjk->bik", fixed @ np.linalg.pinv(fixed), noise)
    largest = _likelihood_ratios(steps, noise).max(axis=1)
    kept = starts[profile.max() - profile <= -2 * np.log(1 - np.sqrt(level))]
    raw = residuals(fixed, (np.arange(n) >= starts[best]).astype(float)[:, None])[:, 0]
    return CommonBreak(
        date=labels[starts[best]], statistic=float(profile[best]),
        p_value=float((1 + (largest >= profile[best]).sum()) / (1 + draws)),
        low=labels[kept[0]], high=labels[kept[-1]], dates=tuple(labels[kept]),
        change=pd.Series(raw @ rest / (raw @ raw), index=ratios.columns),
        profile=pd.Series(profile, index=labels[starts]), level=level)


@dataclass(frozen=True)
class Shape:
    """A way in which log-ratios may have changed.

    Attributes
    ----------
    name : str
        One of the rows of `shapes`.
    dates : tuple
        First periods of its steps or bends, none for a trend.
    """

    name: str
    dates: tuple[Hashable, ...]


def shapes(ratios: pd.DataFrame, *, seasons: int = 0, trim: float = 0.15) -> pd.DataFrame:
    """Ways in which the log-ratios may have changed, by the information criterion.

    A step is a new mean, a bend is a mean that begins to drift at a date; dates are those that
    fit best, and count as parameters.

    Parameters
    ----------
    ratios, seasons, trim
        See `common_break`.

    Returns
    -------
    DataFrame
        Indexed by shape (``none``, ``step``, ``two steps``, ``trend``, ``bend``,
        ``step and trend``): ``first`` and ``second`` (dates, missing where there is none),
        ``parameters``, ``bic`` and ``excess``, the criterion above that of the best shape.
    """
    known = design(ratios, seasons=seasons)
    n, starts = len(known.labels), first_periods(len(known.labels), trim)
    time = np.arange(n)
    step = {s: (time >= s).astype(float) for s in starts}
    trend = time.astype(float)
    gap = starts[0]
    candidates = {
        "none": [((), [])],
        "step": [((s,), [step[s]]) for s in starts],
        "two steps": [((s, t), [step[s], step[t]]) for s, t in combinations(starts, 2)
                      if t - s >= gap],
        "trend": [((), [trend])],
        "bend": [((s,), [np.maximum(time - s + 1.0, 0)]) for s in starts],
        "step and trend": [((s,), [step[s], trend]) for s in starts]}
    rows = {name: _best(known, tried) for name, tried in candidates.items()}
    table = pd.DataFrame(rows).T
    table["excess"] = table["bic"].astype(float) - table["bic"].astype(float).min()
    return table


def best_shape(ratios: pd.DataFrame, *, seasons: int = 0) -> Shape:
    """Shape with the least criterion; see `shapes`."""
    table = shapes(ratios, seasons=seasons)
    name = str(table["excess"].idxmin())
    return Shape(name=name, dates=tuple(table.loc[name, ["first", "second"]].dropna()))


def _best(known: Design, tried: list) -> dict:
    n, series = known.values.shape
    fits = []
    for dates, columns in tried:
        terms = np.column_stack([known.regressors, *columns])
        errors = residuals(terms, known.values)
        fits.append((np.linalg.slogdet(errors.T @ errors / n)[1], dates, terms.shape[1]))
    loss, dates, terms = min(fits, key=lambda fit: fit[0])
    parameters = series * terms + len(dates)
    named = [known.labels[d] for d in dates] + [None, None]
    return {"first": named[0], "second": named[1], "parameters": parameters,
            "bic": float(n * loss + parameters * np.log(n))}


def _likelihood_ratios(steps: np.ndarray, rest: np.ndarray) -> np.ndarray:
    """Likelihood ratios n log(|S0| / |S1|), samples by dates; steps have length one."""
    gains = np.einsum("nk,bnd->bkd", steps, rest)
    cross = np.einsum("bnd,bne->bde", rest, rest)
    solved = np.linalg.solve(cross, gains.transpose(0, 2, 1)).transpose(0, 2, 1)
    return -rest.shape[1] * np.log1p(-(gains * solved).sum(axis=2))
