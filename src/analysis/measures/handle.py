"""Exports of the park in a year without a total, by a share that was stated of another total."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.market_accounts import (
    NOTHING,
    Accounts,
    ExportShares,
    accounts_by_market,
)
from analysis.measures.park import annual
from report.intervals import Interval, propagate
from report.published import figure

SERVICES = "BX.GSR.NFSV.CD"
# The share said in 2025 is read as that of 2024, the last full year then.
SHARE_2024 = "park.share.services_exports-2025-kompyuternyevesti2025"
WEST_BEFORE, WEST_NOW = ("park.exports.share.west-2021-newsreport2025",
                         "park.exports.share.west-2024-newsreport2025")
ASIA_NOW = "park.exports.share.asia-2024-newsreport2025"


def exports_by_share(share: Interval, total: float) -> Interval:
    """Exports from a share of a known total.

    Parameters
    ----------
    share : Interval
        Percent.
    total : float
        In the unit of the result.
    """
    return propagate(lambda percent: percent / 100 * total, share)


def services_exports(macro: pd.DataFrame, economy: str) -> pd.Series:
    """Total exports of services of one economy by year, USD million."""
    rows = macro[(macro["economy"] == economy) & (macro["indicator"] == SERVICES)]
    return rows.set_index("year")["value"].sort_index() / 1e6


def park_exports(published: pd.DataFrame, macro: pd.DataFrame) -> dict[int, Interval]:
    """Exports of the park by year, as printed, and that of 2024 by its share.

    The one handle on 2024 is the fifth of all services exports that was stated in 2025; both
    chapters take the year from here.

    Parameters
    ----------
    published, macro : DataFrame
        Tables of these names.

    Returns
    -------
    dict
        Year to exports, USD million.
    """
    total = float(services_exports(macro, "BY").loc[2024])
    return annual(published, "park.exports") | {
        2024: exports_by_share(figure(published, SHARE_2024), total)}


def account_of(exports: Mapping[int, Interval], published: pd.DataFrame, before: int, now: int,
               asia_before: Interval = NOTHING) -> Accounts:
    """Account of Western and Asian exports between two years, by the shares stated in 2025.

    Parameters
    ----------
    exports : mapping
        Year to all exports, as `park_exports` returns it.
    published : DataFrame
        Table of this name, for the shares.
    before, now : int
        Years that "previously" and "now" are read as.
    asia_before : Interval
        Asia's share before, percent; nothing by default.

    Raises
    ------
    ValueError
        See `analysis.measures.market_accounts.accounts_by_market`.
    """
    shares = ExportShares(
        west_before=figure(published, WEST_BEFORE), west_now=figure(published, WEST_NOW),
        asia_now=figure(published, ASIA_NOW), asia_before=asia_before)
    return accounts_by_market(exports[before], exports[now], shares)


def by_year(exports: Mapping[int, Interval], published: pd.DataFrame, before: int,
            years: tuple[int, ...]) -> pd.DataFrame:
    """The account for every year that "now" can be read as.

    Returns
    -------
    DataFrame
        By year: ``exports``, ``west_loss``, ``asia_gain``, ``rest_gain`` (Interval, USD million),
        ``asia_replaced``, ``rest_replaced`` (Interval, percent).
    """
    found = {year: account_of(exports, published, before, year) for year in years}
    return pd.DataFrame({year: {
        "exports": a.now, "west_loss": a.west_loss, "asia_gain": a.asia_gain,
        "rest_gain": a.rest_gain, "asia_replaced": a.asia_replaced,
        "rest_replaced": a.rest_replaced} for year, a in found.items()}).T


def in_either(found: pd.Series) -> Interval:
    """Range that holds whichever of some intervals is the right one, around the first's value.

    Parameters
    ----------
    found : Series
        Intervals, the preferred one first.
    """
    spans = found.to_list()
    rows = tuple(dict.fromkeys(row for one in spans for row in one.rows))
    return Interval(spans[0].value, min(one.low for one in spans), max(one.high for one in spans),
                    rows)
