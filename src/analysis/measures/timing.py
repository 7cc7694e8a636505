"""When things moved: flows by month, days between events, and gaps to comparable economies."""

from __future__ import annotations

import numpy as np
import pandas as pd

from report.intervals import Interval, propagate
from report.published import figure


def net_of(published: pd.DataFrame, hires: str, leavers: str) -> Interval:
    """Hires less leavers of one period, by the names of the two figures."""
    return propagate(lambda a, b: a - b, figure(published, hires), figure(published, leavers))


def months_between(first: str, last: str) -> int:
    """Months from one month to another, both included (``2022-01``)."""
    return (pd.Period(last, "M") - pd.Period(first, "M")).n + 1


def monthly(parts: list[tuple[str, str, Interval]]) -> pd.DataFrame:
    """Flows of periods of different length, a month.

    Parameters
    ----------
    parts : list of (first month, last month, flow)
        Months as ``2022-01``.

    Returns
    -------
    DataFrame
        ``start``, ``end`` (years), ``months`` (text), ``low``, ``central``, ``high`` a month.
    """
    rows = []
    for first, last, flow in parts:
        span = months_between(first, last)
        start, end = pd.Period(first, "M"), pd.Period(last, "M") + 1
        rows.append({
            "start": start.year + (start.month - 1) / 12, "end": end.year + (end.month - 1) / 12,
            "months": first if first == last else f"{first} to {last}",
            "low": flow.low / span, "central": flow.value / span, "high": flow.high / span})
    return pd.DataFrame(rows)


def days_between(events: pd.DataFrame, first: str, second: str) -> int:
    """Days from one event to another, by their names in table ``events``.

    Raises
    ------
    KeyError
        If an event is unknown.
    """
    dates = events.set_index("event")["date"]
    return int((dates[second] - dates[first]).days)


def event_table(events: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Some events in order of time, with the days since the one before.

    Returns
    -------
    DataFrame
        ``title``, ``date`` (text, the month alone where only that is known), ``gap`` (missing
        for the first).

    Raises
    ------
    KeyError
        If an event is unknown.
    """
    rows = events.set_index("event").loc[names].sort_values("date")
    shown = rows["date"].dt.strftime("%Y-%m-%d").where(
        rows["precision"] == "day", rows["date"].dt.strftime("%Y-%m"))
    return pd.DataFrame({"title": rows["title"], "date": shown,
                         "gap": rows["date"].diff().dt.days}).reset_index(drop=True)


def log_gap(outcomes: pd.DataFrame, treated: str, others: list[str]) -> pd.Series:
    """Logarithm of one column less the mean logarithm of others, by period."""
    logs = np.log(outcomes)
    return logs[treated] - logs[others].mean(axis=1)


def spans(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `figures.with_intervals` with ``start`` and ``end`` of their periods in years."""
    first, last = (rows[c].dt for c in ("period_start", "period_end"))
    return rows.assign(start=first.year + (first.day_of_year - 1) / 365.25,
                       end=last.year + last.day_of_year / 365.25)


def later_share(first: Interval, whole: Interval, weight: Interval) -> Interval:
    """Share in the later part of a period, from the share in its first part and in all of it.

    Parameters
    ----------
    first, whole : Interval
        Percent of a total, in the first part and in the whole period.
    weight : Interval
        Part of the total that falls into the first part, between 0 and 1.

    Raises
    ------
    ValueError
        If the weight can reach 0 or 1.
    """
    if not 0 < weight.low <= weight.high < 1:
        raise ValueError("the weight must lie between 0 and 1")
    return propagate(lambda a, b, w: (b - w * a) / (1 - w), first, whole, weight)
