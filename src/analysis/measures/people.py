"""How many people left: bounds from the registers of the hosts."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.measures.permits import EU, REST, permit
from analysis.measures.registers import documents_on
from report.intervals import Interval, exact, propagate
from report.published import figure

# Registers at about the end of 2019, at the end of 2023, and at the latest date that each has.
_CARDS = ("hosts.documents-2020-01-01-charter2025a", "hosts.documents-2023-12-31-nashaniva2024b")
_RESIDENTS = ("hosts.residents-2020-01-nashaniva2023b", "hosts.residents-2024-01-01-belsat2026",
              "hosts.residents-2026-06-01-belsat2026")
_GEORGIA = ("hosts.migration.net-2021-devby2025a", "hosts.migration.net-2022-devby2025a",
            "hosts.migration.net-2023-devby2025a", "hosts.migration.net-2024-devby2025a")
_CENSUS = "hosts.residents-2024-11-nashaniva2026b"
# First and last year of the stocks of permits, and the day of the latest count of documents.
BEFORE, PEAK, LATEST, DOCUMENTS = 2019, 2023, 2024, "2026-06-01"
TOGETHER = "all"
COUNTS = ("narrow", "wide", "narrow_latest", "wide_latest")


def increase(before: Interval, after: Interval) -> Interval:
    """Increase between two counts."""
    return propagate(lambda a, b: b - a, before, after)


def people_by_host(permits: pd.DataFrame, published: pd.DataFrame, register: pd.DataFrame,
                   born: pd.DataFrame) -> pd.DataFrame:
    """Increase of Belarusians by host since the end of 2019, narrow and wide, to two dates.

    The narrow count takes, where a host has one, the register that leaves visas and short stays
    out; the wide one takes Eurostat's valid permits, which count them. Georgia has net migration,
    and of late a census that found fewer; what lived there before is then taken from the estimate
    of the United Nations.

    Parameters
    ----------
    permits, published : DataFrame
        Tables of these names.
    register, born : DataFrame
        Tables ``poland_register`` and ``born_abroad``.

    Returns
    -------
    DataFrame
        ``key`` (reporter, or `TOGETHER` for the sums in the last row), ``host``; ``narrow`` and
        ``wide`` to the end of 2023, ``narrow_latest`` to the latest count of each host and
        ``wide_latest`` to the end of 2024 (intervals, persons).
    """
    known = {name: figure(published, name)
             for name in (*_CARDS, *_RESIDENTS, *_GEORGIA, _CENSUS)}
    cards, residents = [known[n] for n in _CARDS], [known[n] for n in _RESIDENTS]
    latest_cards = exact(documents_on(register, DOCUMENTS))
    hosts = [
        {"key": "PL", "host": "Poland", "narrow": increase(*cards),
         "narrow_latest": increase(cards[0], latest_cards)} | _wide(permits, "PL"),
        {"key": "LT", "host": "Lithuania", "narrow": increase(*residents[:2]),
         "narrow_latest": increase(residents[0], residents[-1])} | _wide(permits, "LT"),
        {"key": REST, "host": "Other EU members"} | _rest(permits),
        {"key": "GE", "host": "Georgia"} | _georgia([known[n] for n in _GEORGIA],
                                                    known[_CENSUS], born)]
    sums = {count: total(host[count] for host in hosts) for count in COUNTS}
    frame = pd.DataFrame([*hosts, {"key": TOGETHER, "host": "Together", **sums}])
    return frame[["key", "host", *COUNTS]]


def total(counts: Iterable[Interval]) -> Interval:
    """Sum of independent intervals."""
    return propagate(lambda *parts: sum(parts), *counts)


def rounded(count: Interval, places: int) -> Interval:
    """Value of a count without its range, rounded to `places` (-3 for thousands)."""
    near = float(round(count.value, places))
    return Interval(near, near, near, count.rows)


def _grown(permits: pd.DataFrame, host: str, year: int) -> float:
    return permit(permits, host, "valid", year) - permit(permits, host, "valid", BEFORE)


def _wide(permits: pd.DataFrame, host: str) -> dict[str, Interval]:
    return {"wide": exact(_grown(permits, host, PEAK)),
            "wide_latest": exact(_grown(permits, host, LATEST))}


def _rest(permits: pd.DataFrame) -> dict[str, Interval]:
    """All members but Poland and Lithuania, by permits, which are the only count."""
    wide = {year: exact(_grown(permits, EU, year) - _grown(permits, "PL", year)
                        - _grown(permits, "LT", year)) for year in (PEAK, LATEST)}
    return {"narrow": wide[PEAK], "wide": wide[PEAK],
            "narrow_latest": wide[LATEST], "wide_latest": wide[LATEST]}


def _georgia(net: list[Interval], census: Interval, born: pd.DataFrame) -> dict[str, Interval]:
    """Net migration, and the census of 2024 less the United Nations' estimate of 2020."""
    rows = born[(born["source"] == "un_desa") & (born["host"] == "GE") & (born["year"] == 2020)]
    peak = total(net[:-1])
    return {"narrow": peak, "wide": peak, "wide_latest": total(net),
            "narrow_latest": increase(exact(float(rows["persons"].sum())), census)}
