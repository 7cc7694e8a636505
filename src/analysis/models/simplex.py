"""Donor weights of a synthetic control: exact where the conditions of the optimum can be met.

An active set of donors is changed one at a time until the conditions of Karush, Kuhn and Tucker
hold, which prove the optimum of a convex problem. Where that fails, pysyncon's solver is called.
"""

from __future__ import annotations

import numpy as np
from pysyncon import AugSynth, PenalizedSynth

# pysyncon's `fit` stops at scipy's default tolerance, 1e-6 of a loss that is itself about 1e-3 on
# log outcomes, so that its solvers are called directly.
_PRECISE = {"maxiter": 2000, "ftol": 1e-12}
# Where many weights fit equally well, this much of their sum of squares picks the most even ones;
# it is too small to move a fit that is not perfect.
_EVEN = 1e-9


def simplex_weights(own: np.ndarray, others: np.ndarray, penalty: float) -> np.ndarray:
    """Weights, not negative and summing to one, of the penalised synthetic control.

    They minimise |own - others w|^2 + penalty * sum_j w_j |own - others_j|^2.

    Parameters
    ----------
    own : numpy.ndarray, shape (periods,)
        Outcomes of the treated unit.
    others : numpy.ndarray, shape (periods, donors)
        Outcomes of the donors.
    penalty : float
        Weight of the pairwise distances, 0 or more. At 0 many weights can fit perfectly; the
        most even ones are returned.

    Returns
    -------
    numpy.ndarray, shape (donors,)

    References
    ----------
    .. [1] Abadie, A. and L'Hour, J. (2021). A penalized synthetic control estimator for
       disaggregated data. Journal of the American Statistical Association, 116(536), 1817-1834.
    """
    # differences to the unit leave the problem as it is where weights sum to one, and centre it;
    # neither does a common scale matter
    apart = others - own[:, None]
    apart = apart / (np.sqrt((apart**2).sum(axis=0).mean()) or 1.0)
    nearest = (apart**2).sum(axis=0).argmin() == np.arange(apart.shape[1])
    exact = _settle(nearest, apart, penalty)
    return library_weights(apart, penalty) if exact is None else exact


def library_weights(apart: np.ndarray, penalty: float) -> np.ndarray:
    """Solution of the same problem by pysyncon, right to about five digits.

    Parameters
    ----------
    apart : numpy.ndarray, shape (periods, donors)
        Donors' outcomes minus the unit's.
    penalty : float
        See `simplex_weights`.
    """
    weights, _ = PenalizedSynth.w_optimize(np.eye(len(apart)), apart, np.zeros(len(apart)),
                                           penalty, qp_options=_PRECISE)
    weights = np.clip(weights, 0, None)
    return weights / weights.sum()


def ridge_correction(own: np.ndarray, others: np.ndarray, weights: np.ndarray,
                     ridge: float) -> np.ndarray:
    """Change of weights by which ridge regression takes up the gap that is left.

    Parameters
    ----------
    own, others
        See `simplex_weights`.
    weights : numpy.ndarray, shape (donors,)
        Weights on the simplex.
    ridge : float
        Ridge parameter, positive, in the unit of the squared outcome.

    Returns
    -------
    numpy.ndarray, shape (donors,)
        Sums to zero.

    References
    ----------
    .. [1] Ben-Michael, E., Feller, A. and Rothstein, J. (2021). The augmented synthetic control
       method. Journal of the American Statistical Association, 116(536), 1789-1803.
    """
    centre = others.mean(axis=1)
    return AugSynth.solve_ridge(own - centre, others - centre[:, None], weights, ridge)


def _settle(used: np.ndarray, apart: np.ndarray, penalty: float) -> np.ndarray | None:
    """Exact weights from one donor to start with, or None where rounding stops the search.

    As in the method of Lawson and Hanson for non-negative least squares: the donor that lowers
    the loss most enters; donors whose weights would turn negative leave; the optimum is reached
    when none would lower it.
    """
    cost = penalty / 2 * (apart**2).sum(axis=0)
    used, weights = used.copy(), used.astype(float)
    gram = apart.T @ apart
    gram[np.diag_indices_from(gram)] += _EVEN
    for _ in range(10 * len(used)):
        share = np.zeros(len(used))
        share[used] = _stationary(gram[np.ix_(used, used)], cost[used])
        if share.min() < 0:
            weights = _step(weights, share)
            used = weights > 0
            continue
        weights = share
        slope = gram @ weights + cost
        if slope.min() >= weights @ slope - 1e-13:
            return weights
        used[slope.argmin()] = True
    return None


def _step(weights: np.ndarray, share: np.ndarray) -> np.ndarray:
    """From `weights` towards `share` until the first weight is zero."""
    leaving = share < 0
    length = weights[leaving] / (weights[leaving] - share[leaving])
    moved = weights + length.min() * (share - weights)
    moved[np.flatnonzero(leaving)[length.argmin()]] = 0
    return np.clip(moved, 0, None)


def _stationary(gram: np.ndarray, cost: np.ndarray) -> np.ndarray:
    """Weights that sum to one and have one slope, without the bound at zero."""
    size = len(cost)
    system = np.ones((size + 1, size + 1))
    system[:size, :size] = gram
    system[size, size] = 0
    return np.linalg.solve(system, np.append(-cost, 1.0))[:size]
