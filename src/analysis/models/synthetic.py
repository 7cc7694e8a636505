"""Synthetic control: a weighted mean of donors that tracks one unit before its treatment."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from analysis.models.simplex import ridge_correction, simplex_weights


@dataclass(frozen=True)
class Counterfactual:
    """Path that a unit would have taken without its treatment, by one estimator.

    Attributes
    ----------
    treated : hashable
        Column of the unit.
    start : hashable
        First treated period.
    weights : pandas.Series
        Weight of each donor; sums to 1.
    observed, synthetic, gap : pandas.Series
        Outcome, its counterfactual and the difference, one value a period, unit of the outcome.
    pre_rmspe, post_rmspe : float
        Root mean squared gap before `start`, and from it on.
    """

    treated: Hashable
    start: Hashable
    weights: pd.Series
    observed: pd.Series
    synthetic: pd.Series
    gap: pd.Series
    pre_rmspe: float
    post_rmspe: float

    @property
    def rmspe_ratio(self) -> float:
        """Post-period over pre-period root mean squared gap; infinite after a perfect fit."""
        return self.post_rmspe / self.pre_rmspe if self.pre_rmspe > 1e-9 else float("inf")

    @property
    def effective_donors(self) -> float:
        """Inverse of the sum of squared weights: donors that carry the comparison."""
        return float(1 / (self.weights**2).sum())


def relative_gap(gap: pd.Series, last: int = 4) -> float:
    """Mean over the last periods of exp(gap) - 1, for gaps of logarithms.

    Parameters
    ----------
    gap : pandas.Series
        Log outcome minus its counterfactual, in order of time.
    last : int
        Number of periods at the end; four quarters cancel the seasons.

    Returns
    -------
    float
        A share: -0.5 is half of what the counterfactual says.
    """
    return float(np.expm1(gap.iloc[-last:]).mean())


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
    frame, before = prepare(outcomes, treated, start, donors)
    matched = frame.to_numpy()[before]
    if demean:
        matched = matched - matched.mean(axis=0)
    own, others = matched[:, 0], matched[:, 1:]
    weights = simplex_weights(own, others, penalty)
    if ridge is not None:
        weights = weights + ridge_correction(own, others, weights, ridge)
    return assemble(frame, start, weights, demean)


def equal_weights(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                  donors: Sequence[Hashable] | None = None) -> Counterfactual:
    """Difference-in-differences as a counterfactual: all donors alike, levels allowed to differ.

    The mean gap after `start` is the two-way fixed effects coefficient of a balanced panel.
    Parameters, result and errors are those of `synthetic_control`.
    """
    frame, _ = prepare(outcomes, treated, start, donors)
    count = frame.shape[1] - 1
    return assemble(frame, start, np.full(count, 1 / count), True)


def prepare(outcomes: pd.DataFrame, treated: Hashable, start: Hashable,
            donors: Sequence[Hashable] | None = None) -> tuple[pd.DataFrame, np.ndarray]:
    """Checked outcomes of the unit and its donors, and which rows precede the treatment.

    Returns
    -------
    tuple of pandas.DataFrame and numpy.ndarray of bool
        Treated unit in the first column.

    Raises
    ------
    ValueError
        See `synthetic_control`.
    """
    pool = list(outcomes.columns.drop(treated) if donors is None else donors)
    if treated in pool or not pool:
        raise ValueError(f"{treated!r} needs donors other than itself")
    frame = outcomes[[treated, *pool]].astype(float)
    if not np.isfinite(frame.to_numpy()).all():
        bad = frame.columns[~np.isfinite(frame).all()].tolist()
        raise ValueError(f"outcomes are missing or not finite for {bad}")
    if not frame.index.is_monotonic_increasing:
        raise ValueError("periods are not in order")
    before = np.asarray(frame.index < start)
    if before.sum() < 2 or before.all():
        raise ValueError(f"{start} leaves fewer than two periods before it, or none after")
    return frame, before


def assemble(frame: pd.DataFrame, start: Hashable, weights: np.ndarray,
             demean: bool) -> Counterfactual:
    """Path, gap and errors that given donor weights imply; levels are aligned if `demean`.

    Works on arrays, since placebo tests come here thousands of times.
    """
    before = np.asarray(frame.index < start)
    values, treated = frame.to_numpy(), frame.columns[0]
    synthetic = values[:, 1:] @ weights
    if demean:
        synthetic = synthetic + (values[:, 0] - synthetic)[before].mean()
    gap = values[:, 0] - synthetic
    pre, post = (float(np.sqrt((gap[rows] ** 2).mean())) for rows in (before, ~before))
    path = partial(pd.Series, index=frame.index, name=treated)
    return Counterfactual(treated, start, pd.Series(weights, index=frame.columns[1:]),
                          path(values[:, 0]), path(synthetic), path(gap), pre, post)


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
