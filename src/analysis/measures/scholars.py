"""Scholars of Belarus: stock and moves by year, and beside other groups."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def scholars_by_year(scholars: pd.DataFrame, source: str) -> pd.DataFrame:
    """Researchers, moves and rates of one database.

    Parameters
    ----------
    scholars : DataFrame
        Table ``scholars``.
    source : {'openalex', 'scopus'}
        Database; the two are not spliced.

    Returns
    -------
    DataFrame
        Indexed by year: ``researchers``, ``arrivals``, ``departures``, ``net`` (persons),
        ``net_rate`` and ``departure_rate`` (per thousand researchers; NaN where their number is
        not given).
    """
    own = scholars[scholars["source"] == source].set_index("year").sort_index()
    net = own["arrivals"] - own["departures"]
    return own[["researchers", "arrivals", "departures"]].assign(
        net=net, net_rate=1000 * net / own["researchers"],
        departure_rate=1000 * own["departures"] / own["researchers"])


def side_by_side(groups: Mapping[str, pd.Series], base: int) -> pd.DataFrame:
    """Series of several groups by year, each with its base year set to 100.

    Parameters
    ----------
    groups : mapping of str to Series
        Positive values, indexed by year.
    base : int
        Year that all have.

    Returns
    -------
    DataFrame, shape (years, groups)
        Years that any of them has; NaN where one has none.

    Raises
    ------
    ValueError
        If a group lacks the base year.
    """
    for name, series in groups.items():
        if base not in series.index or pd.isna(series[base]):
            raise ValueError(f"{name} has no value for {base}")
    return pd.DataFrame({name: 100 * series / series[base] for name, series in groups.items()})
