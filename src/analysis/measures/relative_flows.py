"""Flows of each sender to a market against those of all other senders, by quarter."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from analysis.measures.lines import quarterly_lines


def relative_paths(flows: pd.DataFrame, destinations: Collection[str],
                   base: int) -> pd.DataFrame:
    """Each sender's flow to some destinations against that of all other senders together.

    For one destination and complete pairs these are the coefficients by quarter of a Poisson
    gravity model with effects of pair and quarter.

    Parameters
    ----------
    flows : DataFrame
        As `analysis.measures.pairs.complete` returns it.
    destinations : collection of str
        Destinations that are added up; a sender among them is left out for its own part.
    base : int
        Year whose mean is nought.

    Returns
    -------
    DataFrame, shape (quarters, senders)
        Log points; senders with a flow in every quarter.
    """
    bound = flows[flows["destination"].isin(destinations)]
    sums = bound.pivot_table(index="quarter", columns="source", values="weight", aggfunc="sum")
    sums = sums.dropna(axis="columns")
    others = sums.sum(axis=1).to_numpy()[:, None] - sums
    years = sums.index.year == base
    return np.log(sums / sums[years].mean()) - np.log(others / others[years].mean())


def paths_by_market(flows: pd.DataFrame, markets: Mapping[str, str], named: Collection[str],
                    base: int) -> dict[str, pd.DataFrame]:
    """Paths to each of some markets; see `relative_paths`.

    Parameters
    ----------
    flows, base
        See `relative_paths`.
    markets : mapping
        Destination to market.
    named : collection of str
        Markets that are wanted.
    """
    return {market: relative_paths(flows, [c for c, m in markets.items() if m == market], base)
            for market in named}


def path_panels(paths: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> pd.DataFrame:
    """Paths to markets as the lines of a figure, one panel a market.

    Parameters
    ----------
    paths : mapping
        Market to what `relative_paths` gives.
    names : mapping
        Market to name.

    Returns
    -------
    DataFrame
        ``key`` (market), ``year``, ``sender``, ``points``, ``market`` (title of the panel).
    """
    parts = []
    for market, wide in paths.items():
        part = quarterly_lines(wide, {sender: sender for sender in wide}, "sender", "points")
        parts.append(part.assign(key=market, market=f"To {names[market]}"))
    return pd.concat(parts, ignore_index=True)


def size_rank(paths: pd.DataFrame, name: str) -> float:
    """Share of paths whose root mean square is at least that of one of them, it included."""
    size = (paths**2).mean()
    return float((size >= size[name]).mean())
