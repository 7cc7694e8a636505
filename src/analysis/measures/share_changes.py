"""How shares of an economy's flows changed between two periods, and which part of it moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.measures.destinations import flows_from, period_flows
from analysis.measures.pairs import SUPPRESSED_UP_TO
from report.intervals import Interval


def odds_decomposition(before: pd.Series, after: pd.Series) -> pd.DataFrame:
    """Change of each part of a whole, of all other parts together, and of the odds.

    The odds of a share are the part over all others, so the logarithm of their change is that of
    the part less that of the others: numerator and denominator, exactly.

    Parameters
    ----------
    before, after : Series
        Flows by part.

    Returns
    -------
    DataFrame
        By part: ``own``, ``others`` and ``odds`` (logarithm of the change), and ``due`` (share of
        the change of the odds that the part's own flow makes, percent).
    """
    own = np.log(after / before)
    others = np.log((after.sum() - after) / (before.sum() - before))
    return pd.DataFrame({"own": own, "others": others, "odds": own - others,
                         "due": 100 * own / (own - others)})


def suppressed_bounds(sent: pd.DataFrame, quarters: pd.PeriodIndex) -> pd.DataFrame:
    """Least and greatest share of each group, whatever the suppressed flows are.

    Parameters
    ----------
    sent : DataFrame
        As `analysis.measures.destinations.flows_from` gives it.
    quarters : PeriodIndex
        Quarters that are added up.

    Returns
    -------
    DataFrame
        By group, percent: ``recorded``, ``low``, ``high``. Destinations that are recorded from
        the sender at least once can hold up to `analysis.measures.pairs.SUPPRESSED_UP_TO` in each
        quarter without a record; the others are taken to hold nothing.
    """
    wide = sent.pivot(index=["group", "destination"], columns="quarter",
                      values="weight")[quarters]
    flow = wide.sum(axis=1).groupby("group").sum()
    hidden = SUPPRESSED_UP_TO * wide.isna().sum(axis=1).groupby("group").sum()
    low = 100 * flow / (flow.sum() + hidden.sum() - hidden)
    high = 100 * (flow + hidden) / (flow.sum() + hidden)
    return pd.DataFrame({"recorded": 100 * flow / flow.sum(), "low": low, "high": high})


def changes_by_bloc(sent: pd.DataFrame, before: pd.PeriodIndex, after: pd.PeriodIndex,
                    names: Mapping[str, str]) -> pd.DataFrame:
    """Shares and flows of each bloc in two periods, with bounds, and what changed.

    Parameters
    ----------
    sent : DataFrame
        As `analysis.measures.destinations.flows_from` gives it, with blocs as groups.
    before, after : PeriodIndex
        Quarters that are added up.
    names : mapping
        Bloc to name.

    Returns
    -------
    DataFrame
        By ``key`` (bloc), from the largest share before: ``bloc`` (name), ``before`` and ``after``
        (percent of what is recorded), ``before_span`` and ``after_span`` (intervals by
        `suppressed_bounds`), ``before_flow`` and ``after_flow`` (recorded), ``own`` and ``others``
        (change of its flow and of all others, percent), ``due`` (see `odds_decomposition`).
    """
    columns = {}
    for when, quarters in {"before": before, "after": after}.items():
        bounds = suppressed_bounds(sent, quarters)
        columns[when] = bounds["recorded"]
        columns[f"{when}_span"] = bounds.apply(
            lambda row: Interval(row["recorded"], row["low"], row["high"]), axis=1)
        columns[f"{when}_flow"] = period_flows(sent, quarters)
    moved = odds_decomposition(columns["before_flow"], columns["after_flow"])
    columns |= {part: 100 * np.expm1(moved[part]) for part in ("own", "others")}
    table = pd.DataFrame(columns | {"due": moved["due"]}).rename_axis("key")
    return table.assign(bloc=table.index.map(names)).sort_values("before", ascending=False)


def yearly_growth(before: float, after: float, first: pd.PeriodIndex,
                  last: pd.PeriodIndex) -> float:
    """Growth a year, in percent, between sums over two periods of as many quarters.

    Parameters
    ----------
    before, after : float
        Sums.
    first, last : PeriodIndex
        Quarters of the two periods, in order.
    """
    years = (last[-1] - first[-1]).n / 4
    return float(100 * ((after / before) ** (1 / years) - 1))


def odds_changes(collaboration: pd.DataFrame, sources: Sequence[str], groups: Mapping[str, str],
                 blocs: Sequence[str], before: pd.PeriodIndex,
                 after: pd.PeriodIndex) -> pd.DataFrame:
    """Change of the log-odds of each bloc's share, by sender.

    A sender's own economy is no destination of it; a bloc without a record on either side, or
    that holds the sender alone, is missing.

    Returns
    -------
    DataFrame, shape (senders, blocs)
        Log points.
    """
    rows = {}
    for source in sources:
        sent = flows_from(collaboration, source, groups)
        old, new = (period_flows(sent, span) for span in (before, after))
        with np.errstate(divide="ignore", invalid="ignore"):
            change = np.log(new / (new.sum() - new)) - np.log(old / (old.sum() - old))
        rows[source] = change.reindex(blocs).where(np.isfinite)
    return pd.DataFrame(rows).T


def odds_changes_named(changes: pd.DataFrame, senders: Mapping[str, str],
          blocs: Mapping[str, str]) -> pd.DataFrame:
    """Changes by sender with names in place of codes.

    Parameters
    ----------
    changes : DataFrame
        As `odds_changes` gives it.
    senders, blocs : mapping
        Code to name.

    Returns
    -------
    DataFrame
        ``key`` (code of the sender), ``sender`` (name) and one column a bloc, by its name.
    """
    table = changes.rename(columns=blocs).rename_axis("key").reset_index()
    table.insert(1, "sender", table["key"].map(senders))
    return table
