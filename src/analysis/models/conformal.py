"""Conformal inference for a counterfactual: the treated unit's own past is the yardstick.

A placebo test compares the treated unit with others; this test compares its periods after the
start with those before it [1]_. An effect is taken away, the counterfactual is fitted to all
periods as if that effect were the true one, and the errors that are left are moved along the
calendar as a block: if the effect is right, those after the start look like any others.

pysyncon inverts the test for single periods and without blocks; diff-diff fits without a penalty,
which leaves no errors where donors outnumber periods. Hence this module.

References
----------
.. [1] Chernozhukov, V., Wuthrich, K. and Zhu, Y. (2021). An exact and robust conformal inference
   method for counterfactual and synthetic controls. Journal of the American Statistical
   Association, 116(536), 1849-1864. doi:10.1080/01621459.2021.1920957.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from analysis.models.counterfactual import arrays
from analysis.models.simplex import simplex_weights

Weigh = Callable[[np.ndarray, np.ndarray], np.ndarray]
STATISTICS = ("mean", "size")
DOUBLINGS = 6


@dataclass(frozen=True)
class ConformalInterval:
    """Effects that the conformal test does not reject.

    Attributes
    ----------
    low, high : float
        Effect in every period of the window, unit of the outcome; infinite where the test cannot
        reject at this level.
    p_value : float
        Of no effect.
    level, attained : float
        Coverage that was asked for, and the least multiple of 1 / n that is not below it.
    connected : bool
        Whether all effects tried between the bounds belong to the set.
    n, n_before, n_window : int
        Permutations (one a period), periods before the start, and periods of the window.
    """

    low: float
    high: float
    p_value: float
    level: float
    attained: float
    connected: bool
    n: int
    n_before: int
    n_window: int


def even_weights(own: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The same weight for every donor; with levels aligned, difference-in-differences."""
    return np.full(others.shape[1], 1 / others.shape[1])


def conformal_p_value(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                      effect: float = 0.0, window: slice | None = None,
                      donors: Sequence[Hashable] | None = None, weigh: Weigh | None = None,
                      demean: bool = False, statistic: str = "mean") -> float:
    """P-value of one constant effect in the periods of a window.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (periods, units)
        Complete outcomes in order of time, as a rule in logarithms.
    treated, start : hashable
        Column of the treated unit and first treated period.
    effect : float
        Hypothesised effect in each period of the window, unit of the outcome.
    window : slice, optional
        Treated periods that are tested, as labels of the index; all by default. Other treated
        periods are left out.
    donors : sequence, optional
        Columns to draw from; all others by default.
    weigh : callable, optional
        Donor weights from the outcomes of the unit, shape (periods,), and of the donors, shape
        (periods, donors); plain synthetic control by default. It must leave errors: a perfect fit
        of all periods has no yardstick. It must not depend on the order of periods.
    demean : bool
        Fit and compare distances from each unit's mean over all periods used.
    statistic : {"mean", "size"}
        Size of the mean error in the window, for effects of one sign, or mean size of errors.

    Returns
    -------
    float
        Share of the moved blocks, the true one included, with a statistic at least as large: a
        multiple of one over the number of periods used.

    Raises
    ------
    ValueError
        If the statistic is unknown, the window holds no treated period or all errors are zero; or
        see `analysis.models.counterfactual.prepare`.
    """
    values, inside = _used(outcomes, treated, start, window, donors, statistic)
    return _p_value(values, inside, effect, _residuals(weigh, demean), statistic)


def conformal_interval(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                       level: float = 0.90, window: slice | None = None,
                       donors: Sequence[Hashable] | None = None, weigh: Weigh | None = None,
                       demean: bool = False, statistic: str = "mean",
                       points: int = 201) -> ConformalInterval:
    """Interval of the constant effects in a window that are not rejected.

    It is read as an interval for the mean effect if effects in the window differ little from each
    other beside the errors.

    Parameters
    ----------
    outcomes, treated, start, window, donors, weigh, demean, statistic
        See `conformal_p_value`.
    level : float
        Coverage that is asked for; above 1 - 1 / periods the interval has no bounds.
    points : int
        Effects that are tried before the bounds are found by halving.

    Returns
    -------
    ConformalInterval
        Half-open where its bound is infinite.
    """
    values, inside = _used(outcomes, treated, start, window, donors, statistic)
    test = partial(_p_value, values, inside, residuals=_residuals(weigh, demean),
                   statistic=statistic)
    before, n = int((~inside).sum()), len(inside)
    attained = float(1 - np.floor((1 - level) * n + 1e-9) / n)
    bounds = (-np.inf, np.inf, True) if attained == 1 else _invert(
        test, *_search(values, inside), 1 - level, points)
    return ConformalInterval(*bounds[:2], test(0.0), level, attained, bounds[2], n, before,
                             n - before)


def _used(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, window: slice | None,
          donors: Sequence[Hashable] | None, statistic: str) -> tuple[np.ndarray, np.ndarray]:
    """Outcomes before the start and in the window, the unit first, and which rows are inside."""
    if statistic not in STATISTICS:
        raise ValueError(f"unknown statistic {statistic!r}")
    values, before, _ = arrays(outcomes, treated, start, donors)
    after = outcomes.index[~before]
    chosen = after if window is None else after[after.slice_indexer(window.start, window.stop)]
    if not len(chosen):
        raise ValueError(f"the window {window} holds no period from {start} on")
    used = before | outcomes.index.isin(chosen)
    return values[used], ~before[used]


def _residuals(weigh: Weigh | None, demean: bool) -> Callable[[np.ndarray], np.ndarray]:
    """Errors of the counterfactual in all periods, fitted to all of them."""
    chosen = partial(simplex_weights, penalty=0.0) if weigh is None else weigh

    def errors(values: np.ndarray) -> np.ndarray:
        centred = values - values.mean(axis=0) if demean else values
        return centred[:, 0] - centred[:, 1:] @ chosen(centred[:, 0], centred[:, 1:])

    return errors


def _p_value(values: np.ndarray, inside: np.ndarray, effect: float,
             residuals: Callable[[np.ndarray], np.ndarray], statistic: str) -> float:
    """Share of cyclic shifts of the errors whose window looks at least as extreme."""
    null = values.copy()
    null[inside, 0] -= effect
    errors = residuals(null)
    if np.abs(errors).max() < 1e-6 * values.std():
        raise ValueError("the counterfactual fits all periods perfectly: no errors to compare")
    n = len(errors)
    shifted = errors[(np.arange(n)[:, None] + np.arange(n)) % n][:, inside]
    found = np.abs(shifted.mean(axis=1)) if statistic == "mean" else np.abs(shifted).mean(axis=1)
    return float((found >= found[0] - 1e-12).mean())


def _search(values: np.ndarray, inside: np.ndarray) -> tuple[float, float]:
    """Where to look for effects: the change against the donors' mean, and its spread."""
    apart = values[:, 0] - values[:, 1:].mean(axis=1)
    centre = apart[inside].mean() - apart[~inside].mean()
    return float(centre), float(np.abs(centre) + 4 * values.std(axis=0).max() + 1e-9)


def _invert(test: Callable[[float], float], centre: float, reach: float, alpha: float,
            points: int) -> tuple[float, float, bool]:
    """Bounds of the effects whose p-value is above `alpha`."""
    for _ in range(DOUBLINGS):
        tried = np.linspace(centre - reach, centre + reach, points)
        kept = np.array([test(effect) > alpha + 1e-12 for effect in tried])
        if not (kept[0] or kept[-1]):
            break
        reach *= 2
    if not kept.any():
        return np.nan, np.nan, True
    first, last = np.flatnonzero(kept)[[0, -1]]
    low = -np.inf if kept[0] else _halve(test, tried[first], tried[first - 1], alpha)
    high = np.inf if kept[-1] else _halve(test, tried[last], tried[last + 1], alpha)
    return float(low), float(high), bool(kept[first:last + 1].all())


def _halve(test: Callable[[float], float], kept: float, rejected: float, alpha: float) -> float:
    """Bound between an effect that is kept and one that is rejected."""
    for _ in range(40):
        middle = (kept + rejected) / 2
        if test(middle) > alpha + 1e-12:
            kept = middle
        else:
            rejected = middle
    return kept
