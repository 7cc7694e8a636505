"""Does recorded work follow trade? Agreement over economies, and what it predicts for one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import product

import numpy as np
import pandas as pd

from analysis.measures.proxy import side_by_side
from analysis.models.agreement import Prediction, agreement, predict_left_out
from report.intervals import Interval

# Economies with at least so many recorded destinations in a quarter are measured well.
ENOUGH = 10
# Series of exports and groups of economies by key, as tables have them.
SERIES = {"ict": "ICT services", "digital": "Digitally deliverable"}
GROUPS = {"all": "All", "well": "Ten destinations or more", "donors": "Not hit, few arrivals"}


def well_measured(destinations: pd.DataFrame, year: int) -> pd.Index:
    """Economies with at least `ENOUGH` recorded destinations in the mean quarter of a year.

    Parameters
    ----------
    destinations : DataFrame, shape (years, economies)
        As `analysis.measures.proxy.recorded_destinations` gives it.
    year : int
    """
    reach = destinations.loc[year]
    return reach.index[reach >= ENOUGH]


def comparisons(work: pd.DataFrame, series: dict[str, pd.DataFrame],
                groups: dict[str, Collection[str]],
                spans: Iterable[tuple[int, int | None]]) -> pd.DataFrame:
    """Correlation of work with each series of exports, over each group and span.

    Parameters
    ----------
    work : DataFrame, shape (years, economies)
    series : dict
        Key in `SERIES` to exports, of the same shape.
    groups : dict
        Key in `GROUPS` to economies.
    spans : iterable
        First and last year of changes; a year and None for levels. A series that lacks one of the
        years has no row for the span.

    Returns
    -------
    DataFrame
        By ``key`` (such as "ict/2021-2023/all"): ``exports``, ``span``, ``group``, ``n``,
        ``correlation`` and ``correlation_span`` (Interval; see
        `analysis.models.agreement.agreement`).
    """
    rows = []
    for (first, last), (name, exports) in product(spans, series.items()):
        if not {first, last or first} <= set(exports.index):
            continue
        both = side_by_side(work, exports, first, last)
        for group, members in groups.items():
            found = agreement(both[both.index.isin(list(members))], "work", "exports")
            rows.append({
                "key": f"{name}/{first}-{last or 'level'}/{group}", "exports": SERIES[name],
                "span": f"Level {first}" if last is None else f"Change {first} to {last}",
                "group": GROUPS[group], "n": found.n,
                "correlation": found.correlation,
                "correlation_span": Interval(found.correlation, found.low, found.high)})
    return pd.DataFrame(rows).set_index("key")


def predicted_change(work: pd.DataFrame, exports: pd.DataFrame, economy: str, first: int,
                     last: int, members: Collection[str]) -> Interval:
    """Change of one economy's exports that its work and all other economies let expect.

    Parameters
    ----------
    work, exports : DataFrame, shape (years, economies)
    economy : str
        Left out of the line.
    first, last : int
        Years.
    members : collection of str
        Economies that the line runs through.

    Returns
    -------
    Interval
        Percent; 95% for a single new unit.
    """
    both = side_by_side(work, exports, first, last)
    at = float(np.log(work.loc[last, economy] / work.loc[first, economy]))
    found: Prediction = predict_left_out(
        both[both.index.isin(list(members))], "work", "exports", economy, at)
    value, low, high = (100 * np.expm1(end) for end in (found.value, found.low, found.high))
    return Interval(float(value), float(low), float(high))
