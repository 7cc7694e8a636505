"""Two-way fixed effects on a panel with one treated unit: a coefficient and an event study.

With one treated unit, standard errors clustered by unit take no account of that unit's own
shocks and are far too small (MacKinnon and Webb, 2018). They are returned because readers ask
for them. The spread of the same estimate among donors (`donor_...`), and the placebo tests in
`analysis.models.placebos`, are the inference to report.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats

from analysis.models.counterfactual import prepare


@dataclass(frozen=True)
class JointTest:
    """F test that several coefficients are all zero.

    Attributes
    ----------
    statistic, p_value : float
    df_num, df_denom : float
        Degrees of freedom.
    """

    statistic: float
    df_num: float
    df_denom: float
    p_value: float


@dataclass(frozen=True)
class DifferenceInDifferences:
    """Mean effect of the treatment over all treated periods.

    Attributes
    ----------
    estimate : float
        Unit of the outcome.
    std_error, low, high, p_value : float
        By clustering on units; see the warning at the head of the module.
    donor_std_error, donor_low, donor_high, donor_p_value : float
        By the spread of the same estimate among donors, with Student's t distribution.
    n, n_units, n_periods : int
        Observations, units and periods.
    """

    estimate: float
    std_error: float
    low: float
    high: float
    p_value: float
    donor_std_error: float
    donor_low: float
    donor_high: float
    donor_p_value: float
    n: int
    n_units: int
    n_periods: int


@dataclass(frozen=True)
class EventStudy:
    """Effect in each period relative to a base period, or to the mean of several.

    Attributes
    ----------
    effects : pandas.DataFrame
        Indexed by period; columns `event_time` (periods since the start), `estimate`,
        `std_error`, `low`, `high` (clustered), `donor_std_error`, `donor_low`, `donor_high`.
        A single base period is zero by definition and has no error; of several the mean is zero.
    base : hashable
        Base period, or a tuple of them.
    leads : JointTest
        All periods before the start are alike, clustered; rejects far too often. The base does
        not matter to it.
    donor_leads : JointTest
        The same by Hotelling's T-squared against the spread of donors.
    donor_covariance : pandas.DataFrame, shape (periods, periods)
        Covariance of the estimates by the spread of the donors' own paths.
    n, n_units : int
    """

    effects: pd.DataFrame
    base: Hashable
    leads: JointTest
    donor_leads: JointTest
    donor_covariance: pd.DataFrame
    n: int
    n_units: int


def difference_in_differences(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                              donors: Sequence[Hashable] | None = None,
                              level: float = 0.95) -> DifferenceInDifferences:
    """Two-way fixed effects coefficient of one treated unit against its donors.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (periods, units)
        Complete outcomes in order of time, as a rule in logarithms.
    treated, start : hashable
        Column of the treated unit and first treated period.
    donors : sequence, optional
        Columns to compare with; all others by default.
    level : float
        Coverage of the intervals.

    Returns
    -------
    DifferenceInDifferences

    Raises
    ------
    ValueError
        See `analysis.models.counterfactual.prepare`.

    References
    ----------
    .. [1] Conley, T. G. and Taber, C. R. (2011). Inference with "difference in differences" with
       a small number of policy changes. Review of Economics and Statistics, 93(1), 113-125.
    .. [2] MacKinnon, J. G. and Webb, M. D. (2018). The wild bootstrap for few (treated)
       clusters. Econometrics Journal, 21(2), 114-135.
    """
    frame, before = prepare(outcomes, treated, start, donors)
    switch = pd.DataFrame({"effect": (~before).astype(float)}, index=frame.index)
    fit, _ = _fixed_effects(frame, treated, switch)
    low, high = fit.conf_int(1 - level)[0]
    change = frame[~before].mean() - frame[before].mean()
    spread = _spread(change.drop(treated).to_frame().T)[0]
    degrees = frame.shape[1] - 2
    reach = stats.t.ppf((1 + level) / 2, degrees) * spread
    estimate = float(fit.params[0])
    return DifferenceInDifferences(
        estimate=estimate, std_error=float(fit.bse[0]), low=float(low), high=float(high),
        p_value=float(fit.pvalues[0]), donor_std_error=float(spread),
        donor_low=float(estimate - reach), donor_high=float(estimate + reach),
        donor_p_value=float(2 * stats.t.sf(abs(estimate) / spread, degrees)),
        n=int(fit.nobs), n_units=frame.shape[1], n_periods=frame.shape[0])


def event_study(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                base: Hashable | Sequence[Hashable] | None = None,
                donors: Sequence[Hashable] | None = None, level: float = 0.95) -> EventStudy:
    """Leads and lags of the treatment relative to a base, with two-way fixed effects.

    Parameters
    ----------
    outcomes, treated, start, donors, level
        See `difference_in_differences`.
    base : hashable or sequence of hashable
        Period before the treatment that the others are measured against, the last by default; of
        several, such as the seasons of one year, their mean.

    Returns
    -------
    EventStudy

    Raises
    ------
    ValueError
        If `base` is empty or does not precede the treatment, or see
        `analysis.models.counterfactual.prepare`.

    References
    ----------
    .. [1] Freyaldenhoven, S., Hansen, C., Perez Perez, J. and Shapiro, J. M. (2021).
       Visualization, identification, and estimation in the linear panel event-study design.
       NBER Working Paper 29170.
    """
    frame, before = prepare(outcomes, treated, start, donors)
    bases = _bases(base, frame.index[before])
    others = frame.index.drop(bases[-1])
    dummies = pd.DataFrame(np.eye(len(frame)), index=frame.index, columns=frame.index)[others]
    fit, size = _fixed_effects(frame, treated, dummies)
    paths = (frame - frame.loc[bases].mean()).drop(columns=treated)
    contrast = dummies - dummies.loc[bases].mean()
    effects = _effects(fit, np.pad(contrast, ((0, 0), (0, len(fit.params) - size))), paths, level)
    if len(bases) == 1:
        effects.loc[bases, effects.columns.drop("estimate")] = np.nan
    effects.insert(0, "event_time", np.arange(len(frame)) - before.sum())
    lead = np.flatnonzero(others < start)
    apart = (frame - frame.loc[bases[-1]]).loc[others[lead], frame.columns.drop(treated)]
    return EventStudy(effects, bases[0] if len(bases) == 1 else tuple(bases), _wald(fit, lead),
                      _hotelling(fit.params[lead], apart), _covariance(paths), int(fit.nobs),
                      frame.shape[1])


def _bases(base: Hashable | Sequence[Hashable] | None, known: pd.Index) -> list[Hashable]:
    """Base periods in order of time; `known` are those before the treatment."""
    if base is None:
        return [known[-1]]
    wanted = list(base) if pd.api.types.is_list_like(base) else [base]
    outside = [period for period in wanted if period not in known]
    if outside or not wanted:
        raise ValueError(f"base period {outside or base} does not precede the treatment")
    return sorted(wanted)


def _fixed_effects(frame: pd.DataFrame, treated: Hashable, design: pd.DataFrame):
    """OLS of the stacked panel on `design` for the treated unit, unit and period dummies."""
    periods, units = frame.shape
    own = np.kron(np.eye(units)[:, [frame.columns.get_loc(treated)]], design.to_numpy())
    unit_dummies = np.kron(np.eye(units), np.ones((periods, 1)))
    period_dummies = np.kron(np.ones((units, 1)), np.eye(periods)[:, 1:])
    exog = np.hstack([own, unit_dummies, period_dummies])
    fit = sm.OLS(frame.to_numpy().T.ravel(), exog).fit(
        cov_type="cluster", use_t=True,
        cov_kwds={"groups": np.repeat(np.arange(units), periods)})
    return fit, design.shape[1]


def _effects(fit, contrast: np.ndarray, paths: pd.DataFrame, level: float) -> pd.DataFrame:
    """Contrasts of coefficients, with clustered errors and the spread of the donors' paths."""
    covariance = contrast @ fit.cov_params() @ contrast.T
    errors = {"": (np.sqrt(np.diag(covariance).clip(0)), fit.df_resid_inference),
              "donor_": (_spread(paths), paths.shape[1] - 1)}
    table = pd.DataFrame({"estimate": contrast @ fit.params}, index=paths.index)
    for name, (error, degrees) in errors.items():
        reach = stats.t.ppf((1 + level) / 2, degrees) * error
        table[f"{name}std_error"] = error
        table[f"{name}low"] = table["estimate"] - reach
        table[f"{name}high"] = table["estimate"] + reach
    return table


def _spread(paths: pd.DataFrame) -> np.ndarray:
    """Standard error of one unit's path minus the mean of the donors', from the donors."""
    return (paths.std(axis=1, ddof=1) * np.sqrt(1 + 1 / paths.shape[1])).to_numpy()


def _covariance(paths: pd.DataFrame) -> pd.DataFrame:
    """Covariance of one unit's path minus the mean of the donors', from the donors."""
    return paths.T.cov() * (1 + 1 / paths.shape[1])


def _wald(fit, columns: np.ndarray) -> JointTest:
    """F test by the clustered covariance, whose rank is below the number of clusters."""
    if not 0 < len(columns) < fit.df_resid_inference:
        return JointTest(statistic=np.nan, df_num=len(columns), df_denom=np.nan, p_value=np.nan)
    test = fit.f_test(np.eye(len(fit.params))[columns])
    return JointTest(statistic=float(test.fvalue), df_num=float(test.df_num),
                     df_denom=float(test.df_denom), p_value=float(test.pvalue))


def _hotelling(estimates: np.ndarray, paths: pd.DataFrame) -> JointTest:
    """One unit against a sample of donors; needs more donors than coefficients."""
    k, n = paths.shape
    if k == 0 or n <= k:
        return JointTest(statistic=np.nan, df_num=k, df_denom=np.nan, p_value=np.nan)
    covariance = np.cov(paths.to_numpy()).reshape(k, k) * (1 + 1 / n)
    squared = float(estimates @ np.linalg.solve(covariance, estimates))
    statistic = squared * (n - k) / (k * (n - 1))
    return JointTest(statistic=statistic, df_num=k, df_denom=n - k,
                     p_value=float(stats.f.sf(statistic, k, n - k)))
