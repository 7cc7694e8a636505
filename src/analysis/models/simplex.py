"""Donor weights of a synthetic control: pysyncon's solvers, settled to the last digits."""

from __future__ import annotations

import numpy as np
from pysyncon import AugSynth, PenalizedSynth, Synth

# pysyncon's `fit` stops at scipy's default tolerance, 1e-6 of a loss that is itself about 1e-3 on
# log outcomes, so that its solvers are called directly.
_PRECISE = {"maxiter": 2000, "ftol": 1e-12}


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
        Weight of the pairwise distances, 0 or more.

    Returns
    -------
    numpy.ndarray, shape (donors,)

    References
    ----------
    .. [1] Abadie, A. and L'Hour, J. (2021). A penalized synthetic control estimator for
       disaggregated data. Journal of the American Statistical Association, 116(536), 1817-1834.
    """
    # differences to the unit leave the problem as it is where weights sum to one, and centre it
    apart = others - own[:, None]
    identity, origin = np.eye(len(own)), np.zeros(len(own))
    if penalty:
        weights, _ = PenalizedSynth.w_optimize(identity, apart, origin, penalty,
                                               qp_options=_PRECISE)
    else:
        weights, _ = Synth.w_optimize(identity, apart, origin, qp_options=_PRECISE)
    return _settle(np.clip(weights, 0, None) / np.clip(weights, 0, None).sum(), apart, penalty)


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


def _settle(weights: np.ndarray, apart: np.ndarray, penalty: float) -> np.ndarray:
    """Exact weights on the donors in use, so that machines agree to more digits than are shown.

    The solver works with numerical derivatives and is right to about five digits. From its set
    of donors, donors with negative weights leave and those that would lower the loss enter until
    the conditions of the optimum hold; if they never do, the solver's weights stay.
    """
    cost = penalty / 2 * (apart**2).sum(axis=0)
    used = weights > 1e-4
    for _ in range(len(weights)):
        share = _stationary(apart[:, used], cost[used])
        if share.min() < 0:
            used[np.flatnonzero(used)[share.argmin()]] = False
            continue
        exact = np.zeros(len(weights))
        exact[used] = share
        slope = apart.T @ (apart @ exact) + cost
        if slope.min() >= exact @ slope - 1e-12:
            return exact
        used[slope.argmin()] = True
    return weights


def _stationary(apart: np.ndarray, cost: np.ndarray) -> np.ndarray:
    """Weights that sum to one and have one slope, without the bound at zero."""
    size = len(cost)
    system = np.ones((size + 1, size + 1))
    system[:size, :size], system[size, size] = apart.T @ apart, 0
    return np.linalg.lstsq(system, np.append(-cost, 1.0), rcond=None)[0][:size]
