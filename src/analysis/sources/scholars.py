"""Max Planck Institute for Demographic Research: migration of scholars of Belarus."""

from __future__ import annotations

import pandas as pd

from report.refresh.store import RefreshError, Store

PINNED = "35bf3f40a78b7cd4c8a507ae295caf86bb03e54f"
ADDRESS = ("https://raw.githubusercontent.com/MPIDR/Global-flows-and-rates-of-international-"
           "migration-of-scholars/{version}/data_input/{name}")
FILES = {"openalex": ("openalex_2023_V1_scholarlymigration_country.csv", "BY"),
         "scopus": ("scopus_2024_V1_scholarlymigration_country.csv", "BLR")}
COLUMNS = {"padded_population_of_researchers": "researchers",
           "number_of_inmigrations": "arrivals", "number_of_outmigrations": "departures"}


def scholars(store: Store) -> pd.DataFrame:
    """Researchers in Belarus, and those who came or left by the address in their papers.

    Publisher: Max Planck Institute for Demographic Research, Scholarly Migration Database,
    CC BY 4.0, in its repository, pinned by commit; the editions are in the names of the files.
    A move is a change of the country that most of a person's papers name.

    The first year on record, in which no move can be seen, is left out; researchers of a year
    that is not complete are given as zero and left empty.

    Returns
    -------
    DataFrame
        ``source`` (openalex, scopus), ``year``, ``researchers``, ``arrivals``, ``departures``.

    Raises
    ------
    RefreshError
        If a file has no rows of Belarus.
    """
    return pd.concat([_source(store, source) for source in FILES], ignore_index=True)


def _source(store: Store, source: str) -> pd.DataFrame:
    name, code = FILES[source]
    version = PINNED if store.pinned else "master"
    found = pd.read_csv(store.get(name, ADDRESS.format(version=version, name=name)),
                        keep_default_na=False, na_values=[""])
    if not {"countrycode", "year", *COLUMNS} <= set(found):
        raise RefreshError(f"{name} has other columns than it had")
    own = found[found["countrycode"] == code].rename(columns=COLUMNS)
    if own.empty:
        raise RefreshError(f"{name} has no rows of {code}")
    own = own[own["year"] > own["year"].min()].astype({"year": int})
    return own.assign(source=source, researchers=own["researchers"].where(own["researchers"] > 0))[
        ["source", "year", *COLUMNS.values()]]
