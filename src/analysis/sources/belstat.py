"""Belstat: the average wage."""

from __future__ import annotations

import pandas as pd

from report.refresh.store import RefreshError, Store

PINNED = "b954d8ee2fcbf80a07986c648f1b4d96cb800777"
ADDRESS = "https://raw.githubusercontent.com/sergeionlyart/BY_maps/{version}/data/curated/wages.csv"


def wages(store: Store) -> pd.DataFrame:
    """Nominal gross monthly wage of all branches, mean of the year.

    Publisher: National Statistical Committee of Belarus, data portal, whose terms were not seen.
    The portal cannot be asked by code, so the figures are taken from a public copy
    (github.com/sergeionlyart/BY_maps, CC BY 4.0), named ``wages.csv`` and pinned by commit. Years
    to 2015 were converted from old roubles by the author of the copy.

    Returns
    -------
    DataFrame
        ``year``, ``wage`` (BYN a month).

    Raises
    ------
    RefreshError
        If the copy has no rows for the whole country.
    """
    version = PINNED if store.pinned else "main"
    copy = pd.read_csv(store.get("wages.csv", ADDRESS.format(version=version)))
    if not {"territory_id", "year", "wage_byn"} <= set(copy.columns):
        raise RefreshError("wages.csv has other columns than it had")
    country = copy[copy["territory_id"] == "BY"]
    return country.rename(columns={"wage_byn": "wage"})[["year", "wage"]]
