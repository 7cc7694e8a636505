"""Change of the park's exports split into people and exports per person, by reading of staff."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.changes import hull, ratio
from analysis.models.decomposition import IntervalSplit, chain, split_by_interval, summed, three_way
from report.intervals import Interval, propagate

Sales = Mapping[int, Interval]


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


def since_first(staff: Sales, left: Mapping[str, Interval]) -> Interval:
    """Staff of 2023, by all readings, over mean staff of 2017."""
    return propagate(lambda rise, rest: rise * rest, ratio(staff[2017], staff[2021]),
                     hull(list(left.values())))


def split_table(staff: Sales, exports: Sales, left: Mapping[str, Interval],
                strict: Mapping[str, Interval], names: Mapping[str, str]) -> pd.DataFrame:
    """Split of the rise from 2017 to 2021, of the fall to 2023 by each reading, and of both.

    Parameters
    ----------
    staff : mapping of int to Interval
        Mean staff by year.
    exports : mapping of int to Interval
        Exports by year, 2017 to 2023.
    left : mapping of str to Interval
        Key of a reading to staff of 2023 over that of 2021.
    strict : mapping of str to Interval
        The same keys; share of staff in the fall where all figures are read strictly.
    names : mapping of str to str
        Key of a reading to its name.

    Returns
    -------
    DataFrame
        ``key``, ``period``, ``basis``, ``share`` (percent), ``strict``, ``factor`` and ``rest``
        (USD million, of people and per person); all Interval or None.
    """
    rise = exports[2017], exports[2021]
    steps = chain(staff, {year: exports[year] for year in range(2017, 2022)})
    rows = [_row(f"{step.before}-{step.after}", f"{step.before} to {step.after}",
                 "mean staff of the year",
                 IntervalSplit(share=step.share, factor=step.factor, rest=step.rest))
            for step in steps.itertuples()]
    rows.append({"key": "2017-2021/steps", "period": "2017 to 2021", "basis": "sum of the steps",
                 "share": None, "factor": summed(steps["factor"]), "rest": summed(steps["rest"])})
    rows.append(_row("2017-2021/ends", "2017 to 2021", "first and last year",
                     split_by_interval(ratio(staff[2017], staff[2021]), *rise)))
    rows += [_row(f"2021-2023/{key}", "2021 to 2023", names[key],
                  split_by_interval(change, exports[2021], exports[2023]))
             | {"strict": strict[key]} for key, change in left.items()]
    rows.append(_row("2017-2023", "2017 to 2023", "first year and all four", split_by_interval(
        since_first(staff, left), exports[2017], exports[2023])))
    return pd.DataFrame(rows)


def _row(key: str, period: str, basis: str, split: IntervalSplit) -> dict[str, object]:
    return {"key": key, "period": period, "basis": basis, "share": split.share, "strict": None,
            "factor": split.factor, "rest": split.rest}


def home_market(left: Mapping[str, Interval], abroad: Interval, before: Interval, after: Interval,
                names: Mapping[str, str]) -> pd.DataFrame:
    """Split of the fall into people, the share sold abroad, and sales per person, by reading.

    Parameters
    ----------
    left, names
        See `split_table`.
    abroad : Interval
        Share of sales that is exported, after over before.
    before, after : Interval
        Exports at the two dates.

    Returns
    -------
    DataFrame
        ``key``, ``basis``, ``people``, ``exported``, ``sales`` (percent, Interval).
    """
    return pd.DataFrame([{"key": key, "basis": names[key]}
                         | three_way(change, abroad, before, after)
                         for key, change in left.items()])
