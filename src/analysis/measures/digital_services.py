"""Trade in digitally deliverable services by economy."""

from __future__ import annotations

import pandas as pd


def digital_trade(services: pd.DataFrame, flow: str = "exports") -> pd.DataFrame:
    """Exports or imports by year and economy.

    Parameters
    ----------
    services : DataFrame
        Table ``digital_services``.
    flow : {'exports', 'imports'}

    Returns
    -------
    DataFrame, shape (years, economies)
        USD million; NaN where not published.
    """
    rows = services[services["flow"] == flow]
    return rows.pivot(index="year", columns="economy", values="value")


def digital_index(services: pd.DataFrame, base: int, flow: str = "exports") -> pd.DataFrame:
    """The same with a base year as 100, for economies that published it."""
    wide = digital_trade(services, flow)
    held = wide.loc[:, wide.loc[base].notna()]
    return 100 * held / held.loc[base]


def digital_change(services: pd.DataFrame, first: int, last: int,
                   flow: str = "exports") -> pd.Series:
    """Change between two years in percent, by economy, lowest first.

    Returns
    -------
    Series
        Economies that published both years.
    """
    wide = digital_trade(services, flow)
    change = 100 * (wide.loc[last] / wide.loc[first] - 1)
    return change.dropna().sort_values().rename("change")


def rank_of_change(changes: pd.Series, economy: str, among: list[str] | None = None) -> int:
    """Place of an economy among changes, the lowest first.

    Parameters
    ----------
    changes : Series
        By economy.
    economy : str
    among : list of str, optional
        Others to rank it with; all by default.
    """
    held = changes if among is None else changes.reindex([economy, *among]).dropna()
    return int((held <= changes[economy]).sum())


def of_like_size(trade: pd.DataFrame, economy: str, year: int, left_out: list[str],
                 span: tuple[float, float] = (0.2, 5.0)) -> list[str]:
    """Economies whose trade in a year was near that of one, and is known in every year.

    Parameters
    ----------
    trade : DataFrame, shape (years, economies)
        As `digital_trade` gives it.
    economy : str
    year : int
        Year in which size is compared.
    left_out : list of str
        Economies that cannot be compared with.
    span : pair of float
        Least and greatest ratio to the trade of `economy`.

    Returns
    -------
    list of str
        In order of columns.
    """
    complete = trade.loc[:, (trade > 0).all()]
    ratio = complete.loc[year] / complete.loc[year, economy]
    near = ratio.index[ratio.between(*span)]
    return [one for one in near if one != economy and one not in left_out]
