"""Belstat: the average wage, population by age, and registered migration."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd

from report.refresh.store import RefreshError, Store

PINNED = "b954d8ee2fcbf80a07986c648f1b4d96cb800777"
ADDRESS = "https://raw.githubusercontent.com/sergeionlyart/BY_maps/{version}/data/{path}"
COUNTRY = "Республика Беларусь"
SEXES = {"мужчины": "men", "женщины": "women"}
PARTNERS = {"Международная миграция": "all", "Миграция со странами СНГ": "cis",
            "Миграция со странами вне СНГ": "other"}
PERIODS = ("2010-2019", "2024-2025")  # as the copy cuts them; nothing is published in between


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
    copy = pd.read_csv(_get(store, "curated/wages.csv"))
    if not {"territory_id", "year", "wage_byn"} <= set(copy.columns):
        raise RefreshError("wages.csv has other columns than it had")
    country = copy[copy["territory_id"] == "BY"]
    return country.rename(columns={"wage_byn": "wage"})[["year", "wage"]]


def population(store: Store) -> pd.DataFrame:
    """Population of Belarus on 1 January by sex and group of age.

    Publisher, copy and editions as for `wages`. Answer of the portal's interface for indicator
    10101100003, which takes no plain requests, named ``dataportal_age5_2019-2026.json``.
    Estimates between censuses: the last census (October 2019) carried on by registered births,
    deaths and moves.

    Returns
    -------
    DataFrame
        ``year``, ``sex`` (men, women), ``age`` (``0-4`` to ``75-79``, ``80+``), ``persons``.

    Raises
    ------
    RefreshError
        If the answer has no such rows.
    """
    answer = read(_get(store, "raw/age_current/dataportal_age5_2019-2026.json"))
    chosen = _rows(answer, {"Территория Республики Беларусь": [COUNTRY], "Пол": list(SEXES),
                            "Тип местности": ["Всего по типам местности"]})
    ages = chosen["Возрастной состав"].str.extract(r"(\d+)(?:-(\d+)| лет и старше)")
    return chosen.assign(sex=chosen["Пол"].map(SEXES),
                         age=ages[0] + ("-" + ages[1]).fillna("+"))[
        ["year", "sex", "age", "persons"]]


def migration(store: Store) -> pd.DataFrame:
    """Arrivals and departures over the border of Belarus that were registered.

    Publisher, copy and editions as for `wages`. Answers of the portal's interface for indicators
    10101300001 and 10101300002, named ``belstat_arrivals_oblast_2010-2019.json`` and so on. The
    portal has no figures for 2020 to 2023, which is not to say that nobody moved.

    Kept are the country's totals of international migration, with the countries of the
    Commonwealth of Independent States and with all others apart.

    Returns
    -------
    DataFrame
        ``flow`` (arrivals, departures), ``partner`` (all, cis, other), ``year``, ``persons``,
        ``flag``: ``s`` where the two parts do not add up to the whole.

    Raises
    ------
    RefreshError
        If an answer has no such rows.
    """
    frames = [_moves(store, flow, period) for flow in ("arrivals", "departures")
              for period in PERIODS]
    every = pd.concat(frames, ignore_index=True)
    wide = every.pivot(index=["flow", "year"], columns="partner", values="persons")
    wrong = wide["cis"] + wide["other"] != wide["all"]
    flags = wrong.map({True: "s", False: ""}).rename("flag").reset_index()
    return every.merge(flags, on=["flow", "year"], validate="m:1")


def _moves(store: Store, flow: str, period: str) -> pd.DataFrame:
    answer = read(_get(store, f"raw/migration/belstat_{flow}_oblast_{period}.json"))
    chosen = _rows(answer, {"Территория Республики Беларусь": [COUNTRY],
                            "Страны мира / Группы стран": ["Всего по странам"],
                            "Потоки миграции": list(PARTNERS)})
    return chosen.assign(flow=flow, partner=chosen["Потоки миграции"].map(PARTNERS))[
        ["flow", "partner", "year", "persons"]]


def read(path: Path) -> pd.DataFrame:
    """Values of an answer of the portal, one row a cell that has one.

    Returns
    -------
    DataFrame
        One column a dimension, named as in the answer; ``year``, ``persons``.

    Raises
    ------
    RefreshError
        If it is not such an answer.
    """
    try:
        answer = json.loads(path.read_text(encoding="utf-8"))
        dimensions, years = answer["tableHeaderDimColumns"], answer["tableHeader"][0]
        cells = [[cell["value"] for cell in row] for row in answer["tableRows"]]
        wide = pd.DataFrame(cells, columns=[*dimensions, *years])
    except (ValueError, KeyError, TypeError, IndexError):
        raise RefreshError(f"{path.name} is not an answer of Belstat's portal") from None
    long = wide.melt(dimensions, years, "year", "persons").dropna(subset="persons")
    digits = long["persons"].str.replace(r"\s", "", regex=True)
    return long.assign(year=long["year"].astype(int), persons=digits.astype(int))


def _rows(answer: pd.DataFrame, wanted: dict[str, list[str]]) -> pd.DataFrame:
    for dimension, names in wanted.items():
        if dimension not in answer or not set(names) <= set(answer[dimension]):
            raise RefreshError(f"an answer of Belstat's portal has no {', '.join(names)}")
        answer = answer[answer[dimension].isin(names)]
    return answer


def _get(store: Store, path: str) -> Path:
    version = PINNED if store.pinned else "main"
    return store.get(path.rpartition("/")[2], ADDRESS.format(version=version, path=path))
