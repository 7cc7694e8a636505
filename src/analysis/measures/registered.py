"""Registered migration of Belarus, and the years for which none is published."""

from __future__ import annotations

import pandas as pd


def registered_migration(migration: pd.DataFrame, partner: str = "all") -> pd.DataFrame:
    """Registered arrivals, departures and their balance by year.

    Parameters
    ----------
    migration : DataFrame
        Table ``belstat_migration``.
    partner : {'all', 'cis', 'other'}
        Group of countries. A figure of a group that does not add up with the other to the total
        of its year is left out.

    Returns
    -------
    DataFrame
        Indexed by year without gaps: ``arrivals``, ``departures``, ``net`` (persons). Years that
        are not published are NaN, not zero.
    """
    rows = migration[migration["partner"] == partner]
    if partner != "all":
        rows = rows[rows["flag"] == ""]
    wide = rows.pivot(index="year", columns="flow", values="persons").astype(float)
    years = pd.RangeIndex(migration["year"].min(), migration["year"].max() + 1, name="year")
    wide = wide.reindex(index=years, columns=["arrivals", "departures"])
    return wide.assign(net=wide["arrivals"] - wide["departures"])


def unpublished_years(migration: pd.DataFrame) -> list[int]:
    """Years between the first and the last on record for which there is no figure."""
    found = registered_migration(migration)
    return [int(year) for year in found.index[found.isna().all(axis=1)]]
