"""Has a series slowed? Its slope before and after the period in which it moved fastest."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm

from report.intervals import Interval


@dataclass(frozen=True)
class Slopes:
    """Slopes of a broken line, per year.

    Attributes
    ----------
    kink : hashable
        Period in which the slope changes.
    before, after, change : Interval
        Slope up to `kink`, after it, and difference, with bounds at `level`; unit of the series
        per year.
    lags : int
        Autocovariances in the standard errors.
    level : float
        Coverage.
    n : int
        Periods.
    """

    kink: Hashable
    before: Interval
    after: Interval
    change: Interval
    lags: int
    level: float
    n: int


def fastest_fall(series: pd.Series, start: Hashable, year: int = 4) -> Hashable:
    """Period, from `start` on, that closes the steepest fall over one year.

    Parameters
    ----------
    series : pandas.Series
        In order of time, without gaps.
    start : hashable
        First period that counts.
    year : int
        Periods a year.
    """
    return series.diff(year)[series.index >= start].idxmin()


def broken_line(series: pd.Series, kink: Hashable, *, year: int = 4, lags: int = 4,
                level: float = 0.95) -> Slopes:
    """Least squares line that may change its slope once, at a given period.

    Errors are those of Newey and West [1]_ with the correction for small samples, since
    deviations from a line last longer than a quarter.

    Parameters
    ----------
    series : pandas.Series
        In order of time, without gaps.
    kink : hashable
        Period of the index; neither the first nor the last.
    year : int
        Periods a year.
    lags : int
        Autocovariances in the standard errors.
    level : float
        Coverage of the intervals.

    Returns
    -------
    Slopes

    Raises
    ------
    ValueError
        If `kink` does not lie inside the series.

    References
    ----------
    .. [1] Newey, W. K. and West, K. D. (1987). A simple, positive semi-definite,
       heteroskedasticity and autocorrelation consistent covariance matrix. Econometrica, 55(3),
       703-708.
    """
    if kink not in series.index[1:-1]:
        raise ValueError(f"{kink} does not lie inside the series")
    time = np.arange(len(series)) / year
    bend = np.clip(time - time[series.index.get_loc(kink)], 0, None)
    fit = sm.OLS(series.to_numpy(dtype=float), np.column_stack([np.ones_like(time), time, bend])
                 ).fit(cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True},
                       use_t=True)
    tests = fit.t_test(np.array([[0, 1, 0], [0, 1, 1], [0, 0, 1]]))
    bounds = tests.conf_int(1 - level)
    before, after, change = (
        Interval(float(effect), float(low), float(high))
        for effect, (low, high) in zip(tests.effect, bounds))
    return Slopes(kink=kink, before=before, after=after, change=change, lags=lags, level=level,
                  n=len(series))
