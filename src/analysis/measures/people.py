"""How many people left: bounds from the registers of the hosts."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.measures.permits import EU, REST, permit
from report.intervals import Interval, exact, propagate
from report.published import figure

# Registers at about the end of 2019 and the end of 2023, the last time at which all have a count.
_CARDS = ("hosts.documents-2020-01-01-charter2025a", "hosts.documents-2024-02-29-wb242024")
_RESIDENTS = ("hosts.residents-2020-01-nashaniva2023b", "hosts.residents-2024-01-izvestialive2025")
_GEORGIA = ("hosts.migration.net-2021-devby2025a", "hosts.migration.net-2022-devby2025a",
            "hosts.migration.net-2023-devby2025a")
TOGETHER = "all"


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
        ``key`` (reporter, or `TOGETHER` for the sums in the last row), ``host``, ``narrow`` and
        ``wide`` (intervals, persons), ``narrow_source`` and ``wide_source``.
    """
    known = {name: figure(published, name) for name in (*_CARDS, *_RESIDENTS, *_GEORGIA)}
    wide = {host: _permits(permits, host) for host in ("PL", "LT", EU)}
    rest = exact(wide[EU].value - wide["PL"].value - wide["LT"].value)
    georgia = total(known[name] for name in _GEORGIA)
    hosts = [
        {"key": "PL", "host": "Poland", "narrow": increase(*(known[n] for n in _CARDS)),
         "wide": wide["PL"], "narrow_source": "residence documents"},
        {"key": "LT", "host": "Lithuania", "narrow": increase(*(known[n] for n in _RESIDENTS)),
         "wide": wide["LT"], "narrow_source": "residents"},
        {"key": REST, "host": "Other EU members", "narrow": rest, "wide": rest,
         "narrow_source": "valid permits"},
        {"key": "GE", "host": "Georgia", "narrow": georgia, "wide": georgia,
         "narrow_source": "net migration", "wide_source": "net migration"}]
    sums = {count: total(host[count] for host in hosts) for count in ("narrow", "wide")}
    frame = pd.DataFrame([{"wide_source": "valid permits"} | host for host in hosts])
    return pd.concat([frame, pd.DataFrame([{"key": TOGETHER, "host": "Together", **sums}])],
                     ignore_index=True)


def total(counts: Iterable[Interval]) -> Interval:
    """Sum of independent intervals."""
    return propagate(lambda *parts: sum(parts), *counts)


def _permits(permits: pd.DataFrame, host: str) -> Interval:
    return exact(permit(permits, host, "valid", 2023) - permit(permits, host, "valid", 2019))
