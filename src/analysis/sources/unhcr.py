"""UNHCR: asylum applications, refugees and asylum-seekers from Belarus."""

from __future__ import annotations

import json

import pandas as pd

from report.refresh.store import RefreshError, Store

ADDRESS = ("https://api.unhcr.org/population/v1/{kind}/?limit=5000&page={page}&yearFrom={year}"
           "&coo={origin}&coa_all=true&cf_type=ISO")
ORIGIN, FIRST_YEAR = "BLR", 2015
LEVELS = ("FI", "FA", "NA", "IN", "EO", "TA")
SERIES = {"P": "asylum_new", "C": "asylum_new_cases"}


def protection(store: Store, economies: pd.DataFrame) -> pd.DataFrame:
    """New asylum applications in the year, and refugees and asylum-seekers at its end.

    Publisher: UNHCR, Refugee Data Finder, CC BY 4.0. Editions twice a year; the interface gives
    the present one. Answers in JSON, named ``unhcr_asylum-applications_1.json`` and
    ``unhcr_population_1.json``, with further numbers for further pages. Numbers below five are
    rounded by UNHCR.

    New applications (type N) are summed over bodies of first instance and equivalent ones
    (`LEVELS`), persons and cases apart; appeals and repeated applications are left out, and so
    are zeros and countries that table ``economies`` does not have.

    Returns
    -------
    DataFrame
        ``destination`` (ISO 3166-1 alpha-2), ``year``, ``series``, ``persons``.
    """
    claims = _answers(store, "asylum-applications")
    new = claims[(claims["app_type"] == "N") & claims["dec_level"].isin(LEVELS)]
    stocks = _answers(store, "population").melt(
        ["coa_iso", "year"], ["refugees", "asylum_seekers"], "series", "persons")
    found = pd.concat([
        new.assign(series=new["app_pc"].map(SERIES)).rename(columns={"applied": "persons"}),
        stocks])
    found["destination"] = found["coa_iso"].map(economies.set_index("iso3")["iso2"])
    found["persons"] = pd.to_numeric(found["persons"], errors="coerce")
    sums = found.groupby(["destination", "year", "series"], as_index=False)["persons"].sum()
    return sums[sums["persons"] > 0].astype({"year": int, "persons": int})


def _answers(store: Store, kind: str) -> pd.DataFrame:
    items, page, pages = [], 1, 1
    while page <= pages:
        name = f"unhcr_{kind}_{page}.json"
        path = store.get(name, ADDRESS.format(kind=kind, page=page, year=FIRST_YEAR,
                                              origin=ORIGIN))
        try:
            answer = json.loads(path.read_text(encoding="utf-8"))
            items, pages = items + answer["items"], int(answer.get("maxPages", 1))
        except (ValueError, KeyError):
            raise RefreshError(f"{name} is not an answer of UNHCR's interface") from None
        page += 1
    if not items:
        raise RefreshError(f"UNHCR's interface has no {kind} for {ORIGIN}")
    return pd.DataFrame(items)
