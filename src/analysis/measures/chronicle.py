"""Events as the timeline shows them, and the two that figures mark."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

CATEGORIES = {"park": "The park", "tax": "Tax", "politics": "Politics", "war": "War",
              "sanctions": "Sanctions", "banking": "Banking", "company": "Companies",
              "host": "Hosts", "prisoners": "Prisoners", "press": "Press"}
ELECTION = "2020-08-09-disputed-presidential-election-mass"
INVASION = "2022-02-24-russia-invades-ukraine-also"
LANDMARKS = {ELECTION: "Election", INVASION: "Invasion"}


def day(events: pd.DataFrame, event: str) -> pd.Timestamp:
    """Day of an event of table ``events``.

    Raises
    ------
    LookupError
        If the table has no such event.
    """
    found = events.loc[events["event"] == event, "date"]
    if found.empty:
        raise LookupError(f"no event is called {event!r}")
    return found.iloc[0]


def in_years(date: pd.Timestamp | pd.Series) -> float | pd.Series:
    """Date in years: 2022.0 is the first of January 2022."""
    parts = date.dt if isinstance(date, pd.Series) else date
    return parts.year + (parts.day_of_year - 1) / 365.25


def landmarks(events: pd.DataFrame,
              names: Mapping[str, str] = MappingProxyType(LANDMARKS)) -> dict[float, str]:
    """Events that figures mark: their dates in years, and their short names.

    Parameters
    ----------
    events : DataFrame
        Table of this name.
    names : mapping of str to str
        Event to its short name.

    Raises
    ------
    LookupError
        If the table lacks one of them.
    """
    return {round(in_years(day(events, event)), 2): name for event, name in names.items()}


def timeline(events: pd.DataFrame) -> pd.DataFrame:
    """Events as the timeline shows them, in the order of categories and dates.

    Parameters
    ----------
    events : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        ``key`` (event), ``date``, ``year`` (a number), ``exact`` (whether the day is known),
        ``shown`` (date as printed), ``title`` (with its note in brackets), ``category`` (name),
        ``cited`` (source, as MyST text).
    """
    exact = events["precision"] == "day"
    notes = events["note"].fillna("")
    found = pd.DataFrame({
        "key": events["event"], "date": events["date"], "exact": exact,
        "year": in_years(events["date"]),
        "shown": events["date"].dt.strftime("%Y-%m-%d").where(
            exact, events["date"].dt.strftime("%Y-%m")),
        "title": events["title"] + notes.map(lambda note: f" ({note})" if note else ""),
        "category": events["category"].map(CATEGORIES),
        "cited": "{cite:p}`" + events["source"] + "`"})
    return found.sort_values("date", kind="stable", ignore_index=True)


def events_by_period(timeline: pd.DataFrame) -> dict[str, int]:
    """Events in all, between the election and the invasion, and in the two years from it.

    Parameters
    ----------
    timeline : DataFrame
        As `timeline` gives it; it must hold both events.

    Returns
    -------
    dict
        ``all``, ``between``, ``after``.
    """
    date = timeline.set_index("key")["date"]
    election, invasion = date[ELECTION], date[INVASION]
    later = invasion + pd.DateOffset(years=2)
    return {"all": len(date), "between": int(((date >= election) & (date < invasion)).sum()),
            "after": int(((date >= invasion) & (date < later)).sum())}
