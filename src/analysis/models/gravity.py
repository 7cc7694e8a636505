"""Poisson pseudo-maximum likelihood for flows between pairs, with many fixed effects.

The estimator is that of `pyfixest`; here are the choices that the book makes of it, and the
results as the book shows them. Tests hold them against statsmodels on a small panel and against
published estimates.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
import pyfixest
from scipy import stats

# How the fixed effects are taken out: in turn, to a tolerance at which ten digits of a result no
# longer depend on their order, or together, where flows or weights differ by orders of size.
_FAST = pyfixest.MapDemeaner(fixef_tol=1e-10)
_EXACT = pyfixest.LsmrDemeaner(fixef_atol=1e-12, fixef_btol=1e-12)


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
    """

    coefficients: pd.DataFrame
    n: int
    n_zero: int
    n_separated: int
    n_clusters: int
    deviance: float
    effects: tuple[str, ...]

    @property
    def percent(self) -> pd.DataFrame:
        """Relative changes of the flow in percent: columns `estimate`, `low`, `high`."""
        return 100 * np.expm1(self.coefficients[["estimate", "low", "high"]])


def poisson_gravity(flows: pd.DataFrame, outcome: str, regressors: Sequence[str],
                    effects: Sequence[str], cluster: str, *, level: float = 0.95,
                    tolerance: float = 1e-12, max_iterations: int = 200) -> Gravity:
    """Poisson pseudo-maximum likelihood with fixed effects and clustered standard errors.

    The mean of the flow is exp(regressors and effects); the flow need not be Poisson, and zeros
    stay in [1]_. Rows that the effects or regressors can fit as zero without limit are taken
    out first, since no finite estimate exists with them [2]_. The covariance is the sandwich with
    scores summed by cluster, times G / (G - 1) for G clusters and no other correction; intervals
    are normal.

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
        If the iterations, or the search for rows that are fitted perfectly, do not converge.

    References
    ----------
    .. [1] Santos Silva, J. M. C. and Tenreyro, S. (2006). The log of gravity. Review of
       Economics and Statistics, 88(4), 641-658.
    .. [2] Correia, S., Guimaraes, P. and Zylkin, T. (2020). Fast Poisson estimation with
       high-dimensional fixed effects. Stata Journal, 20(1), 95-115.
    """
    _check(flows, outcome, regressors)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a regressor is left out is an error here
        try:
            used = _not_separated(_design(flows, outcome, regressors, effects, cluster))
            fit = _fit(used, tolerance, max_iterations)
        except ValueError as error:
            raise _explained(error) from error
    return Gravity(
        coefficients=_table(regressors, fit.coef().to_numpy(), fit.se().to_numpy(), level),
        n=len(used), n_zero=int((used["flow"] == 0).sum()),
        n_separated=len(flows) - len(used), n_clusters=used["cluster"].nunique(),
        deviance=float(fit.deviance), effects=tuple(effects))


def _check(flows: pd.DataFrame, outcome: str, regressors: Sequence[str]) -> None:
    """Raise for values that the model cannot take."""
    if not np.isfinite(flows[[outcome, *regressors]].to_numpy(float)).all():
        raise ValueError("the flow or a regressor has missing values: leave those rows out")
    if (flows[outcome] < 0).any():
        raise ValueError("a flow is negative")


def _design(flows: pd.DataFrame, outcome: str, regressors: Sequence[str],
            effects: Sequence[str], cluster: str) -> pd.DataFrame:
    """Columns under names that a formula can hold: flow, x0, ..., fe0, ..., cluster."""
    columns = {"flow": flows[outcome].astype(float)}
    columns |= {f"x{i}": flows[name].astype(float) for i, name in enumerate(regressors)}
    columns |= {f"fe{i}": _key(flows, names) for i, names in enumerate(effects)}
    return pd.DataFrame(columns | {"cluster": _key(flows, cluster)}).reset_index(drop=True)


def _key(flows: pd.DataFrame, names: str) -> pd.Series:
    """One number a row for columns joined by colons, the same for the same labels."""
    return flows.groupby(names.split(":"), sort=False).ngroup()


def _not_separated(design: pd.DataFrame) -> pd.DataFrame:
    """Rows that stay: neither in a level that is all zero nor fitted as zero by a combination."""
    effects = _columns(design, "fe")
    while True:
        largest = pd.concat([design.groupby(fe)["flow"].transform("max") for fe in effects], axis=1)
        kept = (largest > 0).all(axis=1)
        if kept.all():
            break
        design = design[kept]
    return design[~_separated(design)] if (design["flow"] == 0).any() else design


def _separated(design: pd.DataFrame, limit: int = 1000) -> np.ndarray:
    """Zero rows that some combination of all regressors marks, and no positive row.

    The iterative rectifier of Correia, Guimaraes and Zylkin: a target that is nought on positive
    rows, held there by a heavy weight, is projected and cut off at nought until it fits. That of
    pyfixest fails where a level has one row or weights differ much; hence this one.
    """
    positive = (design["flow"] > 0).to_numpy()
    table = design.assign(target=(~positive).astype(float), weight=np.where(positive, 1e6, 1.0))
    for _ in range(limit):
        projection = pyfixest.feols(_formula(table, "target"), table, weights="weight",
                                    vcov="iid", fixef_rm="none", demeaner=_EXACT)
        fitted = table["target"].to_numpy() - projection.resid()
        fitted[np.abs(fitted) < 1e-4] = 0
        if (fitted[~positive] >= 0).all() and (fitted[positive] == 0).all():
            return fitted > 0
        table["target"] = np.where(positive, 0, np.maximum(fitted, 0))
    raise RuntimeError(f"search for separated rows did not end in {limit} rounds")


def _fit(design: pd.DataFrame, tolerance: float, limit: int):
    """Fitted model of pyfixest, in which no regressor is left out."""
    fepois = partial(
        pyfixest.fepois, _formula(design, "flow"), design, vcov={"CRV1": "cluster"},
        ssc=pyfixest.ssc(k_adj=False, G_adj=True), fixef_rm="none", separation_check=[],
        iwls_tol=tolerance, iwls_maxiter=limit)
    try:
        fit = fepois(demeaner=_FAST)
    except ValueError as error:
        if "Demeaning failed" not in str(error):
            raise
        fit = fepois(demeaner=_EXACT)
    if len(fit.coef()) < len(_columns(design, "x")):
        raise ValueError("some regressors are collinear")
    if not fit.convergence:
        raise RuntimeError(f"no convergence in {limit} iterations")
    return fit


def _explained(error: ValueError) -> Exception:
    """Error in our words; one of pyfixest may stand for either of two things."""
    if "collinear" in str(error):
        return ValueError("a regressor does not vary within the effects and other regressors")
    return RuntimeError(f"no convergence: {error}")


def _columns(design: pd.DataFrame, kind: str) -> list[str]:
    return [name for name in design if name.startswith(kind)]


def _formula(design: pd.DataFrame, left: str) -> str:
    return f"{left} ~ {' + '.join(_columns(design, 'x'))} | {' + '.join(_columns(design, 'fe'))}"


def _table(names: Sequence[str], slopes: np.ndarray, errors: np.ndarray,
           level: float) -> pd.DataFrame:
    """Estimates with normal intervals."""
    reach = stats.norm.ppf((1 + level) / 2) * errors
    return pd.DataFrame({
        "estimate": slopes, "std_error": errors, "low": slopes - reach, "high": slopes + reach,
        "p_value": 2 * stats.norm.sf(np.abs(slopes / errors))}, index=list(names))
