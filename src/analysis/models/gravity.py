"""Poisson pseudo-maximum likelihood for flows between pairs, with many fixed effects.

statsmodels fits Poisson models with dense matrices: 1,300 pairs over 23 quarters with source,
destination and pair effects would need a matrix of 20,000 by 3,100, and minutes. Here the same
iteratively reweighted least squares takes the effects out by `analysis.models.effects`; tests
hold the results against statsmodels on a small panel and against published estimates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from analysis.models.effects import FixedEffects


@dataclass(frozen=True)
class Gravity:
    """Coefficients of a Poisson gravity model.

    Attributes
    ----------
    coefficients : pandas.DataFrame
        Indexed by regressor; columns `estimate`, `std_error`, `low`, `high`, `p_value`.
        exp(estimate) - 1 is the relative change of the flow.
    n, n_zero, n_separated, n_clusters : int
        Rows used, zeros among them, rows left out because the effects fit them perfectly, and
        clusters.
    deviance : float
        Poisson deviance.
    effects : tuple of str
        Fixed effects, as named by the caller.
    iterations : int
    """

    coefficients: pd.DataFrame
    n: int
    n_zero: int
    n_separated: int
    n_clusters: int
    deviance: float
    effects: tuple[str, ...]
    iterations: int

    @property
    def percent(self) -> pd.DataFrame:
        """Relative changes of the flow in percent: columns `estimate`, `low`, `high`."""
        return 100 * np.expm1(self.coefficients[["estimate", "low", "high"]])


def poisson_gravity(flows: pd.DataFrame, outcome: str, regressors: Sequence[str],
                    effects: Sequence[str], cluster: str, *, level: float = 0.95,
                    tolerance: float = 1e-10, max_iterations: int = 200) -> Gravity:
    """Poisson pseudo-maximum likelihood with fixed effects and clustered standard errors.

    The mean of the flow is exp(regressors and effects); the flow need not be Poisson, and zeros
    stay in [1]_. Rows that the effects or regressors can fit as zero without limit are taken
    out first, since no finite estimate exists with them [2]_.

    Parameters
    ----------
    flows : pandas.DataFrame
        One row for each source, destination and period.
    outcome : str
        Column with the flow, not negative. A suppressed flow is missing, not zero: leave it out.
    regressors : sequence of str
        Numeric columns.
    effects : sequence of str
        Fixed effects, each a column or several joined by colons (``"source:period"``).
    cluster : str
        Column, or columns joined by colons, that errors are correlated within
        (``"source:destination"``).
    level : float
        Coverage of the intervals.
    tolerance : float
        Relative change of the deviance at which the iterations end.
    max_iterations : int
        Iterations allowed.

    Returns
    -------
    Gravity

    Raises
    ------
    ValueError
        If values are missing or negative, or a regressor does not vary within the effects.
    RuntimeError
        If the iterations do not converge.

    References
    ----------
    .. [1] Santos Silva, J. M. C. and Tenreyro, S. (2006). The log of gravity. Review of
       Economics and Statistics, 88(4), 641-658.
    .. [2] Correia, S., Guimaraes, P. and Zylkin, T. (2020). Fast Poisson estimation with
       high-dimensional fixed effects. Stata Journal, 20(1), 95-115.
    """
    _check(flows, outcome, regressors)
    kept = _not_separated(flows, outcome, regressors, effects)
    used = flows.loc[kept]
    y, x = used[outcome].to_numpy(float), used[list(regressors)].to_numpy(float)
    levels = FixedEffects([_key(used, names) for names in effects])
    slopes, mean, within, rounds = _iterate(y, x, levels, tolerance, max_iterations)
    groups = pd.factorize(_key(used, cluster))[0]
    errors = np.sqrt(np.diag(_clustered(within, mean, y, groups)))
    return Gravity(_table(regressors, slopes, errors, level), len(y), int((y == 0).sum()),
                   int((~kept).sum()), int(groups.max() + 1), _deviance(y, mean),
                   tuple(effects), rounds)


def _check(flows: pd.DataFrame, outcome: str, regressors: Sequence[str]) -> None:
    """Raise for values that the model cannot take."""
    if not np.isfinite(flows[[outcome, *regressors]].to_numpy(float)).all():
        raise ValueError("the flow or a regressor has missing values: leave those rows out")
    if (flows[outcome] < 0).any():
        raise ValueError("a flow is negative")


def _key(flows: pd.DataFrame, names: str) -> pd.Series:
    """One number a row for columns joined by colons, the same for the same labels."""
    return flows.groupby(names.split(":"), sort=False).ngroup()


def _not_separated(flows: pd.DataFrame, outcome: str, regressors: Sequence[str],
                   effects: Sequence[str]) -> np.ndarray:
    """Rows that stay: neither in a level that is all zero nor fitted as zero by a combination."""
    positive = (flows[outcome] > 0).to_numpy()
    kept = np.ones(len(flows), dtype=bool)
    keys = [_key(flows, names) for names in effects]
    while True:
        alive = np.logical_and.reduce(
            [kept] + [key.isin(key[kept & positive].unique()).to_numpy() for key in keys])
        if alive.sum() == kept.sum():
            break
        kept = alive
    if not positive[kept].all():
        x = flows.loc[kept, list(regressors)].to_numpy(float)
        levels = FixedEffects([key[kept] for key in keys])
        kept[np.flatnonzero(kept)[_separated(x, levels, positive[kept])]] = False
    return kept


def _separated(x: np.ndarray, levels: FixedEffects, positive: np.ndarray,
               limit: int = 1000) -> np.ndarray:
    """Zero rows that some combination of all regressors marks, and no positive row.

    The iterative rectifier of Correia, Guimaraes and Zylkin: a target that is nought on positive
    rows, held there by a heavy weight, is projected and cut off at nought until it fits.
    """
    weights = np.where(positive, 1e6, 1.0)
    within = levels.residuals(x, weights)
    cross = np.linalg.pinv(within.T @ (within * weights[:, None]), hermitian=True)
    target = (~positive).astype(float)
    for _ in range(limit):
        rest = levels.residuals(target[:, None], weights)[:, 0]
        fitted = target - rest + within @ (cross @ (within.T @ (weights * rest)))
        fitted[np.abs(fitted) < 1e-4] = 0
        if (fitted[~positive] >= 0).all() and (fitted[positive] == 0).all():
            return fitted > 0
        target = np.where(positive, 0, np.maximum(fitted, 0))
    raise RuntimeError(f"search for separated rows did not end in {limit} rounds")


def _iterate(y: np.ndarray, x: np.ndarray, levels: FixedEffects, tolerance: float,
             limit: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Slopes, fitted means, regressors within the effects, and iterations used."""
    mean = (y + y.mean()) / 2
    deviance = _deviance(y, mean)
    for count in range(1, limit + 1):
        working = np.log(mean) + (y - mean) / mean
        within = levels.residuals(np.column_stack([working, x]), mean)
        response, within = within[:, 0], within[:, 1:]
        slopes = _solve(within, mean, response, x)
        mean = np.exp(np.clip(working - (response - within @ slopes), -500, 500))
        previous, deviance = deviance, _deviance(y, mean)
        if abs(previous - deviance) <= tolerance * max(deviance, 0.1):
            # the covariance needs regressors that are purged with the final weights
            return slopes, mean, levels.residuals(x, mean), count
    raise RuntimeError(f"no convergence in {limit} iterations")


def _solve(within: np.ndarray, weights: np.ndarray, response: np.ndarray,
           x: np.ndarray) -> np.ndarray:
    """Weighted least squares of the response on the purged regressors."""
    cross = within.T @ (within * weights[:, None])
    scale, size = np.sqrt(np.diag(cross)), np.sqrt((x**2 * weights[:, None]).sum(axis=0))
    if (scale <= 1e-7 * size).any() or np.linalg.cond(cross / np.outer(scale, scale)) > 1e12:
        raise ValueError("a regressor does not vary within the effects and other regressors")
    return np.linalg.solve(cross, within.T @ (weights * response))


def _clustered(within: np.ndarray, mean: np.ndarray, y: np.ndarray,
               groups: np.ndarray) -> np.ndarray:
    """Sandwich covariance with scores summed by cluster, times G / (G - 1)."""
    bread = np.linalg.inv(within.T @ (within * mean[:, None]))
    scores = pd.DataFrame(within * (y - mean)[:, None]).groupby(groups).sum().to_numpy()
    count = len(scores)
    return bread @ (scores.T @ scores) @ bread * count / (count - 1)


def _deviance(y: np.ndarray, mean: np.ndarray) -> float:
    """Poisson deviance; a zero flow adds twice its mean."""
    logs = np.zeros_like(y)
    np.log(y / mean, out=logs, where=y > 0)
    return float(2 * (y * logs - (y - mean)).sum())


def _table(names: Sequence[str], slopes: np.ndarray, errors: np.ndarray,
           level: float) -> pd.DataFrame:
    """Estimates with normal intervals."""
    reach = stats.norm.ppf((1 + level) / 2) * errors
    return pd.DataFrame({
        "estimate": slopes, "std_error": errors, "low": slopes - reach, "high": slopes + reach,
        "p_value": 2 * stats.norm.sf(np.abs(slopes / errors))}, index=list(names))
