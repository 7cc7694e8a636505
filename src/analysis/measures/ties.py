"""One economy's ties: numerator and denominator, bounds, both directions, peers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.measures.activity import with_quarter
from analysis.measures.collaboration import bloc_flows, period_share
from analysis.measures.pairs import SUPPRESSED_UP_TO


def four_quarter_shares(collaboration: pd.DataFrame, source: str,
                        groups: Mapping[str, str]) -> pd.DataFrame:
    """Shares of each group in sums over four quarters, which have no season.

    Returns
    -------
    DataFrame
        Percent, the last quarter of each sum as rows and groups as columns.
    """
    mine = with_quarter(collaboration[collaboration["source"] == source])
    group = mine["destination"].map(groups).fillna("rest").rename("group")
    flow = mine.groupby(["quarter", group])["weight"].sum().unstack(fill_value=0)
    sums = flow.rolling(4).sum().dropna()
    return 100 * sums.div(sums.sum(axis=1), axis=0)


def own_and_others(before: pd.Series, after: pd.Series) -> pd.DataFrame:
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


def suppressed_bounds(collaboration: pd.DataFrame, source: str, groups: Mapping[str, str],
                      quarters: pd.PeriodIndex) -> pd.DataFrame:
    """Least and greatest share of each group, whatever the suppressed flows are.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``.
    source : str
        Sender.
    groups : mapping
        Destination to group.
    quarters : PeriodIndex
        Quarters that are added up.

    Returns
    -------
    DataFrame
        By group, percent: ``recorded``, ``low``, ``high``. Destinations that are recorded from
        the sender at least once can hold up to `analysis.measures.pairs.SUPPRESSED_UP_TO` in each
        quarter without a record; the others are taken to hold nothing.
    """
    mine = with_quarter(collaboration[collaboration["source"] == source])
    wide = mine.pivot(index="destination", columns="quarter", values="weight")[quarters]
    group = wide.index.map(groups).fillna("rest")
    flow = wide.sum(axis=1).groupby(group).sum()
    hidden = SUPPRESSED_UP_TO * wide.isna().sum(axis=1).groupby(group).sum()
    low = 100 * flow / (flow.sum() + hidden.sum() - hidden)
    high = 100 * (flow + hidden) / (flow.sum() + hidden)
    return pd.DataFrame({"recorded": 100 * flow / flow.sum(), "low": low, "high": high})


def shares_by_definition(collaboration: pd.DataFrame, source: str, groups: Mapping[str, str],
                         definitions: Mapping[str, Sequence[str]],
                         periods: Mapping[str, pd.PeriodIndex]) -> pd.DataFrame:
    """Share of markets that are put together in different ways.

    Parameters
    ----------
    collaboration, source, groups
        See `suppressed_bounds`.
    definitions : mapping
        Name to blocs and economies that make it up; one that is preceded by a minus is taken out.
    periods : mapping
        Name of a column to the quarters that are added up.

    Returns
    -------
    DataFrame
        Percent, definitions as rows and periods as columns.
    """
    rows = {}
    for name, parts in definitions.items():
        inside = [p for p in parts if not p.startswith("-")]
        outside = [p[1:] for p in parts if p.startswith("-")]
        marks = {code: "in" for code, bloc in groups.items()
                 if (bloc in inside or code in inside) and code not in outside}
        rows[name] = {column: float(period_share(collaboration, source, marks, quarters)["in"])
                      for column, quarters in periods.items()}
    return pd.DataFrame(rows).T


def both_ways(collaboration: pd.DataFrame, centre: str, partners: Sequence[str],
              periods: Mapping[str, pd.PeriodIndex]) -> pd.DataFrame:
    """Flows from and to one economy by partner.

    Returns
    -------
    DataFrame
        By partner: ``in_`` and ``out_`` followed by the name of each period; missing where no
        quarter of it is recorded.
    """
    flows = with_quarter(collaboration)
    columns = {}
    for name, quarters in periods.items():
        now = flows[flows["quarter"].isin(quarters)]
        for way, own, other in (("in", "destination", "source"), ("out", "source", "destination")):
            sums = now[now[own] == centre].groupby(other)["weight"].sum()
            columns[f"{way}_{name}"] = sums.reindex(list(partners))
    return pd.DataFrame(columns)


def incoming(collaboration: pd.DataFrame, centre: str, senders: Sequence[str]) -> pd.Series:
    """Recorded flow to one economy from some senders, by quarter."""
    flows = collaboration[(collaboration["destination"] == centre)
                          & collaboration["source"].isin(senders)]
    return with_quarter(flows).groupby("quarter")["weight"].sum()


def persistence(collaboration: pd.DataFrame, centre: str, senders: Sequence[str],
                base: pd.PeriodIndex, latest: pd.PeriodIndex) -> dict[str, int]:
    """Incoming ties of a base period that are recorded still.

    Returns
    -------
    dict
        ``base``: senders recorded in every quarter of `base`; ``kept``: those of them recorded in
        every quarter of `latest`; ``seen``: those recorded in at least one.
    """
    flows = with_quarter(collaboration[(collaboration["destination"] == centre)
                                       & collaboration["source"].isin(senders)])
    wide = flows.pivot(index="source", columns="quarter", values="weight").notna()
    wide = wide.reindex(columns=base.union(latest), fill_value=False)
    steady = wide[wide[base].all(axis=1)]
    return {"base": len(steady), "kept": int(steady[latest].all(axis=1).sum()),
            "seen": int(steady[latest].any(axis=1).sum())}


def reciprocity(collaboration: pd.DataFrame, centre: str, partners: Sequence[str],
                quarters: pd.PeriodIndex) -> float:
    """Part of the flows with some partners that is matched by a flow the other way [1]_.

    Twice the sum of the smaller direction of each pair over the sum of both, in percent; flows
    without a record count as nothing.

    References
    ----------
    .. [1] Squartini, T., Picciolo, F., Ruzzenenti, F. and Garlaschelli, D. (2013). Reciprocity of
       weighted networks. Scientific Reports, 3, 2729.
    """
    table = both_ways(collaboration, centre, partners, {"now": quarters}).fillna(0)
    return float(200 * table.min(axis=1).sum() / table.to_numpy().sum())


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
    mine = collaboration[collaboration["source"].isin(sources)]
    rows = {}
    for source in sources:
        old = bloc_flows(mine, source, dict(groups), before).reindex(blocs)
        new = bloc_flows(mine, source, dict(groups), after).reindex(blocs)
        totals = [bloc_flows(mine, source, dict(groups), span).sum() for span in (before, after)]
        with np.errstate(divide="ignore", invalid="ignore"):
            change = np.log(new / (totals[1] - new)) - np.log(old / (totals[0] - old))
        rows[source] = change.where(np.isfinite(change))
    return pd.DataFrame(rows).T
