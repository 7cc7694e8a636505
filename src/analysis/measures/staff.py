"""Staff of the park: mean by year, its fall by each reading, and concepts of staff."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from analysis.measures.changes import ratio, remaining
from report.intervals import Interval, propagate
from report.published import figure, with_intervals

Read = Callable[[str], Interval]


def headcounts(published: pd.DataFrame) -> pd.DataFrame:
    """Every headcount found, in order of time.

    Returns
    -------
    DataFrame
        ``figure``, ``period``, ``middle`` (years), ``low``, ``central``, ``high`` (persons),
        ``preferred``, ``source``.
    """
    return with_intervals(published, "park.staff")[
        ["figure", "period", "middle", "low", "central", "high", "preferred", "source"]]


def mean_of(first: Interval, last: Interval) -> Interval:
    """Mean of two headcounts, for the mean staff between their dates."""
    return propagate(lambda a, b: (a + b) / 2, first, last)


def between(first: Interval, last: Interval, share: float) -> Interval:
    """Headcount at a share of the way from one date to another, along a straight line."""
    return propagate(lambda a, b: a + share * (b - a), first, last)


def staff_by_year(published: pd.DataFrame) -> dict[int, Interval]:
    """Mean staff of each year from 2017 to 2021, as near as dated headcounts allow.

    The end of 2017 is that of 2018 less the jobs added in between. The middle of 2017 lies on
    the line from March to that date; 2018, 2019 and 2020 are means of their two ends, that of
    2020 given in March 2021; 2021 is the headcount of its middle.

    Returns
    -------
    dict
        Year to persons.
    """
    march, added, end2018, end2019, spring2021, summer2021 = (figure(published, name) for name in (
        "park.staff-2017-03-belarusfeed2017b", "park.staff.added-2018-bne2019",
        "park.staff-2018-12-31-belta2019", "park.staff-2019-12-31-softfourk2020",
        "park.staff-2021-03-ahk2021", "park.staff-2021-06-afp2021"))
    end2017 = propagate(lambda level, new: level - new, end2018, added)
    share = (pd.Timestamp("2017-07-01") - pd.Timestamp("2017-03-16")) / (
        pd.Timestamp("2017-12-31") - pd.Timestamp("2017-03-16"))
    return {2017: between(march, end2017, share), 2018: mean_of(end2017, end2018),
            2019: mean_of(end2018, end2019), 2020: mean_of(end2019, spring2021),
            2021: summer2021}



# What was said of the fall of staff, and the headcounts that it can be read from.
SAID_2023 = "park.staff.change-2022-03to2023-mid-justarrived2023"
SAID_2025 = "park.staff.change-2022to2025-02-afp2025"
HEADS_2021 = "park.staff-2021-06-afp2021"
HEADS_2023 = "park.staff-2023-09-22-wikipedia2023"
HEADS_2025 = "park.staff-2025-02-newsreport2025"
READINGS = {"said-2023": "down 25%, as said in 2023",
            "counted-2023": "over 60,000 in September 2023",
            "counted-2025": "over 56,000, as in February 2025",
            "said-2025": "nearly 30% down, as said in 2025"}


def staff_left(read: Read) -> dict[str, Interval]:
    """Staff of 2023 over that of 2021 by each reading of what was published.

    Parameters
    ----------
    read : callable
        Turns the name of a figure into its interval.

    Returns
    -------
    dict of str to Interval
        By keys of `READINGS`.
    """
    return {"said-2023": remaining(read(SAID_2023)),
            "counted-2023": ratio(read(HEADS_2021), read(HEADS_2023)),
            "counted-2025": ratio(read(HEADS_2021), read(HEADS_2025)),
            "said-2025": remaining(read(SAID_2025))}


def grown_to_2022(read: Read, pace: float) -> Interval:
    """Staff at the start of 2022 if it grew after June 2021, at most by a part of 2020's jobs.

    Parameters
    ----------
    read : callable
        Turns the name of a figure into its interval.
    pace : float
        Most growth over the jobs added in 2020; none is the least.
    """
    heads, added = read(HEADS_2021), read("park.staff.added-2020-ahk2021")
    return propagate(lambda start, jobs, part: start + part * jobs, heads, added,
                     Interval(pace / 2, 0, pace))


CONCEPTS = (
    ("park", "Companies in the park, mid-2021", HEADS_2021, "park's administration"),
    ("firms", "Firms in information technology, over 16 staff",
     "sector.it.staff-2021-onereg2022b", "statistics office"),
    ("listed", "Section J, average list headcount", "sectionj.headcount-2021-bic2023a",
     "statistics office"),
    ("employed", "Section J, persons employed", "sectionj.headcount-2021-onereg2022a",
     "statistics office"),
    ("ict", "Information and communication technology, persons employed",
     "sectionj.headcount-2021-luzgina2024", "statistics office"))


def staff_concepts(published: pd.DataFrame) -> pd.DataFrame:
    """Headcounts of 2021 by concept.

    Returns
    -------
    DataFrame
        ``key``, ``concept``, ``persons`` (Interval), ``by`` (who counts).
    """
    return pd.DataFrame([
        {"key": key, "concept": concept, "persons": figure(published, name), "by": by}
        for key, concept, name, by in CONCEPTS])
