"""Eurostat: people born in Belarus by host, sex and age, beside an estimate of the UN."""

from __future__ import annotations

from datetime import date

import pandas as pd

from analysis.sources.eurostat import cells
from report.refresh.store import RefreshError, Store

ADDRESS = ("https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/migr_pop3ctb"
           "?format=JSON&c_birth=BY&unit=NR{sexes}{ages}{years}{places}")
FIRST_YEAR = 2015
PLACES = "AT BG CZ EE FI LT LV NL SE".split()
SEXES = {"M": "men", "F": "women"}
BANDS = {"0-14": ("Y_LT5", "Y5-9", "Y10-14"), "15-24": ("Y15-19", "Y20-24"),
         "25-44": ("Y25-29", "Y30-34", "Y35-39", "Y40-44"),
         "45-64": ("Y45-49", "Y50-54", "Y55-59", "Y60-64"),
         "65+": ("Y65-69", "Y70-74", "Y75-79", "Y80-84", "Y_GE85")}
BAND_OF = {age: band for band, ages in BANDS.items() for age in ages}
# Judged from the counts, see `born_abroad`.
BREAKS = frozenset({("BG", 2023), ("CZ", 2021), ("LT", 2022), ("NL", 2021)})


def born_abroad(store: Store, kept: pd.DataFrame) -> pd.DataFrame:
    """People born in Belarus on 1 January, by host, sex and band of age.

    Publisher: Eurostat, ``migr_pop3ctb``, CC BY 4.0. No editions: the statistics interface gives
    the present state. Answer in JSON-stat 2.0, named ``eurostat_migr_pop3ctb_BY.json``. A figure
    that is absent is not published; Poland and Germany publish none by country of birth.

    A year has flag ``b`` where the count breaks against the year before: by Eurostat's flag, or
    because people do not move so (`BREAKS`). In Lithuania those of 65 and over rise from 12,468
    to 18,069 and men of 25 to 44 halve between the counts of 2021 and 2022. In Czechia those of
    65 and over fall by a third to 2021, in Bulgaria the whole by a sixth to 2023, and in the
    Netherlands the whole rises from 646 to 3,068 to 2021.

    Rows of the United Nations (International Migrant Stock 2024, CC BY 3.0 IGO) are those of the
    present table: the edition does not change, and its server gives the workbook to people only.

    Parameters
    ----------
    store : Store
    kept : DataFrame
        Present table.

    Returns
    -------
    DataFrame
        ``source`` (eurostat, un_desa), ``host`` (ISO 3166-1 alpha-2), ``year``, ``sex`` (men,
        women), ``age``, ``persons``, ``flag``.

    Raises
    ------
    RefreshError
        If the answer is not what it should be.
    """
    chosen = {"sexes": ("sex", SEXES), "ages": ("age", BAND_OF), "places": ("geo", PLACES),
              "years": ("time", range(FIRST_YEAR, date.today().year + 1))}
    url = ADDRESS.format(**{part: "".join(f"&{name}={value}" for value in values)
                            for part, (name, values) in chosen.items()})
    found = cells(store.get("eurostat_migr_pop3ctb_BY.json", url), ("geo", "sex", "age", "time"))
    return pd.concat([bands(found), kept[kept["source"] == "un_desa"]], ignore_index=True)


def bands(found: pd.DataFrame) -> pd.DataFrame:
    """Counts by five years of age added up to bands; a band that lacks a part is left out.

    Parameters
    ----------
    found : DataFrame
        ``geo``, ``sex``, ``age``, ``time`` (codes of Eurostat), ``value``, ``flag``.

    Returns
    -------
    DataFrame
        As `born_abroad`.
    """
    if not set(found["age"]) <= set(BAND_OF):
        raise RefreshError("Eurostat's answer on country of birth has other groups of age")
    rows = found.assign(band=found["age"].map(BAND_OF), year=found["time"].astype(int),
                        broken=found["flag"].str.contains("b"))
    sums = rows.groupby(["geo", "year", "sex", "band"], as_index=False).agg(
        persons=("value", "sum"), parts=("value", "size"), broken=("broken", "any"))
    sums = sums[sums["parts"] == sums["band"].map(lambda band: len(BANDS[band]))]
    judged = pd.Series([place in BREAKS for place in zip(sums["geo"], sums["year"])],
                       index=sums.index, dtype=bool)
    return pd.DataFrame({
        "source": "eurostat", "host": sums["geo"], "year": sums["year"],
        "sex": sums["sex"].map(SEXES), "age": sums["band"], "persons": sums["persons"],
        "flag": (sums["broken"] | judged).map({True: "b", False: ""})})
