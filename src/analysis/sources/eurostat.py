"""Eurostat: residence permits of citizens of Belarus."""

from __future__ import annotations

import json
from datetime import date
from itertools import product
from pathlib import Path

import pandas as pd

from report.refresh.store import RefreshError, Store

ADDRESS = ("https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/{dataset}"
           "?format=JSON&citizen=BY&duration=TOTAL&reason=TOTAL&unit=PER{years}{places}")
FIRST_YEAR = 2015
PLACES = ("PL LT DE CZ LV EE NL ES IT FR SE FI AT BE IE PT SK HU BG RO HR SI DK EL CY MT LU "
          "EU27_2020 NO CH IS").split()
SERIES = {"first": "migr_resfirst", "valid": "migr_resvalid"}
CODES = {"EL": "GR", "EU27_2020": "EU27"}


def permits(store: Store) -> pd.DataFrame:
    """First permits issued in the year, and valid permits on 31 December.

    Publisher: Eurostat, ``migr_resfirst`` and ``migr_resvalid``, CC BY 4.0. No editions: the
    statistics interface gives the present state. Answers in JSON-stat 2.0, named
    ``eurostat_migr_resfirst_BY.json`` and ``eurostat_migr_resvalid_BY.json``. All reasons and
    lengths; a figure that is absent is not published, not zero.

    Eurostat's codes EL and EU27_2020 are written GR and EU27.

    Returns
    -------
    DataFrame
        ``reporter``, ``year``, ``series`` (first, valid), ``persons``, ``flag``.
    """
    frames = [_answer(store, dataset).assign(series=series) for series, dataset in SERIES.items()]
    return pd.concat(frames, ignore_index=True)


def _answer(store: Store, dataset: str) -> pd.DataFrame:
    years = "".join(f"&time={y}" for y in range(FIRST_YEAR, date.today().year + 1))
    url = ADDRESS.format(dataset=dataset, years=years,
                         places="".join(f"&geo={p}" for p in PLACES))
    return read(store.get(f"eurostat_{dataset}_BY.json", url))


def read(path: Path) -> pd.DataFrame:
    """Permits in an answer in JSON-stat 2.0.

    Raises
    ------
    RefreshError
        If it is not such an answer, or more than places and years vary.
    """
    found = cells(path, ("geo", "time"))
    return found.rename(columns={"geo": "reporter", "value": "persons"}).assign(
        year=found["time"].astype(int))[["reporter", "year", "persons", "flag"]]


def cells(path: Path, vary: tuple[str, ...]) -> pd.DataFrame:
    """Observations of an answer in JSON-stat 2.0, one row each.

    Parameters
    ----------
    path : Path
        The answer.
    vary : tuple of str
        Dimensions that may have several categories.

    Returns
    -------
    DataFrame
        One column a dimension of `vary`, holding codes (places as in `CODES`); ``value``;
        ``flag``, '' where there is none.

    Raises
    ------
    RefreshError
        If it is not such an answer, or another dimension has several categories.
    """
    try:
        answer = json.loads(path.read_text(encoding="utf-8"))
        sizes = dict(zip(answer["id"], answer["size"]))
    except (ValueError, KeyError):
        raise RefreshError(f"{path.name} is not an answer in JSON-stat") from None
    if any(size != 1 for name, size in sizes.items() if name not in vary):
        raise RefreshError(f"{path.name} holds more than one series a place")
    labels = {name: sorted(found := answer["dimension"][name]["category"]["index"], key=found.get)
              for name in answer["id"] if name in vary}
    rows = [dict(zip(labels, cell)) | {
                "value": value, "flag": answer.get("status", {}).get(str(place), "")}
            for place, cell in enumerate(product(*labels.values()))
            if (value := answer["value"].get(str(place))) is not None]
    frame = pd.DataFrame(rows, columns=[*labels, "value", "flag"])
    return frame.assign(geo=frame["geo"].replace(CODES)) if "geo" in frame else frame
