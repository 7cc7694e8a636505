"""Published figures as intervals, and exact arithmetic on them.

A press figure such as "nearly 30%" or "over 56,000" is a range. `reading` turns the printed
number and its qualifier into that range by a stated rule; `propagate` carries ranges through
any function that is monotone in each of its arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from math import isfinite

# How far each qualifier reaches below and above the printed number, in units of its resolution.
SPANS = {"plain": (0.5, 0.5), "about": (1, 1), "over": (0, 1), "nearly": (1, 0), "up_to": (1, 0)}
QUALIFIERS = (*SPANS, "range")


@dataclass(frozen=True)
class Interval:
    """A number that is known to lie between two bounds.

    Attributes
    ----------
    value, low, high : float
        Central value and bounds, in one unit.
    rows : tuple of str
        Published figures (``figure`` of table ``published``) that it rests on.

    Raises
    ------
    ValueError
        If the bounds are not finite or do not hold the value.
    """

    value: float
    low: float
    high: float
    rows: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(map(isfinite, (self.value, self.low, self.high))):
            raise ValueError(f"{self} has a bound that is not a finite number")
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self} does not hold its own value")

    def overlaps(self, other: Interval) -> bool:
        """Whether both can be true of the same quantity.

        Ranges that only touch do not count: "over 90" leaves 90 out and "80 to 90" ends there, so
        the one number that both bounds name is no common ground. Two exact numbers must be equal.
        """
        same = (self.low, self.high) == (other.low, other.high)
        return same or (self.low < other.high and other.low < self.high)


def exact(value: float) -> Interval:
    """A number that is known without a range, such as a count in a register."""
    return Interval(value, value, value)


def resolution(value: float) -> float:
    """Unit to which a printed number can be taken to be rounded.

    The place of the last digit that is not zero; half of it for a number with one such digit
    (30, 70,000), and five of it where a number of two digits ends in 5 (45, 0.25), since people
    who round write multiples of 5 and 10 first [1]_.

    Parameters
    ----------
    value : float
        The number as printed; not zero.

    Returns
    -------
    float
        In the unit of `value`.

    References
    ----------
    .. [1] Jansen, C. J. M. and Pollmann, M. M. W. (2001). On round numbers. Journal of
       Quantitative Linguistics, 8(3), 187-201.

    Examples
    --------
    >>> resolution(56_000), resolution(30), resolution(45), resolution(3.2)
    (1000.0, 5.0, 5.0, 0.1)
    """
    digits = Decimal(repr(float(value))).normalize().as_tuple()
    place = Decimal(1).scaleb(digits.exponent)
    if len(digits.digits) == 1:
        return float(place / 2)
    if len(digits.digits) == 2 and digits.digits[-1] == 5:
        return float(place * 5)
    return float(place)


def reading(value: float, qualifier: str = "plain", *, value_high: float | None = None,
            step: float | None = None, rows: tuple[str, ...] = ()) -> Interval:
    """Interval that a published number stands for.

    With r the `resolution`: ``plain`` is the number give or take r/2, ``about`` give or take r,
    ``over`` reaches from the number to r above it, ``nearly`` and ``up_to`` from r below up to
    it, and ``range`` is what is printed. A negative number is read by its size: "nearly -30" is
    a fall of 25 to 30.

    Parameters
    ----------
    value : float
        Number as printed (the lower one of a printed range).
    qualifier : str
        One of `QUALIFIERS`.
    value_high : float, optional
        Upper number of a printed range.
    step : float, optional
        Resolution where the source shows more or fewer digits than `value` does.
    rows : tuple of str
        Published figures that stand behind the number.

    Returns
    -------
    Interval
        In the unit of `value`; a printed range has its middle as value.

    Raises
    ------
    ValueError
        If the qualifier is unknown, or a range lacks its upper number.
    """
    if qualifier == "range":
        if value_high is None:
            raise ValueError(f"range from {value} has no upper number")
        return Interval((value + value_high) / 2, value, value_high, rows)
    if qualifier not in QUALIFIERS:
        raise ValueError(f"qualifier {qualifier!r} is not one of {', '.join(QUALIFIERS)}")
    if value < 0:
        mirrored = reading(-value, qualifier, step=step)
        return Interval(value, -mirrored.high, -mirrored.low, rows)
    r = resolution(value) if step is None else step
    below, above = SPANS[qualifier]
    return Interval(value, value - below * r, value + above * r, rows)


def propagate(function: Callable[..., float], *arguments: Interval) -> Interval:
    """Range of a function over a box, from its corners.

    Exact where the function is monotone in each argument over the box, whatever the others are.
    An argument that stands twice in a formula is passed once, so it varies as one.

    Parameters
    ----------
    function : callable
        Of as many floats as there are arguments, giving a float.
    *arguments : Interval
        At most a dozen.

    Returns
    -------
    Interval
        Value at the central values; bounds over all corners; rows of all arguments.

    Examples
    --------
    >>> fall = propagate(lambda a, b: 1 - b / a, Interval(3.2, 3.15, 3.25),
    ...                  Interval(1.8, 1.75, 1.85))
    >>> round(fall.low, 4), round(fall.high, 4)
    (0.4127, 0.4615)
    """
    corners = [function(*point) for point in product(*((a.low, a.high) for a in arguments))]
    value = function(*(a.value for a in arguments))
    rows = tuple(dict.fromkeys(row for a in arguments for row in a.rows))
    return Interval(value, min(*corners, value), max(*corners, value), rows)
