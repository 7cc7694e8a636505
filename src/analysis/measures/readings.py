"""How far a conclusion rests on the reading of "nearly", "over" and round numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.measures.changes import level_before
from report.intervals import Interval, reading, resolution
from report.published import row_of


def tight(published: pd.DataFrame, name: str, factor: float = 5) -> Interval:
    """A published figure read more strictly than by the rule of `report.intervals`.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    name : str
        Figure.
    factor : float
        How many times narrower.

    Raises
    ------
    KeyError
        If no figure has this name.
    """
    row = row_of(published, name)
    known = row["resolution"]
    step = (resolution(row["value"]) if pd.isna(known) else known) / factor
    return reading(row["value"], row["qualifier"], step=step, rows=(name,))


# Percentage points below the fall said that "nearly" may leave, and persons above the level said
# that "over" may leave: by the rule of the book first.
STEPS, REACHES = (5.0, 2.0, 1.0, 0.5), (1000.0, 4000.0)


def base_readings(counted: Interval, grown: Interval, change: Interval, level: Interval,
                  steps: Sequence[float] = STEPS,
                  reaches: Sequence[float] = REACHES) -> pd.DataFrame:
    """Base that "nearly" a fall and "over" a level imply, by how loosely both are read.

    Parameters
    ----------
    counted : Interval
        Highest headcount, which stands first.
    grown : Interval
        The same with the growth that is held possible after it.
    change : Interval
        Fall in percent, negative, said to be nearly reached.
    level : Interval
        Level said to be exceeded.
    steps : sequence of float
        Percentage points below the fall that a reading of "nearly" allows.
    reaches : sequence of float
        Units above the level that a reading of "over" allows.

    Returns
    -------
    DataFrame
        ``key`` (counted, grown, or step and reach), ``nearly``, ``over``, ``low``, ``high``,
        ``label``, ``kind`` (counted, grown, or the reading of "over").
    """
    rows = [{"key": "counted", "nearly": "", "over": "", "low": counted.low, "high": counted.high,
             "label": "Highest headcount, mid-2021", "kind": "counted"},
            {"key": "grown", "nearly": "", "over": "", "low": grown.low, "high": grown.high,
             "label": "Grown from there up to the pace of 2020", "kind": "grown"}]
    for step in steps:
        nearly = f"Fall {-change.value - step:g} to {-change.value:g}%"
        for reach in reaches:
            over = f"{level.value:,.0f} to {level.value + reach:,.0f} left"
            base = level_before(reading(level.value, "over", step=reach),
                                reading(change.value, "nearly", step=step))
            rows.append({"key": f"{step:g}/{reach:g}", "nearly": nearly, "over": over,
                         "low": base.low, "high": base.high, "label": f"{nearly}, {over}",
                         "kind": over})
    return pd.DataFrame(rows)
