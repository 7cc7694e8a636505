"""Events of 2020 to 2022: the days between them, and the first figures that lie after each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.measures.changes import percent_change, reversed_sign
from analysis.measures.chronicle import ELECTION, INVASION
from report.intervals import Interval
from report.published import figure

RAID = "2020-09-02-police-raid-the-minsk"
TAX = "2021-01-01-income-tax-of-park"
BANKS = "2022-03-20-three-belarusian-banks-are"
MARCH_2022 = {INVASION: "Invasion", BANKS: "Banks cut off"}


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
        ``key`` (event), ``title``, ``date`` (text, the month alone where only that is known),
        ``gap`` (missing for the first).

    Raises
    ------
    KeyError
        If an event is unknown.
    """
    rows = events.set_index("event").loc[names].sort_values("date")
    shown = rows["date"].dt.strftime("%Y-%m-%d").where(
        rows["precision"] == "day", rows["date"].dt.strftime("%Y-%m"))
    return pd.DataFrame({"key": rows.index, "title": rows["title"], "date": shown,
                         "gap": rows["date"].diff().dt.days}).reset_index(drop=True)


def first_figures(published: pd.DataFrame, events: pd.DataFrame,
                  exports: Mapping[int, Interval]) -> pd.DataFrame:
    """Five events, each with the first figure whose period lies wholly after it.

    Parameters
    ----------
    published, events : DataFrame
        Tables of these names.
    exports : mapping of int to Interval
        The park's exports by year.

    Returns
    -------
    DataFrame
        As `event_table`, with ``first`` (what the figure is), ``value`` (Interval), ``status``.
    """
    growth = {"first": "Growth of exports in 2021, %",
              "value": percent_change(exports[2020], exports[2021]), "status": "derived"}
    march, april = (
        {"first": f"Hires less leavers, {name} 2022", "status": "published",
         "value": reversed_sign(figure(published, f"sectionj.outflow-2022-{month}-onereg2022a"))}
        for month, name in (("03", "March"), ("04", "April")))
    after = {ELECTION: growth, RAID: growth, TAX: growth, INVASION: march, BANKS: april}
    return event_table(events, list(after)).join(
        pd.DataFrame.from_dict(after, orient="index"), on="key")


def log_gap(outcomes: pd.DataFrame, treated: str, others: list[str]) -> pd.Series:
    """Logarithm of one column less the mean logarithm of others, by period.

    Others that lack a period are left out.
    """
    complete = outcomes[others].dropna(axis="columns")
    return np.log(outcomes[treated]) - np.log(complete).mean(axis=1)
