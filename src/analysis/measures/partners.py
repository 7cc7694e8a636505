"""Work that comes in from partners and goes out to them: how lasting and how mutual it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.measures.activity import with_quarter


def both_ways(collaboration: pd.DataFrame, centre: str, partners: Sequence[str],
              periods: Mapping[str, pd.PeriodIndex]) -> pd.DataFrame:
    """Flows from and to one economy by partner.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``.
    centre : str
        The economy.
    partners : sequence of str
        Other ends.
    periods : mapping
        Name of a period to its quarters.

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


def changes_by_partner(collaboration: pd.DataFrame, centre: str, partners: Mapping[str, str],
                       before: pd.PeriodIndex, after: pd.PeriodIndex) -> pd.DataFrame:
    """Flows from and to one economy in two periods.

    Parameters
    ----------
    collaboration, centre
        See `both_ways`.
    partners : mapping
        Code to name.
    before, after : PeriodIndex
        Quarters of the two periods.

    Returns
    -------
    DataFrame
        By ``key`` (code): ``partner`` (name), ``in_before``, ``in_after``, ``in_change``,
        ``out_before``, ``out_after``, ``out_change`` (percent), from the partner that sends most.
    """
    flows = both_ways(collaboration, centre, list(partners), {"before": before, "after": after})
    flows = flows.rename_axis("key").assign(partner=flows.index.map(partners))
    for way in ("in", "out"):
        flows[f"{way}_change"] = 100 * (flows[f"{way}_after"] / flows[f"{way}_before"] - 1)
    return flows.sort_values("in_after", ascending=False)


def incoming(collaboration: pd.DataFrame, centres: Iterable[str],
             senders: Sequence[str]) -> pd.DataFrame:
    """Recorded flow to some economies from the same senders.

    Returns
    -------
    DataFrame
        Pushes and pull requests, quarters as rows and economies as columns.
    """
    flows = with_quarter(collaboration[collaboration["source"].isin(senders)])
    sums = flows.pivot_table(index="quarter", columns="destination", values="weight",
                             aggfunc="sum")
    return sums[list(centres)]


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


def lasting_and_mutual(collaboration: pd.DataFrame, centres: Mapping[str, str],
                       senders: Sequence[str], base: pd.PeriodIndex,
                       latest: pd.PeriodIndex) -> pd.DataFrame:
    """Growth, persistence and reciprocity of the ties of some economies.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``.
    centres : mapping
        Economies that are compared: code to name.
    senders : sequence of str
        Other ends, the same for all.
    base, latest : PeriodIndex
        Quarters of the two periods.

    Returns
    -------
    DataFrame
        By ``key`` (code): ``economy`` (name), ``now`` (flow that comes in), ``change`` (percent),
        ``base``, ``kept`` and ``seen`` (see `persistence`), ``matched`` and ``matched_now`` (see
        `reciprocity`).
    """
    arriving = incoming(collaboration, centres, senders)
    before, now = arriving.loc[base].sum(), arriving.loc[latest].sum()
    rows = {code: {
        "economy": name, "now": now[code], "change": 100 * (now[code] / before[code] - 1),
        **persistence(collaboration, code, senders, base, latest),
        "matched": reciprocity(collaboration, code, senders, base),
        "matched_now": reciprocity(collaboration, code, senders, latest)}
        for code, name in centres.items()}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("key")
