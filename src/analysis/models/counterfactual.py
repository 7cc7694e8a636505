"""What a unit would have been without its treatment: the result that all estimators share."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd


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
        If a value is missing, the unit is its own donor, periods are not in order, or fewer than
        two lie before the treatment or none after it.
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
