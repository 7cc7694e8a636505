"""Pay and money in constant prices."""

from __future__ import annotations

import pandas as pd

from report.published import with_intervals

PERIODS = ("2016-06", "2018", "2022", "2023-01/2023-05")
WHO = {"sector.it.wage": "IT and information services", "park.wage": "the park"}


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


def pay_rows(published: pd.DataFrame) -> pd.DataFrame:
    """Preferred figures of monthly pay in information technology and in the park.

    Returns
    -------
    DataFrame
        Rows of `report.published.with_intervals` for `PERIODS`.
    """
    rows = with_intervals(published, *WHO)
    return rows[rows["preferred"] & rows["period"].isin(PERIODS)]


def pay_by_period(rows: pd.DataFrame, prices: pd.Series, rates: pd.Series,
                  average: pd.Series) -> pd.DataFrame:
    """Pay of `pay_rows` in roubles, constant prices and dollars, with whose it is.

    Parameters
    ----------
    rows, prices, rates, average
        See `pay_table`.

    Returns
    -------
    DataFrame
        As `pay_table`, with ``key`` (whose and the year) and ``who``; ``period`` as text.
    """
    found = pay_table(rows, prices, rates, average)
    short = rows["indicator"].map({"sector.it.wage": "it", "park.wage": "park"}).to_list()
    return found.assign(key=[f"{who}/{year}" for who, year in zip(short, found["year"])],
                        who=rows["indicator"].map(WHO).to_list(),
                        period=found["period"].str.replace("/", " to "))


def real_growth(wages: pd.Series, prices: pd.Series, first: int, last: int) -> float:
    """Growth of a wage in constant prices between two years, percent."""
    real = wages / prices
    return float(100 * (real[last] / real[first] - 1))
