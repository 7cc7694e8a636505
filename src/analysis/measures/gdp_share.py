"""Share of information technology in GDP, by concept and period."""

from __future__ import annotations

import pandas as pd

from analysis.measures.chronicle import in_years
from report.published import with_intervals

CONCEPTS = {"ICT sector": "sector.ict.share.gdp", "Section J": "sector.sectionj.share.gdp",
            "IT branch": "sector.it.share.gdp", "The park": "park.share.gdp"}


def gdp_shares(published: pd.DataFrame) -> pd.DataFrame:
    """Preferred shares of all concepts, with the span that each was published for.

    Returns
    -------
    DataFrame
        ``concept``, ``figure``, ``period``, ``start`` and ``end`` (years), ``low``, ``central``,
        ``high`` (percent), ``source``.
    """
    parts = pd.concat([with_intervals(published, indicator).assign(concept=name)
                       for name, indicator in CONCEPTS.items()])
    return spans(parts[parts["preferred"]])[
        ["concept", "figure", "period", "start", "end", "low", "central", "high", "source"]]


def longer_than(rows: pd.DataFrame, years: float, since: int) -> pd.DataFrame:
    """Rows of `gdp_shares` for periods longer than some part of a year, from a year on."""
    return rows[(rows["end"] - rows["start"] > years) & (rows["start"] >= since)]


def spans(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `with_intervals` with ``start`` and ``end`` of their periods in years."""
    return rows.assign(start=in_years(rows["period_start"]),
                       end=in_years(rows["period_end"]) + 1 / 365.25)
