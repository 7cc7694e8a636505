"""Recorded work beside recorded trade: what validates one as a measure of the other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd


def outgoing_work(outgoing: pd.DataFrame) -> pd.DataFrame:
    """Recorded outgoing work by year and economy.

    Parameters
    ----------
    outgoing : DataFrame
        Table ``github_outgoing``.

    Returns
    -------
    DataFrame, shape (years, economies)
        Pushes and pull requests; missing unless all four quarters of a year are on record.
    """
    return _by_year(outgoing, "weight").sum(axis=1, min_count=4).unstack("economy")


def recorded_destinations(outgoing: pd.DataFrame) -> pd.DataFrame:
    """Mean number of destinations on record in a quarter, by year and economy.

    A total of few destinations rests on the few flows that pass the publisher's threshold, so
    this says how well an economy is measured.
    """
    return _by_year(outgoing, "destinations").mean(axis=1, skipna=False).unstack("economy")


def _by_year(outgoing: pd.DataFrame, column: str) -> pd.DataFrame:
    """One row a year and economy, one column a quarter."""
    table = outgoing.pivot(index=["year", "economy"], columns="quarter", values=column)
    return table.reindex(columns=range(1, 5))


def ict_exports(exports: pd.DataFrame) -> pd.DataFrame:
    """Table ``ict_exports`` in USD million, years as rows and economies as columns."""
    return exports.pivot(index="year", columns="economy", values="value") / 1e6


def side_by_side(work: pd.DataFrame, exports: pd.DataFrame, first: int,
                 last: int | None = None) -> pd.DataFrame:
    """Work and exports of every economy that has both, in logarithms.

    Parameters
    ----------
    work, exports : DataFrame, shape (years, economies)
    first : int
        Year of the levels, or year that changes start from.
    last : int, optional
        Year that changes end in; levels of `first` without it.

    Returns
    -------
    DataFrame
        Indexed by economy: ``work``, ``exports``. Changes are differences of logarithms, so that
        halving weighs as much as doubling.
    """
    logs = {name: np.log(table.where(table > 0))
            for name, table in (("work", work), ("exports", exports))}
    parts = {name: t.loc[first] if last is None else t.loc[last] - t.loc[first]
             for name, t in logs.items()}
    return pd.DataFrame(parts).dropna()


def partners(published: pd.DataFrame, year: int) -> list[str]:
    """Largest partners of the park's exports in a year, in the order printed."""
    rows = published[(published["indicator"] == "park.exports.partner")
                     & (published["period"] == str(year))]
    return rows.sort_values("value")["geography"].to_list()


def market_ranks(collaboration: pd.DataFrame, source: str, partners: Sequence[str],
                 year: int) -> pd.DataFrame:
    """Markets as an official list orders them, beside their place in recorded work.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``.
    source : str
        Sender.
    partners : sequence of str
        Economies from the largest market on.
    year : int

    Returns
    -------
    DataFrame
        ``economy``, ``stated`` (place in the list, from 1), ``work`` (recorded in the year, 0
        without a record), ``quarters`` (with a record), ``recorded`` (place among all
        destinations; missing without a record), ``share`` (percent of recorded work).
    """
    mine = collaboration[(collaboration["source"] == source) & (collaboration["year"] == year)]
    sums = mine.groupby("destination")["weight"].agg(["sum", "size"])
    order = sums["sum"].rank(ascending=False, method="min")
    listed = pd.Index(partners)
    return pd.DataFrame({
        "economy": listed, "stated": range(1, len(listed) + 1),
        "work": sums["sum"].reindex(listed, fill_value=0).to_numpy(),
        "quarters": sums["size"].reindex(listed, fill_value=0).to_numpy(),
        "recorded": order.reindex(listed).to_numpy(),
        "share": 100 * sums["sum"].reindex(listed, fill_value=0).to_numpy() / sums["sum"].sum()})

