"""Robustness checks of a counterfactual: each returns its numbers and whether they pass.

All take `estimator`, a function of (outcomes, treated, start) and of the keyword `donors` (all
other columns by default) that returns an `analysis.models.counterfactual.Counterfactual`;
``functools.partial(synthetic_control, penalty=0.1)`` and `equal_weights` are two. An effect is the
`relative_gap` of log outcomes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.models.counterfactual import Counterfactual, relative_gap
from analysis.models.synthetic import synthetic_control

Estimator = Callable[..., Counterfactual]


@dataclass(frozen=True)
class PlaceboInSpace:
    """The treated unit's effect among those of untreated units.

    Attributes
    ----------
    estimate : float
        Relative gap of the treated unit over the last periods.
    p_value : float
        Share of units, the treated one included, with an effect at least as negative.
    two_sided_p_value : float
        Share with an effect at least as large in size of the logarithm.
    ratio, ratio_p_value : float
        Post over pre root mean squared gap, and share of units with one at least as large.
    n : int
        Units compared, the treated one included; 1 / n is the smallest possible p-value.
    units : pandas.DataFrame
        Indexed by unit; columns `effect`, `pre_rmspe`, `post_rmspe`, `ratio`.
    gaps : pandas.DataFrame, shape (periods, units)
        Gap of every unit compared.
    excluded : tuple
        Units left out because their own fit before the treatment was too poor.
    level : float
        Significance level at which it passes.
    """

    estimate: float
    p_value: float
    two_sided_p_value: float
    ratio: float
    ratio_p_value: float
    n: int
    units: pd.DataFrame
    gaps: pd.DataFrame
    excluded: tuple[Hashable, ...]
    level: float

    @property
    def passed(self) -> bool:
        """Whether the effect is more negative than chance among donors explains."""
        return self.p_value <= self.level


@dataclass(frozen=True)
class PlaceboInTime:
    """Effect that the method finds before anything happened.

    Attributes
    ----------
    start : hashable
        Backdated start; the test periods run from it to the last one before the true start.
    estimate, rmspe : float
        Relative gap and root mean squared gap in the test periods.
    p_value : float
        Share of units, the treated one included, with a gap at least as large in size of the
        logarithm over the same periods.
    n, n_periods : int
        Units compared and test periods.
    gap : pandas.Series
        Gap of the treated unit, fitted before `start` only.
    level : float
        The check passes where `p_value` is above it.
    """

    start: Hashable
    estimate: float
    rmspe: float
    p_value: float
    n: int
    n_periods: int
    gap: pd.Series
    level: float

    @property
    def passed(self) -> bool:
        """Whether the false effect is unremarkable among the donors' own."""
        return self.p_value > self.level


@dataclass(frozen=True)
class LeaveOneOut:
    """How far the effect rests on any one donor.

    Attributes
    ----------
    estimate, low, high : float
        Relative gap with all donors, and the least and greatest without one of them.
    estimates : pandas.Series
        Effect without each donor.
    most_influential : hashable
        Donor without which the effect moves furthest.
    n : int
        Donors left out in turn.
    tolerance : float
        Largest move, in the unit of the effect, that passes.
    """

    estimate: float
    low: float
    high: float
    estimates: pd.Series
    most_influential: Hashable
    n: int
    tolerance: float

    @property
    def passed(self) -> bool:
        """Whether sign and, within the tolerance, size survive the loss of any donor."""
        same_sign = bool((np.sign(self.estimates) == np.sign(self.estimate)).all())
        return same_sign and bool((self.estimates - self.estimate).abs().max() <= self.tolerance)


def placebo_in_space(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                     estimator: Estimator = synthetic_control, last: int = 4,
                     fit_limit: float | None = None, level: float = 0.05) -> PlaceboInSpace:
    """Give every donor the treatment in turn and rank the true effect among theirs.

    The treated unit is never a donor of the others, since its outcome is affected [1]_.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (periods, units)
        Complete log outcomes of the treated unit and its donors.
    treated, start : hashable
        Column of the treated unit and first treated period.
    estimator : callable
        See the head of the module.
    last : int
        Periods at the end that the effect is measured over.
    fit_limit : float, optional
        Leave out placebos whose pre-treatment error is more than this many times the treated
        unit's.
    level : float
        Significance level at which it passes.

    Returns
    -------
    PlaceboInSpace

    References
    ----------
    .. [1] Abadie, A., Diamond, A. and Hainmueller, J. (2010). Synthetic control methods for
       comparative case studies. Journal of the American Statistical Association, 105(490),
       493-505.
    """
    fits = _reassign(outcomes, treated, start, estimator)
    units = pd.DataFrame({
        unit: {"effect": relative_gap(fit.gap_values, last), "pre_rmspe": fit.pre_rmspe,
               "post_rmspe": fit.post_rmspe, "ratio": fit.rmspe_ratio}
        for unit, fit in fits.items()}).T
    limit = np.inf if fit_limit is None else fit_limit * units.loc[treated, "pre_rmspe"]
    kept = units[units["pre_rmspe"] <= limit]
    own = kept.loc[treated]
    gaps = pd.DataFrame({unit: fits[unit].gap for unit in kept.index})
    return PlaceboInSpace(
        estimate=float(own["effect"]), p_value=float((kept["effect"] <= own["effect"]).mean()),
        two_sided_p_value=_two_sided(kept["effect"], treated), ratio=float(own["ratio"]),
        ratio_p_value=float((kept["ratio"] >= own["ratio"]).mean()), n=len(kept), units=kept,
        gaps=gaps, excluded=tuple(units.index.difference(kept.index, sort=False)), level=level)


def placebo_in_time(outcomes: pd.DataFrame, treated: Hashable, start: Hashable,
                    backdated: Hashable, *, estimator: Estimator = synthetic_control,
                    level: float = 0.10) -> PlaceboInTime:
    """Pretend that the treatment began earlier and test the periods up to the true start [1]_.

    Parameters
    ----------
    outcomes, treated, start, estimator
        See `placebo_in_space`.
    backdated : hashable
        Pretended start, before `start`.
    level : float
        The false effect is remarkable where its p-value is no greater.

    Returns
    -------
    PlaceboInTime

    Raises
    ------
    ValueError
        If `backdated` is not before `start`.

    References
    ----------
    .. [1] Abadie, A., Diamond, A. and Hainmueller, J. (2015). Comparative politics and the
       synthetic control method. American Journal of Political Science, 59(2), 495-510.
    """
    if not backdated < start:
        raise ValueError(f"the pretended start {backdated} is not before {start}")
    known = outcomes[outcomes.index < start]
    length = int((known.index >= backdated).sum())
    fits = _reassign(known, treated, backdated, estimator)
    effects = pd.Series({unit: relative_gap(fit.gap_values, length) for unit, fit in fits.items()})
    own = fits[treated]
    return PlaceboInTime(
        start=backdated, estimate=float(effects[treated]), rmspe=own.post_rmspe,
        p_value=_two_sided(effects, treated), n=len(effects), n_periods=length, gap=own.gap,
        level=level)


def leave_one_out(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                  estimator: Estimator = synthetic_control, last: int = 4,
                  tolerance: float = 0.10) -> LeaveOneOut:
    """Estimate again without each donor in turn.

    Parameters
    ----------
    outcomes, treated, start, estimator, last
        See `placebo_in_space`.
    tolerance : float
        Largest move of the relative gap that passes.

    Returns
    -------
    LeaveOneOut
    """
    full = relative_gap(estimator(outcomes, treated, start).gap_values, last)
    donors = outcomes.columns.drop(treated)
    estimates = pd.Series({donor: relative_gap(
        estimator(outcomes, treated, start, donors=donors.drop(donor)).gap_values, last)
        for donor in donors})
    return LeaveOneOut(full, float(estimates.min()), float(estimates.max()), estimates,
                       (estimates - full).abs().idxmax(), len(estimates), tolerance)


def _reassign(outcomes: pd.DataFrame, treated: Hashable, start: Hashable,
              estimator: Estimator) -> dict[Hashable, Counterfactual]:
    """Fit of every unit, the treated one first; the others never use it as a donor."""
    donors = outcomes.drop(columns=treated)
    return {treated: estimator(outcomes, treated, start)} | {
        unit: estimator(donors, unit, start) for unit in donors.columns}


def _two_sided(effects: pd.Series, treated: Hashable) -> float:
    """Share of effects at least as large as the treated unit's, on the log scale."""
    size = np.log1p(effects).abs()
    return float((size >= size[treated]).mean())
