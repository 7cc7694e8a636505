"""Pay and money in constant prices."""

from __future__ import annotations

import pandas as pd


def price_index(macro: pd.DataFrame, economy: str, base: int) -> pd.Series:
    """Consumer prices by year, mean of the year, with `base` as 1.

    Chained from yearly inflation (World Bank FP.CPI.TOTL.ZG).

    Raises
    ------
    ValueError
        If a year is missing in between, or the base year is.
    """
    rows = macro[(macro["indicator"] == "FP.CPI.TOTL.ZG") & (macro["economy"] == economy)]
    inflation = rows.set_index("year")["value"].sort_index()
    if (inflation.index[1:] - inflation.index[:-1] != 1).any() or base not in inflation.index:
        raise ValueError(f"inflation of {economy} has gaps, or lacks {base}")
    level = (1 + inflation / 100).cumprod()
    return level / level[base]


def exchange_rate(macro: pd.DataFrame, economy: str) -> pd.Series:
    """Units of national currency a dollar, mean of the year, by year."""
    rows = macro[(macro["indicator"] == "PA.NUS.FCRF") & (macro["economy"] == economy)]
    return rows.set_index("year")["value"].sort_index()


def pay_table(rows: pd.DataFrame, prices: pd.Series, rates: pd.Series,
              average: pd.Series) -> pd.DataFrame:
    """Published monthly pay in roubles, in constant prices, in dollars and against the average.

    A figure for part of a year is set against the whole year's prices, rate and average wage.

    Parameters
    ----------
    rows : DataFrame
        Rows of `figures.with_intervals`, pay in new roubles a month.
    prices : Series
        Price level by year, see `price_index`.
    rates : Series
        Roubles a dollar by year.
    average : Series
        Average wage of all branches by year.

    Returns
    -------
    DataFrame
        ``period``, ``year``, ``nominal``, ``real``, ``usd``, ``times`` (multiple of the average
        wage).
    """
    year = rows["period_start"].dt.year
    nominal = rows["central"]
    return pd.DataFrame({
        "period": rows["period"], "year": year, "nominal": nominal,
        "real": nominal / year.map(prices), "usd": nominal / year.map(rates),
        "times": nominal / year.map(average)}).reset_index(drop=True)
