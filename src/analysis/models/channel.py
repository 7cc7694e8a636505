"""Change of the park's exports split into people and exports per person, by reading of staff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import log

import numpy as np
import pandas as pd

from analysis.measures import staff
from analysis.measures.changes import hull, ratio
from analysis.models import rounding
from analysis.models.decomposition import IntervalSplit, chain, split_by_interval, summed
from report.intervals import Interval, propagate

Read = Callable[[str], Interval]
ByYear = Mapping[int, Interval]


def staff_shares(left: Mapping[str, Interval], before: Interval,
                 after: Interval) -> dict[str, Interval]:
    """Percent of the change of the logarithm of exports that is staff, by reading of staff.

    Parameters
    ----------
    left : mapping of str to Interval
        Key of a reading to staff after over staff before.
    before, after : Interval
        Exports at the two dates.
    """
    return {key: split_by_interval(change, before, after).share for key, change in left.items()}


def share_draws(read: Read, before: Interval, after: Interval) -> dict[str, np.ndarray]:
    """The same shares with each printed figure drawn from its range; see `rounding.samples`.

    Parameters
    ----------
    read : callable
        Turns the name of a figure into its interval.
    before, after : Interval
        Exports at the two dates, one printed figure each.

    Returns
    -------
    dict of str to numpy.ndarray
        Draws by keys of `analysis.measures.staff.READINGS`.
    """
    def said(name: str) -> np.ndarray:
        return rounding.samples(lambda a, b, change: 100 * log(1 + change / 100) / log(b / a),
                                before, after, read(name))

    def counted(name: str) -> np.ndarray:
        return rounding.samples(lambda a, b, first, last: 100 * log(last / first) / log(b / a),
                                before, after, read(staff.HEADS_2021), read(name))

    return {"said-2023": said(staff.SAID_2023), "counted-2023": counted(staff.HEADS_2023),
            "counted-2025": counted(staff.HEADS_2025), "said-2025": said(staff.SAID_2025)}


def since_first(people: ByYear, left: Mapping[str, Interval]) -> Interval:
    """Staff of 2023, by all readings, over mean staff of 2017."""
    return propagate(lambda rise, rest: rise * rest, ratio(people[2017], people[2021]),
                     hull(list(left.values())))


def split_table(people: ByYear, exports: ByYear, left: Mapping[str, Interval],
                draws: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """Split of the rise from 2017 to 2021, of the fall to 2023 by each reading, and of both.

    Parameters
    ----------
    people : mapping of int to Interval
        Mean staff by year.
    exports : mapping of int to Interval
        Exports by year, 2017 to 2023.
    left : mapping of str to Interval
        Key of a reading to staff of 2023 over that of 2021.
    draws : mapping of str to numpy.ndarray
        The same keys; see `share_draws`.

    Returns
    -------
    DataFrame
        ``key``, ``period``, ``basis``, ``share`` (percent, bounds), ``drawn`` (percent, 90% of
        the draws), ``factor`` and ``rest`` (USD million, of people and per person); all Interval
        or None.
    """
    rise = exports[2017], exports[2021]
    steps = chain(people, {year: exports[year] for year in range(2017, 2022)})
    rows = [_row(f"{step.before}-{step.after}", f"{step.before} to {step.after}",
                 "mean staff of the year",
                 IntervalSplit(share=step.share, factor=step.factor, rest=step.rest))
            for step in steps.itertuples()]
    rows.append({"key": "2017-2021/steps", "period": "2017 to 2021", "basis": "sum of the steps",
                 "share": None, "factor": summed(steps["factor"]), "rest": summed(steps["rest"])})
    rows.append(_row("2017-2021/ends", "2017 to 2021", "first and last year",
                     split_by_interval(ratio(people[2017], people[2021]), *rise)))
    rows += [_row(f"2021-2023/{key}", "2021 to 2023", staff.READINGS[key],
                  split_by_interval(change, exports[2021], exports[2023]))
             | {"drawn": rounding.held([draws[key]])} for key, change in left.items()]
    rows.append(_row("2017-2023", "2017 to 2023", "first year and all four", split_by_interval(
        since_first(people, left), exports[2017], exports[2023])))
    return pd.DataFrame(rows)


def _row(key: str, period: str, basis: str, split: IntervalSplit) -> dict[str, object]:
    return {"key": key, "period": period, "basis": basis, "share": split.share, "drawn": None,
            "factor": split.factor, "rest": split.rest}
