"""Where one economy's work on GitHub goes: flows and shares by group of destinations."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.measures.activity import with_quarter


def flows_from(collaboration: pd.DataFrame, source: str, groups: Mapping[str, str]) -> pd.DataFrame:
    """Recorded flows of one economy, with the group that each destination belongs to.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``; a pair that is absent in a quarter was suppressed there.
    source : str
        Economy that sends (ISO 3166-1 alpha-2).
    groups : mapping
        Destination to group; destinations that are not named count as ``rest``.

    Returns
    -------
    DataFrame
        ``destination``, ``group``, ``quarter`` (period), ``weight`` (pushes and pull requests).
    """
    mine = with_quarter(collaboration[collaboration["source"] == source])
    group = mine["destination"].map(groups).fillna("rest")
    return mine.assign(group=group)[["destination", "group", "quarter", "weight"]]


def _by_quarter(sent: pd.DataFrame, by: str) -> pd.DataFrame:
    return sent.groupby(["quarter", by])["weight"].sum().unstack(fill_value=0)


def destination_shares(sent: pd.DataFrame) -> pd.DataFrame:
    """Share of each group in what is recorded of one economy's flows.

    Parameters
    ----------
    sent : DataFrame
        As `flows_from` gives it.

    Returns
    -------
    DataFrame
        Percent, quarters as rows and groups as columns; each row adds up to 100.
    """
    return _of_the_whole(_by_quarter(sent, "group"))


def four_quarter_shares(sent: pd.DataFrame) -> pd.DataFrame:
    """Shares of each group in sums over four quarters, which have no season.

    Parameters
    ----------
    sent : DataFrame
        As `flows_from` gives it.

    Returns
    -------
    DataFrame
        Percent, the last quarter of each sum as rows and groups as columns.
    """
    return _of_the_whole(_by_quarter(sent, "group").rolling(4).sum().dropna())


def _of_the_whole(flows: pd.DataFrame) -> pd.DataFrame:
    return 100 * flows.div(flows.sum(axis=1), axis=0)


def period_flows(sent: pd.DataFrame, quarters: pd.PeriodIndex, by: str = "group") -> pd.Series:
    """Recorded flows of one economy to each group, summed over quarters.

    Parameters
    ----------
    sent : DataFrame
        As `flows_from` gives it.
    quarters : PeriodIndex
        All of them must be on record.
    by : {'group', 'destination'}
        What is added up.
    """
    return _by_quarter(sent, by).loc[quarters].sum()


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


def log_ratios(shares: pd.DataFrame) -> pd.DataFrame:
    """Logarithms of some shares over what all of them leave of the whole; see `log_odds`."""
    return np.log(shares.div(100 - shares.sum(axis=1), axis=0))


# What a bloc of table ``blocs`` is compared with, by its column ``market``.
MARKETS = {"west": "West", "asia": "Asia", "russia": "Russia", "other": "neither"}


def reached_by_bloc(sent: pd.DataFrame, blocs: pd.DataFrame) -> pd.DataFrame:
    """Blocs of destinations, and how many economies of each have a recorded flow.

    Parameters
    ----------
    sent : DataFrame
        As `flows_from` gives it, with blocs as groups.
    blocs : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        By ``key`` (bloc): ``name``, ``market`` (name), ``reached`` (economies), ``reason``; the
        bloc with most economies first, the one at home left out.
    """
    reached = sent.groupby("group")["destination"].nunique()
    abroad = blocs[blocs["market"] != "home"].set_index("bloc").rename_axis("key")
    table = abroad.assign(market=abroad["market"].map(MARKETS), reached=reached)
    return table.sort_values("reached", ascending=False)[["name", "market", "reached", "reason"]]
