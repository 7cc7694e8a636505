"""Registers that count Belarusians: five in Poland over time, five of hosts then and now."""

from __future__ import annotations

from datetime import date

import pandas as pd

from analysis.measures.chronicle import in_years
from analysis.measures.permits import permit
from report.intervals import Interval, exact
from report.published import figure

# Counts of Poland by their key, in the words of figures.
POLAND = {"permits": "Valid permits", "documents": "Residence documents", "insured": "Insured",
          "visas": "Programme visas, ever", "entries": "Programme entries"}
_INDICATORS = {"hosts.documents": "documents", "visas.pbh.issued": "visas",
               "insurance.poland.belarusians": "insured", "visas.pbh.entries": "entries"}
# Figures of other things under the same indicator.
_OTHER_CONCEPTS = "all citizens|Russian|only|portal|study"


def poland_counts(permits: pd.DataFrame, published: pd.DataFrame,
                  register: pd.DataFrame) -> pd.DataFrame:
    """Five counts of Belarusians in Poland over time.

    Parameters
    ----------
    permits, published, register : DataFrame
        Tables ``permits``, ``published`` and ``poland_register``.

    Returns
    -------
    DataFrame
        Long: ``key`` and ``count`` (see `POLAND`), ``date`` (years as a number), ``value``,
        ``low``, ``high``; persons, or visas for the visas of the programme.
    """
    printed = [_point(_INDICATORS[row["indicator"]], row["period_end"],
                      figure(published, row["figure"]))
               for _, row in _poland(published).iterrows()]
    documents = register[register["series"] == "documents.total"]
    registered = [_point("documents", row["period_end"], exact(row["value"]))
                  for _, row in documents.iterrows()]
    own = permits[(permits["reporter"] == "PL") & (permits["series"] == "valid")]
    allowed = [_point("permits", date(row["year"], 12, 31), exact(row["persons"]))
               for _, row in own.iterrows()]
    frame = pd.DataFrame(printed + registered + allowed).drop_duplicates(["key", "date"])
    return frame.sort_values(["count", "date"], ignore_index=True)


def poland_figures(published: pd.DataFrame) -> list[str]:
    """Names of the published figures behind `poland_counts`."""
    return list(_poland(published)["figure"])


def _poland(published: pd.DataFrame) -> pd.DataFrame:
    """Preferred figures of one concept for each count."""
    kept = published[published["indicator"].isin(_INDICATORS) & published["preferred"]
                     & (published["geography"] == "PL")]
    return kept[~kept["concept"].str.contains(_OTHER_CONCEPTS)]


def _point(key: str, day: date, value: Interval) -> dict:
    return {"key": key, "count": POLAND[key], "date": in_years(pd.Timestamp(day)),
            "value": value.value, "low": value.low, "high": value.high}


def register_growth(permits: pd.DataFrame, published: pd.DataFrame,
                    register: pd.DataFrame) -> pd.DataFrame:
    """Belarusians by five registers, at about the end of 2019 and at the latest date.

    Parameters
    ----------
    permits, published, register : DataFrame
        Tables ``permits``, ``published`` and ``poland_register``.

    Returns
    -------
    DataFrame
        ``key``, ``register`` (name), ``before`` and ``latest`` (intervals, persons), ``when`` (of
        the latest count) and ``times``, latest over before.
    """
    eu = {(series, year): exact(permit(permits, "EU27", series, year))
          for series in ("valid", "first") for year in (2019, 2024)}
    rows = [
        {"key": "eu-valid", "register": "EU27, valid permits (Eurostat)",
         "before": eu["valid", 2019], "latest": eu["valid", 2024], "when": "end of 2024"},
        {"key": "eu-first", "register": "EU27, first permits (Eurostat)",
         "before": eu["first", 2019], "latest": eu["first", 2024], "when": "in 2024"},
        {"key": "poland-documents", "register": "Poland, residence documents (UdSC)",
         "before": figure(published, "hosts.documents-2020-01-01-charter2025a"),
         "latest": exact(documents_on(register, "2026-06-01")), "when": "June 2026"},
        {"key": "poland-insured", "register": "Poland, social insurance (ZUS)",
         "before": figure(published, "insurance.poland.belarusians-2019-12-31-propertynews2020"),
         "latest": figure(published, "insurance.poland.belarusians-2024-end-racyja2025b"),
         "when": "end of 2024"},
        {"key": "lithuania-residents", "register": "Lithuania, residents",
         "before": figure(published, "hosts.residents-2020-01-nashaniva2023b"),
         "latest": figure(published, "hosts.residents-2025-01-izvestialive2025"),
         "when": "January 2025"}]
    return pd.DataFrame([row | {"times": row["latest"].value / row["before"].value}
                         for row in rows])


def documents_on(register: pd.DataFrame, day: str) -> float:
    """Holders of a residence document in Poland on a day, persons.

    Raises
    ------
    KeyError
        If the register was not published for that day.
    """
    totals = register[register["series"] == "documents.total"].set_index("period_end")["value"]
    return float(totals[pd.Timestamp(day)])


def decisions_by_year(register: pd.DataFrame) -> pd.Series:
    """Positive decisions on residence of Belarusians in Poland, by calendar year."""
    rows = register[register["series"] == "permits.positive"]
    return rows.set_index(rows["period_start"].dt.year)["value"]


def protected_by_year(protection: pd.DataFrame) -> pd.Series:
    """Refugees and asylum-seekers from Belarus in all countries of asylum, at the end of years.

    Parameters
    ----------
    protection : DataFrame
        Table of this name.
    """
    held = protection[protection["series"].isin(["refugees", "asylum_seekers"])]
    return held.groupby("year")["persons"].sum()
