"""How many people left: bounds from the registers of the hosts, and who counts among them."""

from __future__ import annotations

from datetime import date

import pandas as pd

from analysis.measures.permits import permit
from report.intervals import Interval, propagate
from report.published import figure

# Registers at about the end of 2019 and the end of 2023, the last time at which all have a count.
_CARDS = ("hosts.documents-2020-01-01-charter2025a", "hosts.documents-2024-02-29-wb242024")
_RESIDENTS = ("hosts.residents-2020-01-nashaniva2023b", "hosts.residents-2024-01-izvestialive2025")
_GEORGIA = tuple(f"hosts.migration.net-{year}-devby2025a" for year in (2021, 2022, 2023))


def increase(before: Interval, after: Interval) -> Interval:
    """Increase between two counts."""
    return propagate(lambda a, b: b - a, before, after)


def people_by_host(permits: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    """Increase of Belarusians by host from the end of 2019 to the end of 2023, narrow and wide.

    The narrow count takes, where a host has one, the register that leaves visas and short stays
    out; the wide one takes Eurostat's valid permits, which count them.

    Parameters
    ----------
    permits, published : DataFrame
        Tables of these names.

    Returns
    -------
    DataFrame
        ``host``, ``narrow`` and ``wide`` (intervals, persons), ``narrow_source`` and
        ``wide_source``.
    """
    known = {name: figure(published, name) for name in (*_CARDS, *_RESIDENTS, *_GEORGIA)}
    wide = {host: _permits(permits, host) for host in ("PL", "LT", "EU27")}
    rest = _exact(wide["EU27"].value - wide["PL"].value - wide["LT"].value)
    georgia = propagate(lambda *years: sum(years), *(known[name] for name in _GEORGIA))
    rows = [
        ("Poland", increase(*(known[n] for n in _CARDS)), wide["PL"], "residence documents"),
        ("Lithuania", increase(*(known[n] for n in _RESIDENTS)), wide["LT"], "residents"),
        ("Other EU members", rest, rest, "valid permits"),
        ("Georgia", georgia, georgia, "net migration"),
    ]
    frame = pd.DataFrame(rows, columns=["host", "narrow", "wide", "narrow_source"])
    return frame.assign(wide_source=["valid permits"] * 3 + ["net migration"])


def total(counts: pd.Series) -> Interval:
    """Sum of independent intervals."""
    return propagate(lambda *parts: sum(parts), *counts)


def _permits(permits: pd.DataFrame, host: str) -> Interval:
    before, after = (permit(permits, host, "valid", year) for year in (2019, 2023))
    return _exact(after - before)


def _exact(value: float) -> Interval:
    return Interval(value, value, value)


def poland_counts(permits: pd.DataFrame, published: pd.DataFrame,
                  register: pd.DataFrame) -> pd.DataFrame:
    """Five counts of Belarusians in Poland over time.

    Returns
    -------
    DataFrame
        Long: ``count`` (name), ``date`` (years as a number), ``value``, ``low``, ``high``;
        persons, or visas for the visas of the programme.
    """
    rows = [_point(_NAMED[row["indicator"]], row["period_end"], figure(published, row["figure"]))
            for _, row in _poland(published).iterrows()]
    rows += [_point("Residence documents", row["period_end"], _exact(row["value"]))
             for _, row in register[register["series"] == "documents.total"].iterrows()]
    own = permits[(permits["reporter"] == "PL") & (permits["series"] == "valid")]
    rows += [_point("Valid permits", date(row["year"], 12, 31), _exact(row["persons"]))
             for _, row in own.iterrows()]
    frame = pd.DataFrame(rows).drop_duplicates(["count", "date"])
    return frame.sort_values(["count", "date"], ignore_index=True)


def poland_rows(published: pd.DataFrame) -> list[str]:
    """Published figures behind `poland_counts`."""
    return list(_poland(published)["figure"])


_NAMED = {"hosts.documents": "Residence documents", "visas.pbh.issued": "Programme visas, ever",
          "insurance.poland.belarusians": "Insured", "visas.pbh.entries": "Programme entries"}


def _poland(published: pd.DataFrame) -> pd.DataFrame:
    """Preferred figures of one concept for each count."""
    kept = published[published["indicator"].isin(_NAMED) & published["preferred"]
                     & (published["geography"] == "PL")]
    return kept[~kept["concept"].str.contains("all citizens|Russian|only|portal|study")]


def _point(name: str, day: date, value: Interval) -> dict:
    year = day.year + (day.timetuple().tm_yday - 1) / 365.25
    return {"count": name, "date": year, "value": value.value, "low": value.low,
            "high": value.high}
