"""How fast a count grows, when it grew fastest, and whether it has slowed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.measures.permits import permit_points
from report.intervals import Interval, exact, propagate
from report.text import quarter_to


@dataclass(frozen=True)
class Pace:
    """Fastest and latest growth of a count.

    Attributes
    ----------
    fastest, latest : Interval
        Percent a year.
    fastest_until, latest_until : float
        Ends of the two spans, years as a number.
    """

    fastest: Interval
    fastest_until: float
    latest: Interval
    latest_until: float

    @property
    def verdict(self) -> str:
        """`reversed`, `slowed` (to less than half, whatever rounding hides) or `not slowed`."""
        if self.latest.high <= 0 < self.fastest.low:
            return "reversed"
        return "slowed" if self.latest.high < self.fastest.low / 2 else "not slowed"


def annual_growth(before: Interval, after: Interval, years: float) -> Interval:
    """Growth between two counts in percent a year, compounded."""
    return propagate(lambda a, b: 100 * ((b / a) ** (1 / years) - 1), before, after)


def pace_of_growth(points: pd.DataFrame, *, since: float, apart: float = 0.75) -> Pace:
    """Fastest and latest growth among counts at uneven dates.

    From the last count backwards, each span reaches to the nearest count that is at least `apart`
    years earlier, so that short spans with their noise and seasons do not count.

    Parameters
    ----------
    points : DataFrame
        Columns ``date`` (years as a number), ``value``, ``low``, ``high``.
    since : float
        Earliest date of a count that is used.
    apart : float
        Shortest span in years.

    Returns
    -------
    Pace

    Raises
    ------
    ValueError
        If there are fewer than two spans.
    """
    used = points[points["date"] >= since].sort_values("date", ascending=False)
    ends = [used.iloc[0]]
    for _, point in used.iterrows():
        if ends[-1]["date"] - point["date"] >= apart:
            ends.append(point)
    if len(ends) < 3:
        raise ValueError(f"fewer than two spans of {apart} years since {since}")
    spans = [(late["date"], annual_growth(_span(early), _span(late), late["date"] - early["date"]))
             for late, early in zip(ends, ends[1:])]
    until, fastest = max(spans, key=lambda span: span[1].value)
    latest_until, latest = spans[0]
    return Pace(fastest=fastest, fastest_until=until, latest=latest, latest_until=latest_until)


def _span(point: pd.Series) -> Interval:
    return Interval(point["value"], point["low"], point["high"])


def pace_of_fall(flow: pd.Series, start: pd.Period) -> Pace:
    """Fastest and latest fall of a quarterly flow on the same quarters of the year before.

    Parameters
    ----------
    flow : Series
        Indexed by quarterly period without gaps.
    start : Period
        First quarter that can close the fastest year.

    Returns
    -------
    Pace
        Percent a year by sums of four quarters, a fall counted as positive.
    """
    year = flow.rolling(4).sum()
    fall = -100 * year.pct_change(4)
    fastest, latest = fall[fall.index >= start].idxmax(), fall.index[-1]
    ends = {at: at.year + at.quarter / 4 for at in (fastest, latest)}
    spans = {at: exact(float(fall[at])) for at in ends}
    return Pace(fastest=spans[fastest], fastest_until=ends[fastest],
                latest=spans[latest], latest_until=ends[latest])


# The first count that can open a span of growth: that of the end of 2019.
SINCE = 2019.9


def paces(permits: pd.DataFrame, poland: pd.DataFrame, pushers: pd.Series, start: pd.Period,
          names: Mapping[str, str]) -> pd.DataFrame:
    """Fastest and latest year of each count of people, and of the fall of those who push.

    Parameters
    ----------
    permits : DataFrame
        Table of this name.
    poland : DataFrame
        As `analysis.measures.poland_counts` gives it.
    pushers : Series
        People who push from one economy, indexed by quarterly period without gaps.
    start : Period
        First quarter that can close the fastest year of the fall.
    names : mapping
        Reporter of permits to its name.

    Returns
    -------
    DataFrame
        ``key``, ``count`` (name), ``fastest`` and ``latest`` (intervals, percent a year),
        ``fastest_until`` and ``latest_until`` (quarters as text), ``verdict`` (see `Pace`).
    """
    of = {f"permits-{code}": pace_of_growth(permit_points(permits, code), since=SINCE)
          for code in ("EU27", "PL", "LT")}
    of |= {f"{count}-PL": pace_of_growth(poland[poland["key"] == count], since=SINCE)
           for count in ("insured", "documents")}
    of["pushers-BY"] = pace_of_fall(pushers, start)
    counts = {f"permits-{code}": f"Valid permits, {names[code]}" for code in ("EU27", "PL", "LT")}
    counts |= {"insured-PL": "Insured, Poland", "documents-PL": "Residence documents, Poland",
               "pushers-BY": "MIT pushers of Belarus, fall"}
    return pd.DataFrame([
        {"key": key, "count": counts[key], "fastest": pace.fastest,
         "fastest_until": quarter_to(pace.fastest_until), "latest": pace.latest,
         "latest_until": quarter_to(pace.latest_until), "verdict": pace.verdict}
        for key, pace in of.items()])
