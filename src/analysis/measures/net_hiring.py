"""Hires less leavers in information and communication (section J), month by month."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.measures.changes import less, reversed_sign
from report.intervals import Interval, propagate
from report.published import figure


def net_of(published: pd.DataFrame, hires: str, leavers: str) -> Interval:
    """Hires less leavers of one period, by the names of the two figures."""
    return less(figure(published, hires), figure(published, leavers))


def _outflow(published: pd.DataFrame, name: str) -> Interval:
    return reversed_sign(figure(published, name))


def net_flows(published: pd.DataFrame) -> list[tuple[str, str, Interval]]:
    """First month, last month and hires less leavers of each period with a figure of its own.

    June and July 2022 are what the sum of seven months leaves after the months that are known.
    """
    winter = net_of(published, "sectionj.hires-2022-01to2022-02-nashaniva2023a",
                    "sectionj.leavers-2022-01to2022-02-nashaniva2023a")
    seven = net_of(published, "sectionj.hires-2022-01to2022-07-zerkalo2022b",
                   "sectionj.leavers-2022-01to2022-07-zerkalo2022b")
    march, april, may = (_outflow(published, f"sectionj.outflow-2022-{month}-onereg2022a")
                         for month in ("03", "04", "05"))
    rest = propagate(lambda whole, *known: whole - sum(known), seven, winter, march, april, may)
    return [("2022-01", "2022-02", winter), ("2022-03", "2022-03", march),
            ("2022-04", "2022-04", april), ("2022-05", "2022-05", may),
            ("2022-06", "2022-07", rest),
            ("2023-01", "2023-01", _outflow(published, "sectionj.outflow-2023-01-nashaniva2023a")),
            ("2023-02", "2023-02", _outflow(published, "sectionj.outflow-2023-02-nashaniva2023a"))]


def net_hiring(published: pd.DataFrame) -> pd.DataFrame:
    """Hires less leavers a month, for each period with a figure of its own; see `monthly`."""
    return monthly(net_flows(published))


def monthly(parts: Iterable[tuple[str, str, Interval]]) -> pd.DataFrame:
    """Flows of periods of different length, a month.

    Parameters
    ----------
    parts : iterable of (first month, last month, flow)
        Months as ``2022-01``.

    Returns
    -------
    DataFrame
        ``key`` (first month), ``start``, ``end`` (years), ``months`` (text), ``low``,
        ``central``, ``high`` a month.
    """
    rows = []
    for first, last, flow in parts:
        span = months_between(first, last)
        start, end = pd.Period(first, "M"), pd.Period(last, "M") + 1
        rows.append({
            "key": first, "start": start.year + (start.month - 1) / 12,
            "end": end.year + (end.month - 1) / 12,
            "months": first if first == last else f"{first} to {last}",
            "low": flow.low / span, "central": flow.value / span, "high": flow.high / span})
    return pd.DataFrame(rows)


def months_between(first: str, last: str) -> int:
    """Months from one month to another, both included (``2022-01``)."""
    return (pd.Period(last, "M") - pd.Period(first, "M")).n + 1
