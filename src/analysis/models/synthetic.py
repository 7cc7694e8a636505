"""Synthetic control: a weighted mean of donors that tracks one unit before its treatment."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

import numpy as np
import pandas as pd

from analysis.models.counterfactual import Counterfactual, arrays, assemble, prepare, relative_gap
from analysis.models.simplex import ridge_correction, simplex_weights

__all__ = ["Counterfactual", "choose_penalty", "equal_weights", "held_out_error", "prepare",
           "relative_gap", "synthetic_control"]


def synthetic_control(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                      donors: Sequence[Hashable] | None = None, penalty: float = 0.0,
                      ridge: float | None = None, demean: bool = False) -> Counterfactual:
    """Synthetic control matched on the outcomes before treatment.

    Weights w are not negative, sum to one and minimise the sum over pre-treatment periods of
    (y - sum_j w_j y_j)^2 [1]_, plus `penalty` times the sum over donors of w_j times the
    squared distance of donor j itself [2]_. The penalty makes the solution unique and prefers
    donors that resemble the unit to mixtures that fit by chance. Without it, a unit that more
    donors than periods surround has a perfect fit and many solutions, which means nothing.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (periods, units)
        Complete outcomes in order of time, as a rule in logarithms.
    treated : hashable
        Column of the treated unit.
    start : hashable
        First treated period, as in the index.
    donors : sequence, optional
        Columns to draw from; all others by default.
    penalty : float
        Weight of the pairwise distances; 0 is the plain estimator. It has no unit.
    ridge : float, optional
        If given, the fit that is left is improved by ridge regression with this parameter
        (unit of the squared outcome), and weights can turn negative [3]_.
    demean : bool
        Match deviations from each unit's own pre-treatment mean, so that a constant difference
        in level between the unit and its donors is allowed for [4]_.

    Returns
    -------
    Counterfactual

    Raises
    ------
    ValueError
        If a value is missing, the unit is its own donor, or fewer than two periods lie before
        the treatment or none after it.

    References
    ----------
    .. [1] Abadie, A., Diamond, A. and Hainmueller, J. (2010). Synthetic control methods for
       comparative case studies. Journal of the American Statistical Association, 105(490),
       493-505.
    .. [2] Abadie, A. and L'Hour, J. (2021). A penalized synthetic control estimator for
       disaggregated data. Journal of the American Statistical Association, 116(536), 1817-1834.
    .. [3] Ben-Michael, E., Feller, A. and Rothstein, J. (2021). The augmented synthetic control
       method. Journal of the American Statistical Association, 116(536), 1789-1803.
    .. [4] Doudchenko, N. and Imbens, G. W. (2016). Balancing, regression,
       difference-in-differences and synthetic control methods. NBER Working Paper 22791.
    """
    if penalty < 0 or (ridge is not None and ridge <= 0):
        raise ValueError("penalty must not be negative, and ridge must be positive")
    values, before, pool = arrays(outcomes, treated, start, donors)
    matched = values[before]
    if demean:
        matched = matched - matched.mean(axis=0)
    own, others = matched[:, 0], matched[:, 1:]
    weights = simplex_weights(own, others, penalty)
    if ridge is not None:
        weights = weights + ridge_correction(own, others, weights, ridge)
    align = np.full(len(own), 1 / len(own)) if demean else None
    return assemble(outcomes.index, treated, start, pool, values, before, weights, align)


def equal_weights(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                  donors: Sequence[Hashable] | None = None) -> Counterfactual:
    """Difference-in-differences as a counterfactual: all donors alike, levels allowed to differ.

    The mean gap after `start` is the two-way fixed effects coefficient of a balanced panel.
    Parameters, result and errors are those of `synthetic_control`.
    """
    values, before, pool = arrays(outcomes, treated, start, donors)
    weights = np.full(len(pool), 1 / len(pool))
    align = np.full(before.sum(), 1 / before.sum())
    return assemble(outcomes.index, treated, start, pool, values, before, weights, align)


def choose_penalty(outcomes: pd.DataFrame, start: Hashable, penalties: Sequence[float], *,
                   held_out: int = 4, units: Sequence[Hashable] | None = None,
                   demean: bool = False) -> pd.Series:
    """Out-of-time error of each penalty, from periods before the treatment only.

    Every unit in turn is matched to the others on all but the last `held_out` periods before
    `start`, and its gap is measured in those; this is the hold-out validation of [2]_ in
    `synthetic_control`.

    Parameters
    ----------
    outcomes, start, demean
        See `synthetic_control`.
    penalties : sequence of float
        Values to compare.
    held_out : int
        Periods before `start` that are kept for the test.
    units : sequence, optional
        Units that play the treated one; all by default.

    Returns
    -------
    pandas.Series
        Root mean squared gap in the held-out periods over all units, indexed by penalty; its
        `idxmin` is the choice.
    """
    errors = {penalty: held_out_error(
        outcomes, start, partial(synthetic_control, penalty=penalty, demean=demean),
        held_out=held_out, units=units) for penalty in penalties}
    return pd.Series(errors, name="rmspe")


def held_out_error(outcomes: pd.DataFrame, start: Hashable,
                   estimator: Callable[..., Counterfactual], *, held_out: int = 4,
                   units: Sequence[Hashable] | None = None) -> float:
    """Root mean squared gap that an estimator leaves in periods it was not matched on.

    Parameters
    ----------
    outcomes, start, held_out, units
        See `choose_penalty`.
    estimator : callable
        Of (outcomes, unit, start).

    Returns
    -------
    float
        Over all units and held-out periods before `start`, unit of the outcome.
    """
    known = outcomes[outcomes.index < start]
    split = known.index[-held_out]
    subjects = known.columns if units is None else units
    squares = [estimator(known, unit, split).post_rmspe ** 2 for unit in subjects]
    return float(np.sqrt(np.mean(squares)))
