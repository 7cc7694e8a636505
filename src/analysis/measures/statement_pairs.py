"""Statements on the park, each beside what others imply, by two readings of their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd

from analysis.measures import staff
from analysis.measures.changes import level_before, percent_change, times
from analysis.measures.readings import tight
from report.intervals import Interval
from report.published import figure

SAID_FALL = "park.exports.change-2021to2023-newsreport2025"
SOLD_2021, SOLD_2023 = "park.exports-2021-park2022", "park.exports-2023-afp2025"
THIRD = "park.share.services_exports-2023-park2023"
HEADS_AUTUMN = "park.staff-2025-09-22-kompyuternyevesti2025"


@dataclass(frozen=True)
class Pair:
    """A statement and what others imply of the same quantity.

    Attributes
    ----------
    key, statement : str
        Short name, and the statement in words.
    by : str
        The others, in words.
    said, implied : Interval
        In one unit.
    """

    key: str
    statement: str
    by: str
    said: Interval
    implied: Interval


def statement_pairs(read: Callable[[str], Interval], services: float) -> list[Pair]:
    """Pairs of statements on exports and staff.

    Parameters
    ----------
    read : callable
        Turns the name of a figure into its interval.
    services : float
        The country's services exports of 2023, USD million.
    """
    return [
        Pair("exports-fall", "Exports down nearly 45%, percent", "exports of 2021 and 2023",
             read(SAID_FALL), percent_change(read(SOLD_2021), read(SOLD_2023))),
        Pair("exports-2023", "Exports of $1.8 billion in 2023, USD million",
             "a third of services exports", read(SOLD_2023), times(read(THIRD), services / 100)),
        Pair("staff-2021", "Over 70,000 staff in 2021", "nearly 30% fewer, over 56,000 left",
             read(staff.HEADS_2021), level_before(read(staff.HEADS_2025), read(staff.SAID_2025))),
        Pair("staff-mid-2023", "Staff down 25% by mid-2023, percent",
             "over 70,000 and over 60,000", read(staff.SAID_2023),
             percent_change(read(staff.HEADS_2021), read(staff.HEADS_2023))),
        Pair("staff-level", "Over 56,000 staff in February 2025", "about 60,000 in September",
             read(staff.HEADS_2025), read(HEADS_AUTUMN))]


def compared_statements(published: pd.DataFrame, services: float) -> pd.DataFrame:
    """Whether each statement agrees with what others imply, by the rule and read strictly.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    services : float
        See `statement_pairs`.

    Returns
    -------
    DataFrame
        ``key``, ``statement``, ``by``; ``said``, ``implied`` and ``implied_tight`` (Interval);
        ``agree`` and ``agree_tight``, whether the intervals meet.
    """
    loose = statement_pairs(partial(figure, published), services)
    strict = statement_pairs(partial(tight, published), services)
    return pd.DataFrame([
        {"key": wide.key, "statement": wide.statement, "by": wide.by, "said": wide.said,
         "implied": wide.implied, "agree": wide.said.overlaps(wide.implied),
         "implied_tight": narrow.implied, "agree_tight": narrow.said.overlaps(narrow.implied)}
        for wide, narrow in zip(loose, strict)])
