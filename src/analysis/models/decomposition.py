"""Exact decomposition of a change in a product of factors (log-mean Divisia)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from report.intervals import Interval, propagate


@dataclass(frozen=True)
class Decomposition:
    """Additive contributions of factors to the change of their product.

    Attributes
    ----------
    before, after, change : float
        Total before and after, and the difference, in the unit of the product.
    contributions : pandas.Series
        One value a factor, same unit; they sum to `change`.
    shares : pandas.Series
        Contributions over `change`; NaN where nothing changed. With a single category this is
        the factor's share of the change of the logarithm.
    """

    before: float
    after: float
    change: float
    contributions: pd.Series
    shares: pd.Series


def logarithmic_mean(first: ArrayLike, second: ArrayLike) -> np.ndarray:
    """Logarithmic mean (a - b) / (ln a - ln b), and a where both are equal.

    Parameters
    ----------
    first, second : array_like
        Positive numbers, of one shape.

    Returns
    -------
    numpy.ndarray
        Of that shape; between the geometric and the arithmetic mean.

    Raises
    ------
    ValueError
        If a number is not positive.
    """
    a, b = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if not (np.all(a > 0) and np.all(b > 0)):
        raise ValueError("the logarithmic mean needs positive numbers")
    spread = np.log(a / b)
    # near equality the quotient loses its digits; the series 1 + x/2 + x^2/6 does not
    close = np.abs(spread) < 1e-5
    safe = np.where(close, 1.0, spread)
    ratio = np.where(close, 1 + spread / 2 + spread**2 / 6, np.expm1(safe) / safe)
    return b * ratio


def log_share(factor_before: float, factor_after: float, total_before: float,
              total_after: float) -> float:
    """Share of the change of a total's logarithm that is the change of one factor's.

    Parameters
    ----------
    factor_before, factor_after : float
        The factor (for example staff), positive.
    total_before, total_after : float
        The product that it belongs to (for example exports), positive.

    Returns
    -------
    float
        ln(factor ratio) / ln(total ratio); below 0 or above 1 where other factors offset it.

    Raises
    ------
    ValueError
        If a number is not positive or the total did not change.
    """
    if min(factor_before, factor_after, total_before, total_after) <= 0:
        raise ValueError("shares of a logarithm need positive numbers")
    if total_before == total_after:
        raise ValueError("the total did not change: there is nothing to share out")
    return float(np.log(factor_after / factor_before) / np.log(total_after / total_before))


def decompose(before: Mapping[str, ArrayLike], after: Mapping[str, ArrayLike]) -> Decomposition:
    """Split the change of a product of factors exactly, by the additive LMDI-I method.

    The total is the sum over categories i of the product of its factors x_k,i. Factor k
    contributes the sum over i of L(V_i after, V_i before) ln(x_k,i after / x_k,i before), where
    L is the logarithmic mean [1]_. There is no residual, and swapping the two dates only
    changes signs.

    Parameters
    ----------
    before, after : mapping of str to array_like
        For each factor its positive value, or one value a category, at the two dates.

    Returns
    -------
    Decomposition

    Raises
    ------
    ValueError
        If the two dates do not have the same factors and shapes, or a value is not positive.

    References
    ----------
    .. [1] Ang, B. W. (2005). The LMDI approach to decomposition analysis: a practical guide.
       Energy Policy, 33(7), 867-871.
    """
    if list(before) != list(after):
        raise ValueError(f"factors differ: {list(before)} and {list(after)}")
    old, new = _stack(before), _stack(after)
    if old.shape != new.shape:
        raise ValueError("the two dates do not have the same categories")
    if not (np.all(old > 0) and np.all(new > 0)):
        raise ValueError("the decomposition needs positive factors")
    products = old.prod(axis=0), new.prod(axis=0)
    weights = logarithmic_mean(products[1], products[0])
    contributions = pd.Series((np.log(new / old) * weights).sum(axis=1), index=list(before))
    start, end = (float(product.sum()) for product in products)
    shares = contributions / (end - start) if end != start else contributions * np.nan
    return Decomposition(before=start, after=end, change=end - start,
                         contributions=contributions, shares=shares)


def _stack(factors: Mapping[str, ArrayLike]) -> np.ndarray:
    """Factors as an array, factors by categories; a scalar holds for every category."""
    rows = [np.atleast_1d(np.asarray(value, dtype=float)) for value in factors.values()]
    return np.array(np.broadcast_arrays(*rows))


@dataclass(frozen=True)
class IntervalSplit:
    """Split of a change into one factor and the rest, by interval.

    Attributes
    ----------
    share : Interval
        Percent of the change of the total's logarithm that is the factor's.
    factor, rest : Interval
        Contributions in the unit of the total; they sum to its change.
    """

    share: Interval
    factor: Interval
    rest: Interval


def split_by_interval(ratio: Interval, before: Interval, after: Interval) -> IntervalSplit:
    """Log-mean Divisia split of a rounded total into one rounded factor and the rest.

    Parameters
    ----------
    ratio : Interval
        Factor after over factor before.
    before, after : Interval
        The total at the two dates.

    Returns
    -------
    IntervalSplit
        Bounds over all corners: each part is monotone in each argument.
    """
    def share(change: float, first: float, last: float) -> float:
        return 100 * float(np.log(change)) / float(np.log(last / first))

    def factor(change: float, first: float, last: float) -> float:
        return float(logarithmic_mean(last, first)) * float(np.log(change))

    def rest(change: float, first: float, last: float) -> float:
        return last - first - factor(change, first, last)

    return IntervalSplit(share=propagate(share, ratio, before, after),
                         factor=propagate(factor, ratio, before, after),
                         rest=propagate(rest, ratio, before, after))


def chain(factor: Mapping[int, Interval], total: Mapping[int, Interval]) -> pd.DataFrame:
    """Split of each step between years for which both are known; see `split_by_interval`.

    Parameters
    ----------
    factor, total : mapping of int to Interval
        The factor and the total by year.

    Returns
    -------
    pandas.DataFrame
        ``before``, ``after`` (years), ``share``, ``factor``, ``rest`` (Interval), one row a step.
    """
    years = sorted(set(factor) & set(total))
    rows = []
    for first, last in zip(years, years[1:]):
        ratio = propagate(lambda a, b: b / a, factor[first], factor[last])
        split = split_by_interval(ratio, total[first], total[last])
        rows.append({"before": first, "after": last, "share": split.share,
                     "factor": split.factor, "rest": split.rest})
    return pd.DataFrame(rows)


def summed(parts: Iterable[Interval]) -> Interval:
    """Sum of intervals, as if each could be at its bound whatever the others are."""
    return propagate(lambda *values: sum(values), *parts)
