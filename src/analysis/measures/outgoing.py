"""Volumes of recorded outgoing work by year and market, and what replaced what was lost."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.activity import with_quarter
from analysis.measures.destinations import flows_from, period_flows
from analysis.measures.market_definitions import Definition
from analysis.measures.pairs import SUPPRESSED_UP_TO
from report.intervals import Interval

# Key of the window of the last four quarters, beside years.
LAST = "last"


def windows(quarters: pd.PeriodIndex) -> dict[str, pd.PeriodIndex]:
    """Whole years on record, and the last four quarters.

    Only whole years are set side by side, since quarters have their seasons; a year that is not
    complete yet is in the last four quarters.

    Parameters
    ----------
    quarters : PeriodIndex
        Quarters on record, in any order, repeated or not.

    Returns
    -------
    dict
        ``"2020"``, ``"2021"`` and so on, and `LAST`, to their quarters.
    """
    ordered = quarters.unique().sort_values()
    years = {str(year): ordered[ordered.year == year] for year in ordered.year.unique()}
    return {year: span for year, span in years.items() if len(span) == 4} | {LAST: ordered[-4:]}


def yearly_work(collaboration: pd.DataFrame, source: str,
                groups: Mapping[str, str]) -> pd.DataFrame:
    """Recorded outgoing work of one economy by year and group of destinations.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``; a pair that is absent in a quarter was suppressed there.
    source : str
        Economy that works (ISO 3166-1 alpha-2).
    groups : mapping
        Destination to group; destinations that are not named count as ``rest``.

    Returns
    -------
    DataFrame, shape (windows, groups)
        Pushes and pull requests; rows as `windows` names them.
    """
    return _by_window(flows_from(collaboration, source, groups))


def _by_window(sent: pd.DataFrame) -> pd.DataFrame:
    spans = windows(pd.PeriodIndex(sent["quarter"]))
    return pd.DataFrame({name: period_flows(sent, span) for name, span in spans.items()}).T


def work_of(collaboration: pd.DataFrame, source: str, groups: Mapping[str, str],
            definitions: Mapping[str, Definition]) -> pd.DataFrame:
    """Outgoing work by year to markets that are put together in different ways.

    Parameters
    ----------
    collaboration, source, groups
        See `yearly_work`.
    definitions : mapping
        By name or key; see `analysis.measures.market_definitions`.

    Returns
    -------
    DataFrame, shape (windows, definitions)
        Pushes and pull requests.
    """
    sent = flows_from(collaboration, source, groups)
    return pd.DataFrame({
        name: _by_window(sent.assign(group=definition.holds(sent)))[True]
        for name, definition in definitions.items()})


def changes(work: pd.DataFrame, base: str) -> pd.DataFrame:
    """Work of every window less that of the base, by group.

    Parameters
    ----------
    work : DataFrame
        As `yearly_work` returns it.
    base : str
        Row that the others are set against.
    """
    return work - work.loc[base]


def account(work: pd.DataFrame, base: str, lost: str) -> pd.DataFrame:
    """What other groups gained against what one group lost, by window.

    Two answers, since "gained elsewhere" means two things: the sum of the groups that gained,
    which rises the finer groups are cut, and the change of all others together, which does not
    depend on the cut and also counts what they lost.

    Parameters
    ----------
    work : DataFrame
        As `yearly_work` returns it.
    base : str
        Row that the others are set against.
    lost : str
        Group whose loss is to be made good.

    Returns
    -------
    DataFrame
        By window: ``total`` (all work), ``total_change`` (percent of the base), ``loss`` (work
        for `lost`, base less window), ``gains`` (sum of all groups that rose), ``gains_share`` and
        ``net_share`` (gains, and change of all other groups, as percent of the loss). Shares are
        missing where `lost` lost nothing.
    """
    moved = changes(work, base)
    loss = -moved[lost]
    others = moved.drop(columns=lost)
    table = pd.DataFrame({
        "total": work.sum(axis=1),
        "total_change": 100 * (work.sum(axis=1) / work.loc[base].sum() - 1),
        "loss": loss, "gains": others.clip(lower=0).sum(axis=1)})
    return table.assign(gains_share=(100 * table["gains"] / loss).where(loss > 0),
                        net_share=(100 * others.sum(axis=1) / loss).where(loss > 0))


def hidden_work(collaboration: pd.DataFrame, source: str,
                groups: Mapping[str, str]) -> pd.DataFrame:
    """Most that suppression can hide, by window and group.

    Destinations that are recorded from the sender at least once can hold up to
    `analysis.measures.pairs.SUPPRESSED_UP_TO` in each quarter without a record; the others are
    taken to hold nothing.

    Returns
    -------
    DataFrame, shape (windows, groups)
        Pushes and pull requests.
    """
    mine = with_quarter(collaboration[collaboration["source"] == source])
    wide = mine.pivot(index="destination", columns="quarter", values="weight").isna()
    group = wide.index.map(groups).fillna("rest")
    return pd.DataFrame({
        name: SUPPRESSED_UP_TO * wide[span].sum(axis=1).groupby(group).sum()
        for name, span in windows(pd.PeriodIndex(wide.columns)).items()}).T


def account_bounds(work: pd.DataFrame, hidden: pd.DataFrame, base: str,
                   lost: str) -> pd.DataFrame:
    """Least and greatest share of the loss that others gained, whatever was suppressed.

    Parameters
    ----------
    work, hidden : DataFrame
        As `yearly_work` and `hidden_work` return them, with the same rows and columns.
    base, lost : str
        See `account`.

    Returns
    -------
    DataFrame
        By window: ``gains_share``, ``net_share`` (Interval, percent) and ``total_change``
        (Interval, percent); missing where `lost` need not have lost.

    Notes
    -----
    The shares rise with work for others in the window and with work for `lost` in it, since that
    makes the loss smaller, and fall with work for others in the base. What work for `lost` in the
    base does depends on the sign of the gain, so both ends are tried.
    """
    rows = {}
    for window in work.index.drop(base):
        central = account(work, base, lost).loc[window]
        corners = [account(_filled(work, hidden, base, window, lost, *corner), base, lost)
                   .loc[window] for corner in _CORNERS]
        found = pd.DataFrame(corners)
        rows[window] = {name: _span(central[name], found[name])
                        for name in ("gains_share", "net_share", "total_change")}
    return pd.DataFrame(rows).T


# Which suppressed flows are at the threshold: others and the lost group in the base, and in the
# window.
_CORNERS = [(a, b, c, d) for a in (0, 1) for b in (0, 1) for c in (0, 1) for d in (0, 1)]


def _filled(work: pd.DataFrame, hidden: pd.DataFrame, base: str, window: str, lost: str,
            others_base: int, lost_base: int, others_now: int, lost_now: int) -> pd.DataFrame:
    share = pd.DataFrame(0, index=work.index, columns=work.columns)
    share.loc[base], share.loc[window] = others_base, others_now
    share.loc[base, lost], share.loc[window, lost] = lost_base, lost_now
    return work + hidden * share


def _span(central: float, corners: pd.Series) -> Interval | None:
    if corners.isna().any():
        return None
    return Interval(float(central), float(corners.min()), float(corners.max()))
