"""Regressors of a short series that do not break: constant, trend, seasons and own past."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Design:
    """What tests of a break start from.

    Attributes
    ----------
    values : ndarray, shape (periods, series)
        Values of the periods that have all regressors.
    regressors : ndarray, shape (periods, terms)
        Constant first, then trend, seasons and lags.
    labels : Index
        Periods.
    """

    values: np.ndarray
    regressors: np.ndarray
    labels: pd.Index


def design(series: pd.DataFrame, *, trend: bool = False, seasons: int = 0,
           lags: int = 0) -> Design:
    """Values of one or more series and the terms that all of them share.

    Parameters
    ----------
    series : DataFrame, shape (periods, series)
        Evenly spaced values in order of time.
    trend : bool
        Add a linear trend.
    seasons : int
        Periods in a year for seasonal dummies; 0 for none.
    lags : int
        Periods before, of all series, that stand among the regressors; the first `lags` periods
        are left out.

    Raises
    ------
    ValueError
        If a value is missing or infinite.
    """
    values = series.to_numpy(dtype=float)
    if not np.isfinite(values).all():
        raise ValueError("a value of the series is missing or infinite")
    time = np.arange(len(values))
    columns = [np.ones(len(values))]
    columns += [time.astype(float)] if trend else []
    columns += [(time % seasons == season).astype(float) for season in range(1, seasons)]
    columns += [series.shift(lag).to_numpy(float) for lag in range(1, lags + 1)]
    return Design(values=values[lags:], regressors=np.column_stack(columns)[lags:],
                  labels=series.index[lags:])


def residuals(regressors: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """What least squares on the regressors leaves of each column."""
    return columns - regressors @ np.linalg.lstsq(regressors, columns, rcond=None)[0]


def first_periods(n: int, trim: float) -> np.ndarray:
    """First periods of a new regime that leave a share `trim` of `n` periods on either side.

    Raises
    ------
    ValueError
        If there are none.
    """
    first = max(int(np.floor(trim * n)), 2)
    if not 0 < trim < 0.5 or 2 * first >= n:
        raise ValueError(f"{n} periods are too few for a break")
    return np.arange(first, n - first + 1)
