"""Damped local trend by exponential smoothing: the greatest likelihood, from many starts.

The likelihood of this model has several tops as a rule: one where the level hardly moves, so that
the trend is a smooth curve through all points, and one or two where it follows the last value. A
search from one start ends at whichever is nearest.
"""

from __future__ import annotations

import warnings

import numpy as np
from statsmodels.tools.sm_exceptions import ConvergenceWarning
from statsmodels.tsa.exponential_smoothing.ets import ETSModel, ETSResults

# Limits of the damping, [1]_ of `fit`: below the lower one a trend dies within a few periods,
# above the upper one it cannot be told from one that is not damped. Of the smoothing: [2]_.
DAMPING, SMOOTHING = (0.8, 0.98), (1e-4, 1 - 1e-4)
# Two points for each of the five parameters; the R package forecast does not optimise this model
# on nine points or fewer.
LEAST = 10
LEVELS = (0.001, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999)
TRENDS, FADES = np.array([0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999]), np.linspace(*DAMPING, 7)


def fit(values: np.ndarray, *, level: float | None = None) -> ETSResults:
    """Model with additive errors and a damped additive trend (ETS AAdN), by maximum likelihood.

    Limits of the damping are those of [1]_, of the smoothing those of [2]_. The search of
    statsmodels is run from the best start at each of several smoothings of the
    level, and the greatest likelihood is kept.

    Parameters
    ----------
    values : numpy.ndarray, shape (periods,)
        Series, finite, at least `LEAST` points.
    level : float, optional
        Fixes the smoothing of the level. Estimated by default.

    Returns
    -------
    statsmodels ETSResults
        ``params`` are smoothing of level and trend, damping, and level and trend before the first
        period; ``llf`` is the log-likelihood.

    Raises
    ------
    ValueError
        If the series is shorter than `LEAST`.
    RuntimeError
        If the search ends below one of its own starts.

    References
    ----------
    .. [1] Hyndman, R. J. and Athanasopoulos, G. (2021). Forecasting: Principles and Practice, 3rd
       edition, section 8.2. OTexts.
    .. [2] Hyndman, R. J. and Khandakar, Y. (2008). Automatic time series forecasting: the
       forecast package for R. Journal of Statistical Software, 27(3), 1-22; function `ets`.
    """
    if len(values) < LEAST:
        raise ValueError(f"{len(values)} points are too few for five parameters")
    model = ETSModel(values, error="add", trend="add", damped_trend=True,
                     bounds={"damping_trend": DAMPING})
    begun = starts(values, LEVELS if level is None else (level,))
    with model.fix_params({} if level is None else {"smoothing_level": level}):
        best = max((_search(model, start) for start in begun), key=lambda one: one.llf)
    if best.llf < max(map(model.loglike, begun)) - 1e-6:
        raise RuntimeError(f"the search stopped short at a log-likelihood of {best.llf:.4f}")
    return best


def _search(model: ETSModel, start: np.ndarray) -> ETSResults:
    """Nearest top; that a search from a poor start stops short matters only if it is the best."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(start_params=start, disp=False, maxiter=2000, factr=1e5, pgtol=1e-6)


def starts(values: np.ndarray, levels: tuple[float, ...]) -> np.ndarray:
    """For each smoothing of the level the best point of a grid over the other parameters.

    One-step errors are linear in the two initial states, so these are set by least squares at
    each point of the grid.

    Parameters
    ----------
    values : numpy.ndarray, shape (periods,)
        Series.
    levels : tuple of float
        Smoothings of the level.

    Returns
    -------
    numpy.ndarray, shape (levels, 5)
        In the order of the parameters of statsmodels.
    """
    share, fade = (part.ravel() for part in np.meshgrid(TRENDS, FADES))
    best = []
    for level in levels:
        states, squares = _initial(values, level, level * share, fade)
        i = int(squares.argmin())
        best.append([level, level * share[i], fade[i], *states[i]])
    return np.array(best)


def _initial(values: np.ndarray, level: float, trend: np.ndarray,
             fade: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Initial states that minimise the sum of squared errors, and that sum, at each point.

    Level, growth and errors are carried as their constant part and their derivatives with respect
    to the two states.
    """
    height, growth = np.zeros((2, len(fade), 3))
    height[:, 1], growth[:, 2] = 1, 1
    errors = np.empty((len(values), len(fade), 3))
    for t, value in enumerate(values):
        ahead = height + fade[:, None] * growth
        errors[t] = -ahead
        errors[t, :, 0] += value
        height = ahead + level * errors[t]
        growth = fade[:, None] * growth + trend[:, None] * errors[t]
    products = np.einsum("tgi,tgj->gij", errors, errors)
    states = -np.linalg.solve(products[:, 1:, 1:], products[:, 1:, :1])[..., 0]
    return states, products[:, 0, 0] + (states * products[:, 0, 1:]).sum(axis=1)
