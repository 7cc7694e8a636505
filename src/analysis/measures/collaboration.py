"""Collaboration between economies on GitHub: where work goes, and how ties changed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.measures.activity import with_quarter


def destination_shares(collaboration: pd.DataFrame, source: str,
                       groups: dict[str, str]) -> pd.DataFrame:
    """Where one economy's recorded outgoing collaboration goes, by group of destinations.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``; a pair that is absent in a quarter was suppressed there,
        so shares are of what is recorded.
    source : str
        Economy that collaborates (ISO 3166-1 alpha-2).
    groups : dict
        Destination to group; destinations that are not named count as ``rest``.

    Returns
    -------
    DataFrame
        Percent, quarters as rows and groups as columns; each row adds up to 100.
    """
    sums = _outgoing(collaboration, source, groups)
    return 100 * sums.div(sums.sum(axis=1), axis=0)


def _outgoing(collaboration: pd.DataFrame, source: str, groups: dict[str, str]) -> pd.DataFrame:
    mine = with_quarter(collaboration[collaboration["source"] == source])
    grouped = mine["destination"].map(groups).fillna("rest").rename("group")
    return mine.groupby(["quarter", grouped])["weight"].sum().unstack(fill_value=0)


def bloc_flows(collaboration: pd.DataFrame, source: str, groups: dict[str, str],
               quarters: pd.PeriodIndex) -> pd.Series:
    """Recorded flows of one economy to each group of destinations, summed over quarters."""
    return _outgoing(collaboration, source, groups).loc[quarters].sum()


def period_share(collaboration: pd.DataFrame, source: str, groups: dict[str, str],
                 quarters: pd.PeriodIndex) -> pd.Series:
    """Share of each group in the sum over some quarters; see `destination_shares`.

    Returns
    -------
    Series
        Percent by group.
    """
    sums = bloc_flows(collaboration, source, groups, quarters)
    return 100 * sums / sums.sum()


def year_and_last(quarters: pd.PeriodIndex, year: int) -> tuple[pd.PeriodIndex, pd.PeriodIndex]:
    """Quarters of a calendar year, and the last four quarters on record."""
    ordered = quarters.unique().sort_values()
    return ordered[ordered.year == year], ordered[-4:]


def log_odds(share: pd.Series) -> pd.Series:
    """Logarithm of a share over what is left of the whole (percent in, log points out).

    Shares add up to one hundred, so a plain share cannot move alone; its log-odds can [1]_.

    References
    ----------
    .. [1] Aitchison, J. (1986). The Statistical Analysis of Compositional Data. Chapman & Hall.
    """
    return np.log(share / (100 - share))
