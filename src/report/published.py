"""Published figures as the intervals that their wording stands for."""

from __future__ import annotations

import pandas as pd

from report.intervals import Interval, reading


def as_interval(row: pd.Series) -> Interval:
    """Published figure as the interval that its wording stands for."""
    optional = {name: None if pd.isna(row[name]) else row[name]
                for name in ("value_high", "resolution")}
    return reading(row["value"], row["qualifier"], value_high=optional["value_high"],
                   step=optional["resolution"], rows=(row["figure"],))


def row_of(published: pd.DataFrame, name: str) -> pd.Series:
    """Row of one published figure.

    Raises
    ------
    KeyError
        If no figure has this name.
    """
    found = published[published["figure"] == name]
    if found.empty:
        raise KeyError(f"no published figure is called {name!r}")
    return found.iloc[0]


def figure(published: pd.DataFrame, name: str) -> Interval:
    """One published figure, by its name; see `row_of`."""
    return as_interval(row_of(published, name))


def with_intervals(published: pd.DataFrame, *indicators: str) -> pd.DataFrame:
    """Rows of some indicators with the bounds that their wording stands for.

    Returns
    -------
    DataFrame
        Rows of `published` in order of period, with ``low``, ``central`` and ``high`` in the unit
        of the row and ``middle``, the middle of the period in years.

    Raises
    ------
    KeyError
        If an indicator is unknown.
    """
    for name in set(indicators) - set(published["indicator"]):
        raise KeyError(f"no published figure has the indicator {name!r}")
    rows = published[published["indicator"].isin(indicators)].copy()
    spans = [as_interval(row) for _, row in rows.iterrows()]
    rows["low"], rows["central"], rows["high"] = zip(*((s.low, s.value, s.high) for s in spans))
    rows["middle"] = (_years(rows["period_start"]) + _years(rows["period_end"])) / 2
    return rows.sort_values(["middle", "source"]).reset_index(drop=True)


def _years(dates: pd.Series) -> pd.Series:
    return dates.dt.year + (dates.dt.day_of_year - 1) / 365.25
