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
