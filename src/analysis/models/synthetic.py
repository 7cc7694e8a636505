"""Synthetic control: a weighted mean of donors that tracks one unit before its treatment."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import pandas as pd

from analysis.models.simplex import ridge_correction, simplex_weights


@dataclass(frozen=True, eq=False)
class Counterfactual:
    """Path that a unit would have taken without its treatment, by one estimator.

    Values are kept as arrays, since placebo tests make thousands of these and read little of
    each; the tables `weights`, `observed`, `synthetic` and `gap` are made when asked for.

    Attributes
    ----------
    treated : hashable
        Column of the unit.
    start : hashable
        First treated period.
    periods, donors : pandas.Index
        Labels of the periods and of the donors.
    weight_values : numpy.ndarray, shape (donors,)
        Weight of each donor; sums to 1.
    observed_values, synthetic_values : numpy.ndarray, shape (periods,)
        Outcome and its counterfactual, unit of the outcome.
    pre_rmspe, post_rmspe : float
        Root mean squared gap before `start`, and from it on.
    """

    treated: Hashable
    start: Hashable
    periods: pd.Index
    donors: pd.Index
    weight_values: np.ndarray
    observed_values: np.ndarray
    synthetic_values: np.ndarray
    pre_rmspe: float
    post_rmspe: float

    @property
    def gap_values(self) -> np.ndarray:
        """Outcome minus its counterfactual, one value a period."""
        return self.observed_values - self.synthetic_values

    @cached_property
    def weights(self) -> pd.Series:
        """Weight of each donor."""
        return pd.Series(self.weight_values, index=self.donors)

    @cached_property
    def observed(self) -> pd.Series:
        """Outcome by period."""
        return self._path(self.observed_values)

    @cached_property
    def synthetic(self) -> pd.Series:
        """Counterfactual by period."""
        return self._path(self.synthetic_values)

    @cached_property
    def gap(self) -> pd.Series:
        """Outcome minus its counterfactual by period."""
        return self._path(self.gap_values)

    @property
    def rmspe_ratio(self) -> float:
        """Post-period over pre-period root mean squared gap; infinite after a perfect fit."""
        return self.post_rmspe / self.pre_rmspe if self.pre_rmspe > 1e-9 else float("inf")

    @property
    def effective_donors(self) -> float:
        """Inverse of the sum of squared weights: donors that carry the comparison."""
        return float(1 / (self.weight_values**2).sum())

    def _path(self, values: np.ndarray) -> pd.Series:
        return pd.Series(values, index=self.periods, name=self.treated)


def relative_gap(gap: pd.Series | np.ndarray, last: int = 4) -> float:
    """Mean over the last periods of exp(gap) - 1, for gaps of logarithms.

    Parameters
    ----------
    gap : pandas.Series or numpy.ndarray
        Log outcome minus its counterfactual, in order of time.
    last : int
        Number of periods at the end; four quarters cancel the seasons.

    Returns
    -------
    float
        A share: -0.5 is half of what the counterfactual says.
    """
    return float(np.expm1(np.asarray(gap)[-last:]).mean())


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
    values, before, pool = arrays(outcomes, treated, start, donors)
    columns = pd.Index([treated, *pool], name=outcomes.columns.name)
    return pd.DataFrame(values, index=outcomes.index, columns=columns), before


def arrays(outcomes: pd.DataFrame, treated: Hashable, start: Hashable,
           donors: Sequence[Hashable] | None = None) -> tuple[np.ndarray, np.ndarray, pd.Index]:
    """The same as `prepare` without a table, for what is called thousands of times.

    Returns
    -------
    tuple of numpy.ndarray, numpy.ndarray of bool and pandas.Index
        Outcomes with the treated unit in the first column, which rows precede the treatment, and
        the donors.
    """
    columns = outcomes.columns
    pool = columns.drop(treated) if donors is None else pd.Index(donors)
    if treated in pool or not len(pool):
        raise ValueError(f"{treated!r} needs donors other than itself")
    places = np.append(columns.get_loc(treated), columns.get_indexer_for(pool))
    if places.min() < 0:
        raise KeyError(f"no outcomes of {pool.difference(columns).tolist()}")
    values = outcomes.to_numpy(dtype=float)[:, places]
    complete = np.isfinite(values).all(axis=0)
    if not complete.all():
        raise ValueError("outcomes are missing or not finite for "
                         f"{columns[places[~complete]].tolist()}")
    if not outcomes.index.is_monotonic_increasing:
        raise ValueError("periods are not in order")
    before = np.asarray(outcomes.index < start)
    if before.sum() < 2 or before.all():
        raise ValueError(f"{start} leaves fewer than two periods before it, or none after")
    return values, before, pool


def assemble(periods: pd.Index, treated: Hashable, start: Hashable, donors: pd.Index,
             values: np.ndarray, before: np.ndarray, weights: np.ndarray,
             align: np.ndarray | None = None) -> Counterfactual:
    """Path, gap and errors that given donor weights imply.

    Parameters
    ----------
    periods, treated, start, donors
        See `Counterfactual`.
    values, before
        See `arrays`.
    weights : numpy.ndarray, shape (donors,)
        Donor weights.
    align : numpy.ndarray, shape (periods before,), optional
        Weights of the periods before `start` over which the mean gap is set to zero; levels are
        left as they are by default.

    Returns
    -------
    Counterfactual
    """
    synthetic = values[:, 1:] @ weights
    if align is not None:
        synthetic = synthetic + (values[:, 0] - synthetic)[before] @ align
    gap = values[:, 0] - synthetic
    pre, post = (float(np.sqrt((gap[rows] ** 2).mean())) for rows in (before, ~before))
    return Counterfactual(treated, start, periods, donors, weights, values[:, 0], synthetic,
                          pre, post)


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
