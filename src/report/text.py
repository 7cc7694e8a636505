"""Numbers and cells as readers see them; HTML and PDF show the same characters."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence
from math import ceil
from numbers import Integral, Number

from report.intervals import Interval

MINUS = "\N{MINUS SIGN}"
# Format spec of a p-value.
P_VALUE = "p"
UNITS = {
    "percent": "{}%", "percentage points": "{} percentage points", "persons": "{}",
    "USD million": "${} million", "USD billion": "${} billion", "USD": "${}",
    "USD thousand per person": "${} thousand", "ratio": "{}", "share": "{}", "quarter": "{}",
    "date": "{}", "index": "{}", "no unit": "{}",
    "years": "{}", "count": "{}", "visas": "{}", "permits": "{}", "log points": "{}",
}


def digits(value: float, spec: str) -> str:
    """Number by a format spec (`",.0f"`), with a true minus sign and no negative zero.

    The spec `P_VALUE` is that of `p_value`.
    """
    if spec == P_VALUE:
        return p_value(value)
    shown = format(float(value) + 0.0, spec)
    if shown.startswith("-") and not any(c in "123456789" for c in shown):
        shown = shown[1:]
    return shown.replace("-", MINUS)


def p_value(p: float) -> str:
    """P-value with two decimals, three below 0.1, and none of them below a thousandth.

    Examples
    --------
    >>> p_value(0.334), p_value(0.0256), p_value(0.0002)
    ('0.33', '0.026', '< 0.001')
    """
    if p < 0.001:
        return "< 0.001"
    return f"{p:.3f}" if p < 0.1 else f"{p:.2f}"


def unit(name: str) -> str:
    """Unit as it stands above a column: dollars by their sign, as they stand with a number.

    Examples
    --------
    >>> unit("USD million"), unit("persons")
    ('$ million', 'persons')
    """
    return re.sub(r"\b(?:current )?US(?:D\b|\$)", "$", name)


def sentence(words: str) -> str:
    """Words with one full stop at their end, whatever they end with.

    Examples
    --------
    >>> sentence("Exports fell."), sentence("Exports of 2021")
    ('Exports fell.', 'Exports of 2021.')
    """
    return words.rstrip().rstrip(".") + "."


def measured(amount: str, name: str) -> str:
    """Amount with a unit of any wording, as a source has it: percent and dollars by their signs.

    Examples
    --------
    >>> measured("nearly -45", "percent"), measured("3.2", "USD billion"), measured("4", "visas")
    ('nearly \u221245%', '$3.2 billion', '4 visas')
    """
    amount = re.sub(r"(?<![\w.])-(?=\d)", MINUS, amount)
    if name.startswith("percent") and not name.startswith("percentage"):
        return f"{amount}%{name.removeprefix('percent')}"
    dollars = re.match(r"(?:current )?US(?:D|\$)", name)
    if dollars:
        return re.sub(r"\d", r"$\g<0>", amount, count=1) + name[dollars.end():]
    return f"{amount} {name}"


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


def when(date: object) -> str:
    """Date as a reader writes it: of a year, a quarter as a number of years, or a period in ISO.

    Parameters
    ----------
    date : int, float or str
        A year; a number of years, at which a quarter begins; or a period as tables have it.

    Examples
    --------
    >>> when(2020), when(2020.75), when("2025-Q1"), when("2025-09-22")
    ('2020', '2020 Q4', '2025 Q1', '22 September 2025')
    >>> when("2020-01/2020-07"), when("2021-06"), when("2021-mid"), when("2019-09/2020-08")
    ('January to July 2020', 'June 2021', 'mid-2021', 'September 2019 to August 2020')
    """
    if isinstance(date, Number):
        return str(date) if isinstance(date, Integral) else quarter_from(date)
    first, _, last = str(date).replace(" to ", "/").partition("/")
    if last and first[:5] == last[:5]:
        return f"{_day(first).removesuffix(first[:4]).strip()} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}" if last else _day(first)


def _day(date: str) -> str:
    """Year, quarter, month or day."""
    year, _, rest = date.partition("-")
    if rest == "mid":
        return f"mid-{year}"
    month, _, day = rest.partition("-")
    if not month.isdigit():
        return f"{year} {rest}".strip()
    return f"{day.lstrip('0')} {month_name[int(month)]} {year}".strip()


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
