"""Randomisation inference for gravity models: every sender takes the treated one's place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.models.gravity import Gravity, poisson_gravity


@dataclass(frozen=True)
class Reassignment:
    """Coefficients of the treated sender among those of all others.

    Attributes
    ----------
    estimates : pandas.DataFrame, shape (senders, regressors)
        Coefficients, the treated sender first; missing where a sender's own ties do not identify
        one.
    p_values : pandas.Series
        By regressor: share of senders, the treated one included, with a coefficient at least as
        large in size.
    ranks, counts : pandas.Series
        By regressor: place of the treated sender from the lowest coefficient, and senders.
    """

    estimates: pd.DataFrame
    p_values: pd.Series
    ranks: pd.Series
    counts: pd.Series

    @property
    def treated(self) -> pd.Series:
        """Coefficients of the treated sender, by regressor."""
        return self.estimates.iloc[0]

    @property
    def below(self) -> pd.Series:
        """Share of senders with a coefficient at most as high, the treated one included."""
        return self.ranks / self.counts


def reassign(flows: pd.DataFrame, mark: Callable[[pd.DataFrame, str], pd.DataFrame],
             treated: str, regressors: Sequence[str], effects: Sequence[str],
             outcome: str = "weight") -> Reassignment:
    """Give each sender the treatment in turn and compare coefficients [1]_.

    Where one sender is treated, errors clustered by pair say little: a bloc of one country is one
    treated cluster. If any sender could have been the treated one, the rank of its coefficient is
    a test. The treated sender stays out of the fits of the others.

    Parameters
    ----------
    flows : pandas.DataFrame
        Columns ``source``, ``pair``, the outcome and the effects.
    mark : callable
        Adds the regressors for one sender.
    treated : str
        Sender that was treated.
    regressors, effects : sequence of str
        See `analysis.models.gravity.poisson_gravity`.

    Returns
    -------
    Reassignment

    References
    ----------
    .. [1] MacKinnon, J. G. and Webb, M. D. (2020). Randomization inference for
       difference-in-differences with few treated clusters. Journal of Econometrics, 218(2),
       435-450.
    """
    senders = [treated, *sorted(set(flows["source"]) - {treated})]
    others = flows[flows["source"] != treated]
    fits = {sender: _coefficients(mark(flows if sender == treated else others, sender),
                                  regressors, effects, outcome) for sender in senders}
    estimates = pd.DataFrame(fits, dtype=float).T.reindex(columns=list(regressors))
    own = estimates.loc[treated]
    counts = estimates.notna().sum()
    return Reassignment(
        estimates=estimates, p_values=(estimates.abs() >= own.abs()).sum() / counts,
        ranks=(estimates <= own).sum(), counts=counts)


@dataclass(frozen=True)
class PlaceboInterval:
    """Effects that randomisation inference does not reject.

    Attributes
    ----------
    low, high : float
        Unit of the coefficient; infinite where there are too few senders for the level.
    attained : float
        Coverage: with n senders it is a multiple of 1 / n, not below the level asked for.
    n : int
        Senders, the treated one included.
    """

    low: float
    high: float
    attained: float
    n: int


def placebo_interval(estimate: float, placebos: Sequence[float], level: float = 0.90, *,
                     tails: bool = False) -> PlaceboInterval:
    """Interval for one sender's effect by inverting the test of `reassign`.

    Were the effect a given one, the estimate less that effect would be a draw like the
    coefficients of the others. Effects for which the share of senders with a coefficient at least
    as large in size, the treated one included, is above 1 - `level` form the interval; with
    `tails`, those for which it is above half of that on either side [1]_. It is only as good as
    the assumption that any sender could have stood in the treated one's place: the coefficients of
    senders that were hit themselves make it wide.

    Parameters
    ----------
    estimate : float
        Coefficient of the treated sender.
    placebos : sequence of float
        Coefficients of the others; missing ones are left out.
    level : float
        Coverage that is asked for.
    tails : bool
        Spare as many of the largest as of the smallest coefficients, for others that gained more
        than they lost or the other way round.

    Returns
    -------
    PlaceboInterval

    References
    ----------
    .. [1] Conley, T. G. and Taber, C. R. (2011). Inference with "difference in differences" with
       a small number of policy changes. Review of Economics and Statistics, 93(1), 113-125.
    """
    values = np.asarray(placebos, float)
    values = np.sort(values[np.isfinite(values)])
    n = len(values) + 1
    spared = int(np.floor(n * (1 - level) / (2 if tails else 1) + 1e-9))
    if not spared:
        return PlaceboInterval(low=-np.inf, high=np.inf, attained=1.0, n=n)
    if tails:
        return PlaceboInterval(low=float(estimate - values[-spared]),
                               high=float(estimate - values[spared - 1]),
                               attained=1 - 2 * spared / n, n=n)
    reach = np.sort(np.abs(values))[-spared]
    return PlaceboInterval(low=float(estimate - reach), high=float(estimate + reach),
                           attained=1 - spared / n, n=n)


@dataclass(frozen=True)
class Treatment:
    """One way to treat the data and the model.

    Attributes
    ----------
    key : str
        Name in the results.
    flows : pandas.DataFrame
        See `reassign`; what the estimate and its clustered interval rest on.
    start : pandas.Period
        First quarter after the change.
    effects : tuple of str
        Fixed effects.
    placebos : pandas.DataFrame, optional
        Flows that the other senders' coefficients are taken from, if not the same: fewer rows
        that give the same coefficients, or those of a sample to which the treatment does not
        apply.
    """

    key: str
    flows: pd.DataFrame
    start: pd.Period
    effects: tuple[str, ...]
    placebos: pd.DataFrame | None = None


def coefficients(treatments: Iterable[Treatment],
                 mark: Callable[[pd.DataFrame, str, pd.Period], pd.DataFrame], treated: str,
                 regressors: Sequence[str], *, outcome: str = "weight", level: float = 0.95,
                 placebo_level: float = 0.90) -> pd.DataFrame:
    """Coefficients under all treatments with both intervals, for one plot.

    Parameters
    ----------
    treatments : iterable of Treatment
    mark : callable
        Adds the regressors for one sender from a quarter on.
    treated : str
        Sender that was treated.
    regressors : sequence of str
    outcome : str
    level, placebo_level : float
        Coverage of the intervals by clustering on pairs and by reassignment.

    Returns
    -------
    DataFrame
        One row a treatment and regressor: ``treatment``, ``regressor``, ``estimate``, ``low``,
        ``high`` (clustered), ``placebo_low``, ``placebo_high`` (by size), ``tails_low``,
        ``tails_high`` (by tails; all in log points), ``rank`` (from the lowest), ``count``,
        ``p_value`` (of reassignment, by size).
    """
    parts = []
    for given in treatments:
        fit = poisson_gravity(mark(given.flows, treated, given.start), outcome, regressors,
                              given.effects, "pair", level=level)
        placebos = given.flows if given.placebos is None else given.placebos
        found = reassign(placebos, _from(mark, given.start), treated, regressors, given.effects,
                         outcome)
        parts.append(_rows(given.key, treated, fit, found, placebo_level))
    return pd.concat(parts, ignore_index=True)


def _from(mark: Callable[..., pd.DataFrame], start: pd.Period) -> Callable[..., pd.DataFrame]:
    return lambda flows, sender: mark(flows, sender, start)


def _rows(key: str, treated: str, fit: Gravity, found: Reassignment,
          level: float) -> pd.DataFrame:
    table = fit.coefficients[["estimate", "low", "high"]].rename_axis("regressor")
    for column, tails in (("placebo", False), ("tails", True)):
        spans = [placebo_interval(value, found.estimates[name].drop(treated), level, tails=tails)
                 for name, value in table["estimate"].items()]
        table[f"{column}_low"] = [span.low for span in spans]
        table[f"{column}_high"] = [span.high for span in spans]
    table = table.assign(rank=found.ranks, count=found.counts, p_value=found.p_values)
    table = table.reset_index()
    table.insert(0, "treatment", key)
    return table


def _coefficients(flows: pd.DataFrame, regressors: Sequence[str], effects: Sequence[str],
                  outcome: str) -> pd.Series:
    """Coefficients of the regressors that vary; a sender may have no tie to a bloc."""
    present = [name for name in regressors if flows[name].any()]
    if not present:
        return pd.Series(dtype=float)
    try:
        fit = poisson_gravity(flows, outcome, present, effects, "pair")
    except ValueError:  # a marker that the effects take up entirely
        return pd.Series(dtype=float)
    return fit.coefficients["estimate"]
