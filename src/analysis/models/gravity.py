"""Poisson pseudo-maximum likelihood for flows between pairs, with many fixed effects.

statsmodels fits Poisson models with dense matrices: 380 pairs over 23 quarters with source,
destination and pair effects would need a matrix of 8,740 by 1,300, and minutes. Here the same
iteratively reweighted least squares takes the effects out with sparse matrices (Correia,
Guimaraes and Zylkin, 2020); a test holds the results against statsmodels on a small panel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import optimize, sparse, stats
from scipy.sparse.linalg import lsmr


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
    dummies = _dummies(used, effects)
    slopes, mean, within, rounds = _iterate(y, x, dummies, tolerance, max_iterations)
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
    """One label a row for columns joined by colons."""
    return flows[names.split(":")].astype(str).agg(":".join, axis=1)


def _dummies(flows: pd.DataFrame, effects: Sequence[str]) -> sparse.csr_matrix:
    """Indicator columns of all effects, rows by levels; redundant ones stay in."""
    blocks = [sparse.csr_matrix(np.ones((len(flows), 1)))]
    for names in effects:
        codes = pd.factorize(_key(flows, names))[0]
        blocks.append(sparse.csr_matrix((np.ones(len(codes)), (np.arange(len(codes)), codes))))
    return sparse.hstack(blocks, format="csr")


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
    if positive[kept].all():
        return kept
    part = flows.loc[kept]
    design = sparse.hstack([sparse.csr_matrix(part[list(regressors)].to_numpy(float)),
                            _dummies(part, effects)], format="csr")
    kept[np.flatnonzero(kept)[_separated(design, positive[kept])]] = False
    return kept


def _separated(design: sparse.csr_matrix, positive: np.ndarray) -> np.ndarray:
    """Zero rows with x'g < 0 for some g that has x'g = 0 on all positive rows.

    A linear programme finds as many of them at once as there are.
    """
    zero = design[~positive]
    answer = optimize.linprog(
        np.asarray(zero.sum(axis=0)).ravel(), bounds=(None, None),
        A_eq=design[positive], b_eq=np.zeros(positive.sum()),
        A_ub=sparse.vstack([zero, -zero]), b_ub=np.repeat([0.0, 1.0], zero.shape[0]),
        method="highs")
    if not answer.success:
        raise RuntimeError(f"search for separated rows failed: {answer.message}")
    found = np.zeros(len(positive), dtype=bool)
    found[~positive] = zero @ answer.x < -1e-6
    return found


def _iterate(y: np.ndarray, x: np.ndarray, dummies: sparse.csr_matrix, tolerance: float,
             limit: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, int]:
    """Slopes, fitted means, regressors within the effects, and iterations used."""
    mean = (y + y.mean()) / 2
    deviance = _deviance(y, mean)
    for count in range(1, limit + 1):
        working = np.log(mean) + (y - mean) / mean
        within = _within(np.column_stack([working, x]), dummies, mean)
        response, within = within[:, 0], within[:, 1:]
        slopes = _solve(within, mean, response, x)
        mean = np.exp(np.clip(working - (response - within @ slopes), -500, 500))
        previous, deviance = deviance, _deviance(y, mean)
        if abs(previous - deviance) <= tolerance * max(deviance, 0.1):
            # the covariance needs regressors that are purged with the final weights
            return slopes, mean, _within(x, dummies, mean), count
    raise RuntimeError(f"no convergence in {limit} iterations")


def _within(columns: np.ndarray, dummies: sparse.csr_matrix, weights: np.ndarray) -> np.ndarray:
    """Residuals of weighted least squares of each column on the dummies."""
    root = np.sqrt(weights)
    scaled = sparse.diags(root) @ dummies
    size = np.sqrt(np.asarray(scaled.multiply(scaled).sum(axis=0)).ravel())
    scaled = (scaled @ sparse.diags(1 / size)).tocsr()
    rest = [column - scaled @ lsmr(scaled, column, atol=1e-13, btol=1e-13, maxiter=20_000)[0]
            for column in (columns * root[:, None]).T]
    return np.column_stack(rest) / root[:, None]


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
