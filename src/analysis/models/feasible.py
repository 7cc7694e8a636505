"""Statements that must hold together: what they leave possible, and which exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import isfinite

import numpy as np
from scipy.optimize import linprog

from analysis.measures.statements import Statement

# Slack in the units of the unknowns below which ranges only touch.
LEAST_SLACK = 1e-6


def possible(statements: Sequence[Statement]) -> bool:
    """Whether unknowns that are not negative exist for which all statements are true.

    Statements whose ranges only touch do not hold together, as in
    `report.intervals.Interval.overlaps`.
    """
    names = _unknowns(statements)
    rows, limits, widths = _halves(statements, names)
    # unknowns, and a slack of at most one that every bound of a range leaves, and every base
    a = np.column_stack([rows, widths])
    cost = np.append(np.zeros(len(names)), -1)
    found = linprog(cost, A_ub=a, b_ub=limits, bounds=[(0, None)] * len(names) + [(0, 1)])
    return found.status == 0 and -found.fun > LEAST_SLACK


def bounds(statements: Sequence[Statement], top: Mapping[str, float],
           base: Mapping[str, float] | None = None) -> tuple[float, float]:
    """Least and greatest value of a sum of unknowns, or of a ratio of two, that is possible.

    A ratio is linear-fractional and becomes a linear programme by the transformation of [1]_.

    Parameters
    ----------
    statements : sequence of Statement
        Must be possible together.
    top, base : mapping of str to float
        Weights of unknowns above and below the line, all named in the statements; without `base`
        a sum. The sum below the line must be positive.

    Returns
    -------
    tuple of float
        Infinite where nothing bounds it.

    Raises
    ------
    ValueError
        If the statements exclude each other.

    References
    ----------
    .. [1] Charnes, A. and Cooper, W. W. (1962). Programming with linear fractional functionals.
       Naval Research Logistics Quarterly, 9(3-4), 181-186.
    """
    if not possible(statements):
        raise ValueError("the statements cannot all be true")
    names = _unknowns(statements)
    rows, limits, _ = _halves(statements, names)
    # every unknown times a scale, and the scale: one for a sum, one over the base for a ratio
    a = np.column_stack([rows, -limits])
    unit = _weights(base or {}, names, constant=0.0 if base else 1.0)
    ends = [linprog(sign * _weights(top, names), A_ub=a, b_ub=np.zeros(len(a)),
                    A_eq=unit[None, :], b_eq=[1.0], bounds=(0, None)) for sign in (1, -1)]
    low, high = (end.fun if end.status == 0 else -np.inf for end in ends)
    return float(low), float(-high)


def conflicts(statements: Sequence[Statement],
              given: Sequence[Statement] = ()) -> list[tuple[str, ...]]:
    """Minimal sets of statements that cannot all be true, whatever the others say.

    Each statement is a convex set, so by the theorem of Helly such a set has at most one member
    more than there are unknowns.

    Parameters
    ----------
    statements : sequence of Statement
        With different names.
    given : sequence of Statement
        Held in addition, and never named: assumptions under which the others are judged.

    Returns
    -------
    list of tuple of str
        Names in the order of `statements`, smallest sets first.

    Raises
    ------
    ValueError
        If what is given excludes itself.
    """
    if given and not possible(given):
        raise ValueError("what is given cannot be true")
    if possible([*statements, *given]):
        return []
    found: list[tuple[Statement, ...]] = []
    most = min(len(statements), len(_unknowns([*statements, *given])) + 1)
    for size in range(1, most + 1):
        for chosen in combinations(statements, size):
            if not any(set(_names(one)) <= set(_names(chosen)) for one in found) and not possible(
                    [*chosen, *given]):
                found.append(chosen)
    return [_names(one) for one in found]


def together(statements: Sequence[Statement],
             given: Sequence[Statement] = ()) -> list[tuple[str, ...]]:
    """Sets of statements that can all be true and that no other statement can join, largest first.

    Parameters and errors are those of `conflicts`.
    """
    against = [set(one) for one in conflicts(statements, given)]
    names = _names(statements)
    left_out: list[set[str]] = []
    for size in range(len(names) + 1):
        for chosen in map(set, combinations(names, size)):
            if all(chosen & one for one in against) and not any(one <= chosen
                                                                for one in left_out):
                left_out.append(chosen)
    return [tuple(name for name in names if name not in one) for one in left_out]


def _names(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(one.name for one in statements)


def _unknowns(statements: Sequence[Statement]) -> list[str]:
    return list(dict.fromkeys(name for one in statements for name in (*one.top, *one.base)))


def _weights(sums: Mapping[str, float], names: list[str], constant: float = 0.0) -> np.ndarray:
    """Weights of all unknowns, and of the scale at the end."""
    missing = set(sums) - set(names)
    if missing:
        raise ValueError(f"no statement speaks of {', '.join(sorted(missing))}")
    return np.array([*(sums.get(name, 0.0) for name in names), constant])


def _halves(statements: Sequence[Statement],
            names: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Statements as rows a x <= b, with the width of the range that each row belongs to.

    What stands below a line is positive, as a row of its own.
    """
    rows, limits, widths = [], [], []
    for one in statements:
        top, base = (_weights(part, names)[:-1] for part in (one.top, one.base))
        if one.base:
            rows, limits, widths = [*rows, -base], [*limits, 0.0], [*widths, 1.0]
        for sign, bound in ((1, one.high), (-1, one.low)):
            if isfinite(bound):
                rows.append(sign * (top - bound * base))
                limits.append(0.0 if one.base else sign * bound)
                widths.append(min(one.high - one.low, 1.0))
    return np.array(rows), np.array(limits), np.array(widths)
