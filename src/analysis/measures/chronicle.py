"""Events as the timeline shows them."""

from __future__ import annotations

import pandas as pd

CATEGORIES = {"park": "The park", "tax": "Tax", "politics": "Politics", "war": "War",
              "sanctions": "Sanctions", "banking": "Banking", "company": "Companies",
              "host": "Hosts", "prisoners": "Prisoners", "press": "Press"}
ELECTION, INVASION = pd.Timestamp("2020-08-09"), pd.Timestamp("2022-02-24")


def timeline(events: pd.DataFrame) -> pd.DataFrame:
    """Events as the timeline shows them, in the order of categories and dates.

    Parameters
    ----------
    events : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        ``date``, ``year`` (a number), ``exact`` (whether the day is known), ``shown`` (date as
        printed), ``title`` (with its note in brackets), ``category`` (name), ``cited`` (source,
        as MyST text).
    """
    exact = events["precision"] == "day"
    notes = events["note"].fillna("")
    found = pd.DataFrame({
        "date": events["date"], "exact": exact,
        "year": events["date"].dt.year + (events["date"].dt.day_of_year - 1) / 365.25,
        "shown": events["date"].dt.strftime("%Y-%m-%d").where(
            exact, events["date"].dt.strftime("%Y-%m")),
        "title": events["title"] + notes.map(lambda note: f" ({note})" if note else ""),
        "category": events["category"].map(CATEGORIES),
        "cited": "{cite:p}`" + events["source"] + "`"})
    return found.sort_values("date", kind="stable", ignore_index=True)


def events_by_period(timeline: pd.DataFrame) -> dict[str, int]:
    """Events in all, between the election and the invasion, and in the two years from it."""
    date = timeline["date"]
    later = INVASION + pd.DateOffset(years=2)
    return {"all": len(date), "between": int(((date >= ELECTION) & (date < INVASION)).sum()),
            "after": int(((date >= INVASION) & (date < later)).sum())}
