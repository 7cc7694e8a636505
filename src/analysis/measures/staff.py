"""Mean staff of the park by year, from headcounts of single dates."""

from __future__ import annotations

import pandas as pd

from report.intervals import Interval, propagate
from report.published import figure


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


def ratio(before: Interval, after: Interval) -> Interval:
    """Level after over level before."""
    return propagate(lambda a, b: b / a, before, after)


def remaining(change: Interval) -> Interval:
    """What is left, as a share, after a change in percent."""
    return propagate(lambda percent: 1 + percent / 100, change)
