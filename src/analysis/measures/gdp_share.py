"""Share of information technology in GDP, by concept and period."""

from __future__ import annotations

import pandas as pd

from report.intervals import Interval, propagate
from report.published import with_intervals

CONCEPTS = {"ICT sector": "sector.ict.share.gdp", "Section J": "sector.sectionj.share.gdp",
            "IT branch": "sector.it.share.gdp", "The park": "park.share.gdp"}


def gdp_shares(published: pd.DataFrame) -> pd.DataFrame:
    """Preferred shares of all concepts, with the span that each was published for.

    Returns
    -------
    DataFrame
        Rows of `report.published.with_intervals` with ``concept``, ``start`` and ``end`` (years).
    """
    parts = pd.concat([with_intervals(published, indicator).assign(concept=name)
                       for name, indicator in CONCEPTS.items()])
    return spans(parts[parts["preferred"]])


def longer_than(rows: pd.DataFrame, days: int, since: int) -> pd.DataFrame:
    """Rows of `gdp_shares` for periods of more than some days that begin in a year or later."""
    length = (rows["period_end"] - rows["period_start"]).dt.days
    return rows[(length > days) & (rows["start"] >= since)]


def spans(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `with_intervals` with ``start`` and ``end`` of their periods in years."""
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
