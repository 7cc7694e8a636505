"""Changes, ratios and shares of figures that are known as ranges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from report.intervals import Interval, propagate


def percent_change(before: Interval, after: Interval) -> Interval:
    """Change from one level to another in percent of the first."""
    return propagate(lambda a, b: 100 * (b / a - 1), before, after)


def fall(before: Interval, after: Interval) -> Interval:
    """Fall from one level to another in percent of the first, above zero where it fell."""
    return propagate(lambda a, b: 100 * (1 - b / a), before, after)


def less(first: Interval, second: Interval) -> Interval:
    """First number less the second."""
    return propagate(lambda a, b: a - b, first, second)


def reversed_sign(number: Interval) -> Interval:
    """The number with the other sign."""
    return propagate(lambda value: -value, number)


def times(number: Interval, factor: float) -> Interval:
    """The number times an exact factor."""
    return propagate(lambda value: factor * value, number)


def sum_of(numbers: Iterable[Interval]) -> Interval:
    """Sum of numbers."""
    return propagate(lambda *values: sum(values), *numbers)


def percent_of(part: Interval, whole: Interval) -> Interval:
    """Part in percent of a whole."""
    return propagate(lambda a, b: 100 * a / b, part, whole)


def shares_of(parts: Mapping[int, Interval], totals: Mapping[int, float]) -> dict[int, Interval]:
    """Part in percent of an exact total, by year."""
    return {year: times(part, 100 / totals[year]) for year, part in parts.items()}


def ratio(before: Interval, after: Interval) -> Interval:
    """Level after over level before."""
    return propagate(lambda a, b: b / a, before, after)


def remaining(change: Interval) -> Interval:
    """What is left, as a share, after a change in percent."""
    return propagate(lambda percent: 1 + percent / 100, change)


def level_before(level: Interval, change: Interval) -> Interval:
    """Level before a change in percent that led to a level."""
    return propagate(lambda now, percent: now / (1 + percent / 100), level, change)


def missing_of_mean(mean: Interval, known: Sequence[Interval]) -> Interval:
    """The one number that is not known, from the mean of all and the others."""
    return propagate(lambda m, *parts: (len(parts) + 1) * m - sum(parts), mean, *known)


def hull(parts: Sequence[Interval]) -> Interval:
    """Smallest interval that holds all of some, with the value of the first."""
    rows = tuple(dict.fromkeys(row for part in parts for row in part.rows))
    return Interval(parts[0].value, min(p.low for p in parts), max(p.high for p in parts), rows)


def rows_of(numbers: Iterable[Interval]) -> tuple[str, ...]:
    """Published figures that some numbers rest on, each once."""
    return tuple(dict.fromkeys(row for number in numbers for row in number.rows))
