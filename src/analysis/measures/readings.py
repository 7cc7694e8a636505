"""How far a conclusion rests on the reading of "nearly", "over" and round numbers."""

from __future__ import annotations

import pandas as pd

from report.intervals import Interval, propagate, reading, resolution
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


def base_before(now: Interval, change: Interval) -> Interval:
    """Level at the start that a level now and a change in percent imply."""
    return propagate(lambda level, percent: level / (1 + percent / 100), now, change)


def base_by_reading(change: float, level: float, steps: dict[str, float],
                    reaches: dict[str, float]) -> pd.DataFrame:
    """Base that "nearly" a fall and "over" a level imply, by how loosely both are read.

    Parameters
    ----------
    change : float
        Fall in percent, positive, said to be nearly reached.
    level : float
        Level said to be exceeded.
    steps : dict
        Name of a reading of "nearly" to the percentage points below `change` that it allows.
    reaches : dict
        Name of a reading of "over" to the units above `level` that it allows.

    Returns
    -------
    DataFrame
        ``nearly``, ``over``, ``base`` (Interval), ``low`` and ``high``, its bounds.
    """
    rows = []
    for nearly, step in steps.items():
        for over, reach in reaches.items():
            base = base_before(reading(level, "over", step=reach),
                               reading(-change, "nearly", step=step))
            rows.append({"nearly": nearly, "over": over, "base": base, "low": base.low,
                         "high": base.high})
    return pd.DataFrame(rows)


def compare(statements: list[dict]) -> pd.DataFrame:
    """Whether each statement agrees with what others imply, by two readings.

    Parameters
    ----------
    statements : list of dict
        ``statement``, ``by``; ``said`` and ``implied`` by the rule of the book, ``said_tight``
        and ``implied_tight`` by a stricter one, all `Interval`.

    Returns
    -------
    DataFrame
        The same with ``agree`` and ``agree_tight``, whether the intervals meet.
    """
    return pd.DataFrame([row | {
        "agree": row["said"].overlaps(row["implied"]),
        "agree_tight": row["said_tight"].overlaps(row["implied_tight"])} for row in statements])


def hull(parts: list[Interval]) -> Interval:
    """Smallest interval that holds all of some, with the value of the first."""
    rows = tuple(dict.fromkeys(row for part in parts for row in part.rows))
    return Interval(parts[0].value, min(p.low for p in parts), max(p.high for p in parts), rows)
