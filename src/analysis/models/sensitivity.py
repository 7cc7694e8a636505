"""How far parallel trends may fail before an event study says nothing.

Rambachan and Roth [1]_ bound the failure after the treatment by what is seen before it: from one
period to the next, the unit's path may leave that of its donors by at most `magnitude` times the
largest such step before the treatment. The set of effects that this leaves is known exactly, and
a confidence interval for it allows for errors in both. The magnitude at which the interval first
holds zero is the breakdown value.

Packages for Python either bring a deep learning framework (honestdid) or put the error of the
estimate around the bounds as if the largest step were known (diff-diff). The test is that of
Andrews, Roth and Pakes [2]_. For these restrictions the vertices of its linear programme can be
written down, so that no solver is needed: increments of the failure after the treatment are free
within their bound, and what a mean of effects demands of them is one sum.

References
----------
.. [1] Rambachan, A. and Roth, J. (2023). A more credible approach to parallel trends. Review of
   Economic Studies, 90(5), 2555-2591. doi:10.1093/restud/rdad018.
.. [2] Andrews, I., Roth, J. and Pakes, A. (2023). Inference for linear conditional moment
   inequalities. Review of Economic Studies, 90(6), 2763-2791.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from analysis.models.panel import event_study

MAGNITUDES = (0.0, 0.5, 1.0, 1.5, 2.0)
LARGEST = 100.0


@dataclass(frozen=True)
class Sensitivity:
    """Intervals for a mean effect under ever weaker restrictions.

    Attributes
    ----------
    table : pandas.DataFrame
        One row a magnitude: `magnitude`; `set_low`, `set_high`, effects that the estimates allow
        if taken as exact; `low`, `high`, the robust confidence interval.
    estimate, std_error : float
        Under parallel trends.
    breakdown : float
        Least magnitude at which the robust interval holds zero; infinite if none does.
    set_breakdown : float
        The same for estimates taken as exact.
    level : float
        Coverage of the intervals.
    n_before, n_after : int
        Steps before the treatment, and periods after it.
    """

    table: pd.DataFrame
    estimate: float
    std_error: float
    breakdown: float
    set_breakdown: float
    level: float
    n_before: int
    n_after: int


def relative_magnitudes(estimates: pd.Series, covariance: pd.DataFrame, base: Hashable, *,
                        weights: Mapping[Hashable, float] | None = None,
                        magnitudes: Sequence[float] = MAGNITUDES, level: float = 0.95,
                        first_stage: float = 0.1, draws: int = 10_000) -> Sensitivity:
    """Robust intervals and breakdown value of an event study, by relative magnitudes.

    Parameters
    ----------
    estimates : pandas.Series
        Estimates by period in order of time, as in `analysis.models.panel.EventStudy`.
    covariance : pandas.DataFrame
        Of the estimates, by the same labels. With one treated unit it must be that of the spread
        of donors, which takes the place of clustered errors.
    base : hashable
        Period that is zero by definition, the last before the treatment.
    weights : mapping, optional
        Period after the base to its weight in the effect; all alike by default.
    magnitudes : sequence of float
        Largest step after the base over the largest step up to it, 0 or more.
    level : float
        Coverage of the intervals.
    first_stage : float
        Part of the error probability that goes to a test by the least favourable case before the
        conditional one; the authors advise a tenth. 0 leaves the conditional test alone.
    draws : int
        Simulated estimates behind the first test.

    Returns
    -------
    Sensitivity

    Raises
    ------
    ValueError
        If no period lies before or after the base, or a magnitude is negative.
    """
    place = estimates.index.get_loc(base)
    n_before, n_after = place, len(estimates) - place - 1
    if not n_before or not n_after or min(magnitudes) < 0:
        raise ValueError("a base between periods and magnitudes of 0 or more are needed")
    labels = estimates.index.drop(base)
    chosen = pd.Series(1 / n_after, labels[n_before:]) if weights is None else pd.Series(weights)
    problem = _Problem.of(estimates[labels].to_numpy(), covariance.loc[labels, labels].to_numpy(),
                          chosen.reindex(labels[n_before:], fill_value=0.0).to_numpy(),
                          1 - level, first_stage, draws)
    rows = [(m, *problem.identified(m), *problem.interval(m)) for m in magnitudes]
    table = pd.DataFrame(rows, columns=["magnitude", "set_low", "set_high", "low", "high"])
    half = problem.half_width(1.0)
    return Sensitivity(table, problem.effect, problem.error, _breakdown(problem.holds_zero),
                       abs(problem.effect) / half if half else float("inf"), level, n_before,
                       n_after)


def means_by_window(outcomes: pd.DataFrame, windows: Mapping[Hashable, slice]) -> pd.DataFrame:
    """Mean outcome in each window, for an event study whose periods are whole years.

    Steps from quarter to quarter hold the seasons in which a unit differs from its donors.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (periods, units)
        Outcomes in order of time, as a rule in logarithms.
    windows : mapping
        Label, sortable in order of time, to periods as labels of the index.

    Returns
    -------
    pandas.DataFrame, shape (windows, units)
    """
    return pd.DataFrame({name: outcomes.loc[window].mean() for name, window in windows.items()}).T


def by_year(outcomes: pd.DataFrame, treated: Hashable, start: pd.Period, last: slice,
            magnitudes: Sequence[float] = MAGNITUDES) -> Sensitivity:
    """Sensitivity of the effect in the last periods, with years as periods.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (quarters, units)
        Log outcomes, indexed by quarterly period from the beginning of a year on.
    treated, start : hashable, pandas.Period
        Column of the treated unit and first treated quarter, the first of a year; the year before
        is the base.
    last : slice
        Quarters that the effect is for; they follow the full years as a last period.
    magnitudes : sequence of float
        See `relative_magnitudes`.
    """
    years = outcomes.index.groupby(outcomes.index.year)
    # Where the last periods are a whole year, that year does not stand twice.
    full = {str(year): slice(quarters[0], quarters[-1]) for year, quarters in years.items()
            if len(quarters) == 4 and quarters[-1] < pd.Period(last.stop, "Q")}
    yearly = means_by_window(outcomes, full | {"last": last})
    base = str(start.year - 1)
    study = event_study(yearly, treated, str(start.year), base=base)
    return relative_magnitudes(study.effects["estimate"], study.donor_covariance, base,
                               weights={"last": 1.0}, magnitudes=magnitudes)


@dataclass(frozen=True)
class _Problem:
    """Estimates around the base, the effect asked for, and how it is tested."""

    estimates: np.ndarray
    covariance: np.ndarray
    before: np.ndarray  # steps up to the base, as rows over the estimates
    after: np.ndarray  # steps from the base on
    target: np.ndarray  # the effect, over the estimates
    loads: np.ndarray  # weight of each step after the base in the effect
    alpha: float
    kappa: float
    simulated: np.ndarray

    @classmethod
    def of(cls, estimates: np.ndarray, covariance: np.ndarray, weights: np.ndarray, alpha: float,
           first_stage: float, draws: int) -> _Problem:
        """Steps and loads that the order of periods implies."""
        n_after = len(weights)
        n_before = len(estimates) - n_after
        levels = np.insert(np.eye(len(estimates)), n_before, 0.0, axis=0)
        steps = np.diff(levels, axis=0)
        root = np.linalg.cholesky(covariance + 1e-12 * covariance.max() * np.eye(len(covariance)))
        noise = np.random.default_rng(0).standard_normal((draws, len(estimates)))
        return cls(estimates, covariance, steps[:n_before], steps[n_before:],
                   np.concatenate([np.zeros(n_before), weights]), weights[::-1].cumsum()[::-1],
                   alpha, first_stage * alpha, noise @ root.T)

    @property
    def effect(self) -> float:
        """Effect under parallel trends."""
        return float(self.target @ self.estimates)

    @property
    def error(self) -> float:
        """Its standard error."""
        return float(np.sqrt(self.target @ self.covariance @ self.target))

    def half_width(self, magnitude: float, margin: float = 0.0) -> float:
        """Half of the identified set; `margin` adds standard errors to the largest step."""
        sizes = np.abs(self.before @ self.estimates) + margin * self._errors(self.before)
        return float(magnitude * np.abs(self.loads).sum() * sizes.max())

    def identified(self, magnitude: float) -> tuple[float, float]:
        """Effects that estimates taken as exact allow."""
        half = self.half_width(magnitude)
        return self.effect - half, self.effect + half

    def interval(self, magnitude: float, points: int = 401) -> tuple[float, float]:
        """Least and greatest effect that some direction of the largest step does not reject."""
        reach = self.half_width(magnitude, 4.0) + 8 * self.error
        tried = np.linspace(self.effect - reach, self.effect + reach, points)
        tests = self._tests(magnitude)
        kept = np.any([test(tried) for test in tests], axis=0)
        first, last = np.flatnonzero(kept)[[0, -1]]
        return (_edge(tests, tried[first], tried[max(first - 1, 0)]),
                _edge(tests, tried[last], tried[min(last + 1, points - 1)]))

    def holds_zero(self, magnitude: float) -> bool:
        """Whether an effect of zero is not rejected."""
        return any(test(np.zeros(1))[0] for test in self._tests(magnitude))

    def _errors(self, rows: np.ndarray) -> np.ndarray:
        return np.sqrt(np.einsum("ij,jk,ik->i", rows, self.covariance, rows))

    def _tests(self, magnitude: float) -> list[Callable[[np.ndarray], np.ndarray]]:
        """One test for each step up to the base, up or down, that may be the largest."""
        return [self._test(sign * magnitude * step) for step in self.before for sign in (1, -1)]

    def _test(self, bound: np.ndarray) -> Callable[[np.ndarray], np.ndarray]:
        """Test whether effects are accepted when steps after the base are within `bound`.

        The vertices: the sum of the steps that the effect demands is too high, it is too low, and
        the bound on one step is negative. Each is divided by the standard errors of its parts.
        """
        rises, falls = (self._errors(sign * self.after - bound) for sign in (1, -1))
        total = np.abs(self.loads).sum()
        up, down = (np.abs(self.loads) @ np.where(sign * self.loads > 0, rises, falls)
                    for sign in (1, -1))
        pairs = -2 * bound / (rises + falls)[:, None]
        vertices = np.vstack([(self.target - total * bound) / up,
                              (-self.target - total * bound) / down, pairs])
        shifts = np.concatenate([[1 / up, -1 / down], np.zeros(len(pairs))])
        first = (np.quantile((self.simulated @ vertices.T).max(axis=1), 1 - self.kappa)
                 if self.kappa else np.inf)
        spread = vertices @ self.covariance @ vertices.T
        size = (self.alpha - self.kappa) / (1 - self.kappa)
        fixed = vertices @ self.estimates
        return lambda effects: _accepted(fixed[:, None] - np.outer(shifts, effects), spread,
                                         first, size)


def _accepted(values: np.ndarray, spread: np.ndarray, first: float, size: float) -> np.ndarray:
    """Whether the largest of several moments is compatible with none being positive.

    The largest is compared with a normal distribution cut off where another would be the largest.
    """
    top = values.argmax(axis=0)
    largest = values.max(axis=0)
    deviation = np.sqrt(spread[top, top])
    slope = spread[:, top] / spread[top, top]
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = (values - slope * largest) / (1 - slope)
    low = np.where(slope < 1 - 1e-9, crossing, -np.inf).max(axis=0)
    high = np.minimum(np.where(slope > 1 + 1e-9, crossing, np.inf).min(axis=0), first)
    cut = stats.truncnorm.ppf(1 - size, low / deviation, np.maximum(high, low) / deviation)
    inside = (low <= largest) & (largest <= high)
    return np.where(inside, largest <= np.maximum(0, np.nan_to_num(cut) * deviation),
                    largest <= first)


def _edge(tests: Sequence[Callable], kept: float, rejected: float) -> float:
    """Bound between an effect that is accepted and one that is not."""
    for _ in range(4):
        tried = np.linspace(kept, rejected, 33)
        last = np.flatnonzero(np.any([test(tried) for test in tests], axis=0)).max()
        kept, rejected = tried[last], tried[min(last + 1, 32)]
    return float(kept)


def _breakdown(holds_zero: Callable[[float], bool]) -> float:
    """Least magnitude at which the interval holds zero, to three digits."""
    if holds_zero(0.0):
        return 0.0
    low, high = 0.0, 1.0
    while not holds_zero(high):
        low, high = high, 2 * high
        if high > LARGEST:
            return float("inf")
    while high - low > 1e-3 * high:
        middle = (low + high) / 2
        low, high = (low, middle) if holds_zero(middle) else (middle, high)
    return float(high)
