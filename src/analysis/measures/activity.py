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


def donor_pool(activity: pd.DataFrame, economies: pd.DataFrame, treated: str, year: int,
               span: tuple[float, float] = (0.2, 5.0)) -> list[str]:
    """Economies of like size that can stand for what would have happened.

    Parameters
    ----------
    activity : DataFrame
        Table ``github_activity``.
    economies : DataFrame
        Table ``economies``; rows with ``donor`` false were hit themselves and are left out.
    treated : str
        Economy to compare with.
    year : int
        Year in which size is compared.
    span : pair of float
        Least and greatest ratio of yearly pushes to those of `treated`.

    Returns
    -------
    list of str
        Codes in alphabetical order.
    """
    pushes = activity[activity["year"] == year].groupby("economy")["git_pushes"].sum()
    ratio = pushes / pushes[treated]
    allowed = economies.loc[economies["donor"], "iso2"]
    return sorted(set(ratio.index[ratio.between(*span)]) & set(allowed) - {treated})


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


def index_to(series: pd.DataFrame | pd.Series, base) -> pd.DataFrame | pd.Series:
    """Series with the mean over `base` (labels of its index) set to 100."""
    return 100 * series / series.loc[base].mean()


def rank_from_below(values: pd.Series, name: str) -> float:
    """Share of values that are at most as high as one of them, that one included."""
    return float((values <= values[name]).mean())


def donor_pools(activity: pd.DataFrame, economies: pd.DataFrame, treated: str,
                year: int) -> dict[str, list[str]]:
    """Pools of donors that could be defended, by label; the first is the main one.

    Parameters
    ----------
    activity, economies, treated, year
        See `donor_pool`.

    Returns
    -------
    dict
        Label to codes in alphabetical order.
    """
    bloc = economies.set_index("iso2")["bloc"]
    all_alike = economies.assign(donor=~economies["iso2"].isin(["EU27", treated]))
    similar = donor_pool(activity, economies, treated, year)
    western = [code for code in similar if bloc[code] in ("eu", "other_west")]
    return {
        "A fifth to five times": similar,
        "Half to double": donor_pool(activity, economies, treated, year, (0.5, 2)),
        "Larger": donor_pool(activity, economies, treated, year, (1, np.inf)),
        "Any size": donor_pool(activity, economies, treated, year, (0, np.inf)),
        "Western": western,
        "Not Western": [code for code in similar if code not in western],
        "Hosts and combatants kept": donor_pool(activity, all_alike, treated, year),
    }


def log_outcomes(activity: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Logarithms of pushes, and of pushes per developer account, by label.

    Returns
    -------
    dict
        Label to a frame with quarters as rows and economies as columns. Accounts are a stock that
        keeps the idle ones, so the second outcome falls wherever accounts pile up.
    """
    pushes, accounts = (wide(activity, c).astype(float) for c in ("git_pushes", "developers"))
    return {"Pushes": np.log(pushes), "Pushes per developer": np.log(pushes / accounts)}
