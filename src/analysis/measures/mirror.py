"""Services exports of one economy as its partners book them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def by_bloc(imports: pd.DataFrame, blocs: Mapping[str, str]) -> pd.DataFrame:
    """Exports of an economy by year and bloc of the partners that report imports from it.

    What one side sells the other buys, so partners' imports show the destinations that an
    exporter does not publish [1]_. Mirror figures differ from the exporter's own by who is asked,
    by the seat of the buyer and by re-booking.

    Parameters
    ----------
    imports : DataFrame
        Tidy: ``partner`` (ISO 3166-1 alpha-2), ``year`` and ``value``, imports of services from
        the economy, in one unit; one row a partner and year.
    blocs : mapping
        Partner to bloc; partners that are not named count as ``rest``.

    Returns
    -------
    DataFrame, shape (years, blocs)
        Unit of ``value``; missing where no partner of a bloc reports in a year.

    Raises
    ------
    ValueError
        If a partner stands twice in one year.

    References
    ----------
    .. [1] Liberatore, A. and Wettstein, S. (2021). The OECD-WTO Balanced Trade in Services
       Database (BaTIS). OECD and WTO.
    """
    twice = imports.duplicated(["partner", "year"])
    if twice.any():
        row = imports[twice].iloc[0]
        raise ValueError(f"{row['partner']} stands twice in {row['year']}")
    given = imports.dropna(subset="value")
    bloc = given["partner"].map(blocs).fillna("rest").rename("bloc")
    return given.groupby(["year", bloc])["value"].sum().unstack()
