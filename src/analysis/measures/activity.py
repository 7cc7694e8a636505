"""Activity on GitHub by economy and quarter."""

from __future__ import annotations

import numpy as np
import pandas as pd


def with_quarter(frame: pd.DataFrame) -> pd.DataFrame:
    """Table with the columns ``year`` and ``quarter`` joined into one period.

    Returns
    -------
    DataFrame
        The same rows; ``quarter`` holds quarterly periods and ``year`` is left out.
    """
    quarters = pd.PeriodIndex.from_fields(year=frame["year"], quarter=frame["quarter"], freq="Q")
    return frame.assign(quarter=quarters).drop(columns="year")


def wide(activity: pd.DataFrame, column: str) -> pd.DataFrame:
    """One activity column of ``github_activity``, quarters as rows and economies as columns."""
    return with_quarter(activity).pivot(index="quarter", columns="economy", values=column)


def decimal_year(periods: pd.PeriodIndex) -> np.ndarray:
    """Start of each quarter in years (2022 Q3 is 2022.5), for the axis of a figure."""
    return periods.year.to_numpy() + (periods.quarter.to_numpy() - 1) / 4


def change_of_last_year(series: pd.Series, base_year: int) -> float:
    """Sum of the last four quarters against the sum of a calendar year.

    Quarters of a year have their seasons, so only whole years are set side by side.

    Parameters
    ----------
    series : Series
        A flow, indexed by quarterly period without gaps.
    base_year : int
        Calendar year of the comparison.

    Returns
    -------
    float
        Percent.

    Raises
    ------
    ValueError
        If the base year, or the last year, lacks a quarter.
    """
    base = series[series.index.year == base_year]
    last = series.sort_index().iloc[-4:]
    if len(base) != 4 or base.isna().any() or last.isna().any():
        raise ValueError(f"{base_year} or the last year on record lacks a quarter")
    return float(100 * (last.sum() / base.sum() - 1))


def change_of_year(series: pd.Series, year: int, base_year: int) -> float:
    """Sum of a calendar year against that of another, in percent.

    Parameters
    ----------
    series : Series
        A flow, indexed by quarterly period without gaps.
    year, base_year : int
        Calendar years.

    Raises
    ------
    ValueError
        If one of the years lacks a quarter.
    """
    sums = {}
    for one in (year, base_year):
        quarters = series[series.index.year == one]
        if len(quarters) != 4 or quarters.isna().any():
            raise ValueError(f"{one} lacks a quarter")
        sums[one] = quarters.sum()
    return float(100 * (sums[year] / sums[base_year] - 1))


def index_to(series: pd.DataFrame | pd.Series, base) -> pd.DataFrame | pd.Series:
    """Series with the mean over `base` (labels of its index) set to 100."""
    return 100 * series / series.loc[base].mean()


def rank_from_below(values: pd.Series, name: str) -> float:
    """Share of values that are at most as high as one of them, that one included."""
    return float((values <= values[name]).mean())
