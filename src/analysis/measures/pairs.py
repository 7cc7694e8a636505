"""Panels of flows between pairs of economies, for gravity models."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from analysis.measures.activity import with_quarter

# The least flow that the publisher shows is one more; an unrecorded one lies between nought and it.
SUPPRESSED_UP_TO = 100


def among(collaboration: pd.DataFrame, least: int = 15) -> pd.DataFrame:
    """Recorded flows among the economies whose ties the table holds in full.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``; a pair that is absent in a quarter was suppressed there.
    least : int
        Senders with fewer recorded destinations are left out: the table holds only fragments
        of theirs.

    Returns
    -------
    DataFrame
        ``source``, ``destination``, ``pair``, ``quarter`` (period), ``weight``.
    """
    flows = with_quarter(collaboration)
    flows = flows[flows["source"] != flows["destination"]]
    reach = flows.groupby("source")["destination"].nunique()
    members = reach.index[reach >= least]
    kept = flows[flows["source"].isin(members) & flows["destination"].isin(members)]
    return kept.assign(pair=kept["source"] + kept["destination"]).reset_index(drop=True)


def complete(flows: pd.DataFrame) -> pd.DataFrame:
    """Pairs that are recorded in every quarter."""
    count = flows.groupby("pair")["quarter"].transform("nunique")
    return flows[count == flows["quarter"].nunique()].reset_index(drop=True)


def filled(flows: pd.DataFrame, value: float) -> pd.DataFrame:
    """Every pair that is recorded at least once, in every quarter, with a value where it is not.

    Parameters
    ----------
    flows : DataFrame
        As `among` returns it.
    value : float
        For suppressed flows, from 0 to `SUPPRESSED_UP_TO`.
    """
    wide = flows.pivot(index=["source", "destination", "pair"], columns="quarter",
                       values="weight").fillna(value)
    return wide.stack().rename("weight").reset_index()


def extreme(flows: pd.DataFrame, source: str, start: pd.Period, highest: bool) -> pd.DataFrame:
    """Suppressed flows of one sender where they raise its change most, or lower it most.

    Flows of the other senders stay as they are recorded.

    Parameters
    ----------
    flows : DataFrame
        As `among` returns it.
    source : str
        Sender.
    start : Period
        First quarter after the change.
    highest : bool
        Nothing before and `SUPPRESSED_UP_TO` after, or the other way round.
    """
    own = flows["source"] == source
    low, high = filled(flows[own], 0), filled(flows[own], SUPPRESSED_UP_TO)
    full = (low["quarter"] >= start) == highest
    return pd.concat([flows[~own], low.assign(weight=low["weight"].where(~full, high["weight"]))],
                     ignore_index=True)


def before_after(flows: pd.DataFrame, start: pd.Period) -> pd.DataFrame:
    """Mean recorded flow of each pair before a quarter and from it on.

    Two periods leave no serial correlation for the errors to hide [1]_. Pairs that are recorded
    on one side only are left out.

    References
    ----------
    .. [1] Bertrand, M., Duflo, E. and Mullainathan, S. (2004). How much should we trust
       differences-in-differences estimates? Quarterly Journal of Economics, 119(1), 249-275.
    """
    after = flows["quarter"] >= start
    side = after.map({False: pd.Period(start - 1), True: pd.Period(start)})
    means = (flows.assign(quarter=side).groupby(["source", "destination", "pair", "quarter"])
             ["weight"].mean().reset_index())
    both = means.groupby("pair")["quarter"].transform("nunique") == 2
    return means[both].reset_index(drop=True)


def folded(flows: pd.DataFrame, start: pd.Period) -> pd.DataFrame:
    """Flow of each pair before a quarter and from it on, as if every quarter had been recorded.

    The mean of the recorded quarters of a side, times the number of quarters on it. Where every
    quarter is recorded these are sums, and coefficients of a Poisson model with effects of pair
    and of destination by quarter (or quarter) are exactly those of the quarters themselves, since
    all conditions that define them are sums over the quarters of a side. Pairs that are recorded
    on one side only are left out.
    """
    halves = before_after(flows, start)
    quarters = pd.Series(flows["quarter"].unique())
    later = int((quarters >= start).sum())
    count = (halves["quarter"] >= start).map({False: len(quarters) - later, True: later})
    return halves.assign(weight=halves["weight"] * count)


def towards(flows: pd.DataFrame, blocs: Mapping[str, str],
            named: Collection[str]) -> pd.DataFrame:
    """Flows to destinations in some blocs.

    With effects of pair and of destination by quarter no other flow bears on the coefficients of
    ties to these blocs, so that they can be had from fewer rows.
    """
    return flows[flows["destination"].map(blocs).isin(set(named))].reset_index(drop=True)


def marked(flows: pd.DataFrame, blocs: Mapping[str, str], source: str, start: pd.Period,
           named: Mapping[str, str]) -> pd.DataFrame:
    """Flows with one column a bloc that marks one economy's ties to it from a quarter on.

    Parameters
    ----------
    flows : DataFrame
        As `among` returns it.
    blocs : mapping
        Destination to bloc.
    source : str
        Economy whose ties are marked.
    start : Period
        First quarter in which they are.
    named : mapping
        Bloc to name of its column, which holds 0 or 1.
    """
    own = (flows["source"] == source) & (flows["quarter"] >= start)
    bloc = flows["destination"].map(blocs)
    return flows.assign(**{column: (own & (bloc == name)).astype(float)
                           for name, column in named.items()})


def recorded_between(collaboration: pd.DataFrame, one: str, other: str) -> int:
    """Flows on record between two economies, in either direction and any quarter."""
    source, destination = collaboration["source"], collaboration["destination"]
    there = (source == one) & (destination == other)
    return int((there | (source == other) & (destination == one)).sum())


def destinations_of(flows: pd.DataFrame, source: str, blocs: Mapping[str, str],
                    bloc: str) -> list[str]:
    """Destinations in one bloc that a sender has flows to, in alphabetical order of codes.

    Parameters
    ----------
    flows : DataFrame
        As `among` returns it.
    source : str
        Sender.
    blocs : mapping
        Destination to bloc.
    bloc : str
        Bloc that is asked for.
    """
    mine = flows.loc[flows["source"] == source, "destination"]
    return sorted(set(mine[mine.map(blocs) == bloc]))
