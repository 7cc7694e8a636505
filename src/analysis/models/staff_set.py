"""What all statements on the park's staff leave possible together, and where they clash."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.measures import staff
from analysis.measures.changes import less
from analysis.measures.statements import Statement, staff_paths, staff_statements
from analysis.models.decomposition import split_by_interval
from analysis.models.feasible import bounds, conflicts, possible
from report.intervals import Interval

Read = Callable[[str], Interval]
# Growth from the middle of June 2021 to the start of 2022 at the pace of 2020, over the jobs added
# in that year.
PACE = 0.55
START, SUMMER, MID_2023, NOW = "2022-01", "2021-06", "2023-07", "2025-02"
# What each statement says, for sets that clash.
WORDS = {"park.staff-2019-12-31-softfourk2020": "58,000 at the end of 2019",
         "park.staff.added-2020-ahk2021": "over 10,000 jobs added in 2020",
         "park.staff-2021-03-ahk2021": "nearly 70,000 in March 2021",
         staff.HEADS_2021: "over 70,000 in June 2021",
         staff.SAID_2023: "25% down to mid-2023",
         staff.HEADS_2023: "over 60,000 in September 2023",
         staff.HEADS_2025: "over 56,000 in February 2025",
         staff.SAID_2025: "nearly 30% down to February 2025",
         "park.staff-2025-09-22-kompyuternyevesti2025": "about 60,000 in September 2025"}


@dataclass(frozen=True)
class Case:
    """Statements that are held together, and how far staff may have grown before 2022.

    Attributes
    ----------
    key, name : str
    statements : sequence of Statement
    pace : float or None
        Most growth after June 2021, in the pace of 2020; None without any assumption on paths.
    """

    key: str
    name: str
    statements: Sequence[Statement]
    pace: float | None


def cases(read: Read, strict: Read) -> list[Case]:
    """Cases that the chapter shows.

    Parameters
    ----------
    read, strict : callable
        Turn the name of a figure into its interval, by the rule of the book and more narrowly.
    """
    said, narrow = staff_statements(read), staff_statements(strict)
    official = [one for one in said if one.name in (staff.HEADS_2025, staff.SAID_2025)]
    firm = [one for one in said if one.name != staff.HEADS_2023]
    return [
        Case("official", "The two of February 2025 alone", official, None),
        Case("all", "All, growth after June 2021 up to the pace of 2020", said, 1),
        Case("firm", "The same without the encyclopedia", firm, 1),
        Case("all-no-growth", "All, no growth after June 2021", said, 0),
        Case("firm-no-growth", "The same without the encyclopedia", firm, 0),
        Case("strict", "All, read five times as strictly, growth up to the pace of 2020",
             narrow, 1)]


def held_together(one: Case) -> list[Statement]:
    """Statements of a case with the assumptions on paths."""
    paths = [] if one.pace is None else list(staff_paths(PACE * one.pace).values())
    return [*one.statements, *paths]


def table(listed: Sequence[Case], before: Interval, after: Interval) -> pd.DataFrame:
    """Base of early 2022, falls, and the part of people in the fall of exports, by case.

    Parameters
    ----------
    listed : sequence of Case
    before, after : Interval
        Exports of 2021 and 2023.

    Returns
    -------
    DataFrame
        ``key``, ``case``; ``base`` (persons at the start of 2022), ``since_2021`` and
        ``since_2022`` (fall to February 2025, percent), ``people`` (percent of the fall of the
        logarithm of exports), Interval or None; ``clash``, the smallest set of statements that
        exclude each other, in words, and ``clashes``, how many minimal sets there are.
    """
    return pd.DataFrame([_row(one, before, after) for one in listed])


def _row(one: Case, before: Interval, after: Interval) -> dict[str, object]:
    paths = held_together(Case(one.key, one.name, (), one.pace))
    found = conflicts(one.statements, paths)
    row = {"key": one.key, "case": one.name, "clashes": len(found), "base": None,
           "since_2021": None, "since_2022": None, "people": None,
           "clash": "; ".join(WORDS[name] for name in found[0]) if found else None}
    if found:
        return row
    both = held_together(one)
    row |= {"base": _range(both, {START: 1}), "since_2022": _fall(both, NOW, START)}
    if one.pace is None:
        return row
    left = _range(both, {MID_2023: 1}, {SUMMER: 1})
    return row | {"since_2021": _fall(both, NOW, SUMMER),
                  "people": split_by_interval(left, before, after).share}


def _range(held: Sequence[Statement], top: Mapping[str, float],
           base: Mapping[str, float] | None = None) -> Interval:
    """Bounds with their middle as value, and the figures behind the statements as rows."""
    low, high = bounds(held, top, base)
    rows = tuple(dict.fromkeys(row for one in held for row in one.rows))
    return Interval((low + high) / 2, low, high, rows)


def _fall(held: Sequence[Statement], last: str, first: str) -> Interval:
    left = _range(held, {last: 1}, {first: 1})
    share = less(Interval(1, 1, 1), left)
    return Interval(100 * share.value, 100 * share.low, 100 * share.high, left.rows)


def least_growth(read: Read, *, most: float = 3, steps: int = 30) -> Interval:
    """Least growth after June 2021 with which all statements hold, in percent of the pace of 2020.

    Parameters
    ----------
    read : callable
        Turns the name of a figure into its interval.
    most : float
        Pace at which they hold for certain.
    steps : int
        Halvings of the range that is searched.

    Raises
    ------
    ValueError
        If they do not hold at that pace either.
    """
    said = staff_statements(read)
    low, high = 0.0, most
    if not possible([*said, *staff_paths(PACE * high).values()]):
        raise ValueError(f"the statements do not hold at {most} times the pace of 2020")
    for _ in range(steps):
        middle = (low + high) / 2
        holds = possible([*said, *staff_paths(PACE * middle).values()])
        low, high = (low, middle) if holds else (middle, high)
    rows = tuple(dict.fromkeys(row for one in said for row in one.rows))
    return Interval(100 * high, 100 * high, 100 * high, rows)
