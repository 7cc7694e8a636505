"""Numbers and cells as readers see them; HTML and PDF show the same characters."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from math import ceil
from numbers import Number

from report.intervals import Interval

MINUS = "\N{MINUS SIGN}"
UNITS = {
    "percent": "{}%", "percentage points": "{} percentage points", "persons": "{}",
    "USD million": "${} million", "USD billion": "${} billion", "USD": "${}",
    "USD thousand per person": "${} thousand", "ratio": "{}", "share": "{}", "quarter": "{}",
    "date": "{}", "index": "{}", "no unit": "{}",
    "years": "{}", "count": "{}", "visas": "{}", "permits": "{}", "log points": "{}",
}


def digits(value: float, spec: str) -> str:
    """Number by a format spec (`",.0f"`), with a true minus sign and no negative zero."""
    shown = format(float(value) + 0.0, spec)
    if shown.startswith("-") and not any(c in "123456789" for c in shown):
        shown = shown[1:]
    return shown.replace("-", MINUS)


def with_unit(text: str, unit: str) -> str:
    """Text of a number with its unit, as it stands in a sentence.

    Raises
    ------
    ValueError
        If the unit is not one of `UNITS`.
    """
    if unit not in UNITS:
        raise ValueError(f"unit {unit!r} is not one of {', '.join(sorted(UNITS))}")
    shown = UNITS[unit].format(text)
    return f"{MINUS}{shown.replace(MINUS, '', 1)}" if shown.startswith(f"${MINUS}") else shown


def number(value: float | str, unit: str, spec: str) -> str:
    """One number with its unit."""
    return with_unit(value if isinstance(value, str) else digits(value, spec), unit)


def span(low: float, high: float, unit: str, spec: str) -> str:
    """Two bounds with one unit, or one number where both look the same."""
    first, last = digits(low, spec), digits(high, spec)
    return with_unit(first if first == last else f"{first} to {last}", unit)


def interval(value: Interval, unit: str, spec: str) -> str:
    """Interval by its bounds, or by its value where rounding alone makes it one."""
    if is_narrow(value):
        return number(value.value, unit, spec)
    return span(value.low, value.high, unit, spec)


def is_narrow(value: Interval) -> bool:
    """Whether the bounds are within a thousandth of each other: a figure printed exactly."""
    return value.high - value.low < 1e-3 * abs(value.value)


def listed(words: Sequence[str]) -> str:
    """Words as they stand in a sentence: `a, b and c`; `none` where there are none."""
    *most, last = words or ["none"]
    return f"{', '.join(most)} and {last}" if most else last


def quarter(period: object) -> str:
    """Quarter as it stands in a sentence: 2022 Q3."""
    return f"{period.year} Q{period.quarter}"


def quarter_to(year: float) -> str:
    """Quarter that ends at a date in years, or holds it: 2023.0 is the end of 2022 Q4."""
    last = ceil(4 * year) - 1
    return f"{last // 4} Q{last % 4 + 1}"


def quarter_from(year: float) -> str:
    """Quarter that begins at a date in years, or holds it: 2022.25 is 2022 Q2."""
    return f"{int(year)} Q{int(4 * (year % 1)) + 1}"


def in_quarter(year: float) -> str:
    """Quarter that begins at a date in years, as it stands after a value: in 2022 Q2."""
    return f"in {quarter_from(year)}"


def in_year_to(year: float) -> str:
    """Four quarters of which the last begins at a date in years: in the year to 2022 Q2."""
    return f"in the year to {quarter_from(year)}"


def at(year: float) -> str:
    """Date in years as a reader writes it: at the end of 2024, in June 2022."""
    if (year + 0.005) % 1 < 0.01:
        return f"at the end of {round(year) - 1}"
    return f"in {month_name[1 + int(12 * (year % 1))]} {int(year)}"


def in_year(year: float) -> str:
    """Year that holds a date in years: in 2022."""
    return f"in {int(year)}"


def higher_or_lower(percent: float, spec: str = ".0f") -> str:
    """Change in percent as it stands in a sentence: `3% lower`."""
    return f"{digits(abs(percent), spec)}% {'higher' if percent > 0 else 'lower'}"


def unmarked(value: object) -> object:
    """Text without the marks of MyST roles, whose targets stay; anything else as it is."""
    return re.sub(r"\{[\w:]+\}`([^`]*)`", r"\1", value) if isinstance(value, str) else value


def cell(value: object, spec: str) -> str:
    """Cell of a printed table; a missing value is an en dash.

    `spec` is a format spec for numbers and intervals and is not used for text.
    """
    if isinstance(value, Interval):
        return interval(value, "count", spec)
    if value is None or (isinstance(value, Number) and value != value):
        return "\N{EN DASH}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Number):
        return digits(value, spec)
    return str(value)
