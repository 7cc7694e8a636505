"""Randomisation inference for gravity models: every sender takes the treated one's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.models.gravity import poisson_gravity


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
