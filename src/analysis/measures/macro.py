"""Yearly series of economies from the World Bank, and indices of them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

SERVICES, ICT, GDP = "BX.GSR.NFSV.CD", "BX.GSR.CCIS.CD", "NY.GDP.MKTP.CD"


def usd_million(macro: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Series in current dollars, years as rows and economies as columns.

    Parameters
    ----------
    macro : DataFrame
        Table of this name.
    indicator : str
        Code of a series in dollars, such as `ICT`, exports of information and communication
        services.

    Returns
    -------
    DataFrame, shape (years, economies)
        USD million; NaN where not published.
    """
    rows = macro[macro["indicator"] == indicator]
    return rows.pivot(index="year", columns="economy", values="value") / 1e6


def indexed(levels: pd.DataFrame, base: int, names: Mapping[str, str]) -> pd.DataFrame:
    """Series with a base year as 100, one row a year and economy.

    Parameters
    ----------
    levels : DataFrame, shape (years, economies)
    base : int
        Year of the index.
    names : mapping of str to str
        Code of an economy to its name.

    Returns
    -------
    DataFrame
        ``key`` (code), ``year``, ``economy`` (name), ``index``; NaN where not published.
    """
    long = (100 * levels / levels.loc[base]).melt(
        ignore_index=False, var_name="key", value_name="index").rename_axis("year").reset_index()
    return long.assign(economy=long["key"].map(names))[["key", "year", "economy", "index"]]
