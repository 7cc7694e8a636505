"""Specification curve: one effect under every combination of choices that could be defended."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from analysis.models.counterfactual import relative_gap
from analysis.models.placebos import Estimator

Choices = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class SpecificationCurve:
    """An effect under all specifications [1]_.

    Attributes
    ----------
    table : pandas.DataFrame
        One row a specification, in order of the estimate: the label of each choice, then
        `estimate`.
    median, low, high : float
        Median, least and greatest estimate, in the unit of the effect.
    share_negative : float
        Share of specifications below zero.
    n : int
        Specifications.

    References
    ----------
    .. [1] Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis.
       Nature Human Behaviour, 4, 1208-1214.
    """

    table: pd.DataFrame
    median: float
    low: float
    high: float
    share_negative: float
    n: int

    def by(self, choice: str) -> pd.DataFrame:
        """Median, least and greatest estimate, share below zero and number, by one choice."""
        groups = self.table.groupby(choice, sort=False)["estimate"]
        return groups.agg(median="median", low="min", high="max",
                          share_negative=lambda e: (e < 0).mean(), n="size")


@dataclass(frozen=True)
class CurveTest:
    """One unit's curve among the curves of untreated units.

    Attributes
    ----------
    p_value : float
        Share of units, the treated one included, with a median at most as high.
    share_p_value : float
        Share of units with at least as many specifications below zero.
    units : pandas.DataFrame
        Indexed by unit, the treated one first; columns `median` and `share_negative`.
    n, n_specifications : int
        Units compared, and specifications of each.
    """

    p_value: float
    share_p_value: float
    units: pd.DataFrame
    n: int
    n_specifications: int


def specification_curve(choices: Choices, effect: Callable[..., float],
                        keep: Callable[..., bool] | None = None) -> SpecificationCurve:
    """Estimate an effect under every combination of choices.

    Parameters
    ----------
    choices : mapping
        Name of each choice to its options, by label.
    effect : callable
        Takes one option of each choice by name, returns the effect.
    keep : callable, optional
        Takes the same, returns whether the combination is estimated; see `enough_before`. All are
        by default.

    Returns
    -------
    SpecificationCurve

    Raises
    ------
    ValueError
        If an estimate is not a finite number, naming the specification, or none is kept.
    """
    rows = [dict(zip(choices, labels)) for labels in product(*choices.values())]
    rows = [row for row in rows if keep is None or keep(**_options(choices, row))]
    if not rows:
        raise ValueError("no specification is kept")
    for row in rows:
        row["estimate"] = effect(**_options(choices, row))
        if not np.isfinite(row["estimate"]):
            raise ValueError(f"no finite estimate under {row}")
    table = pd.DataFrame(rows).sort_values("estimate", kind="stable", ignore_index=True)
    found = table["estimate"]
    return SpecificationCurve(table, float(found.median()), float(found.min()),
                              float(found.max()), float((found < 0).mean()), len(table))


def _options(choices: Choices, labels: Mapping[str, str]) -> dict[str, object]:
    """Options that stand behind labels."""
    return {name: choices[name][labels[name]] for name in choices}


def enough_before(periods: pd.Index, start: Hashable, base: Hashable, least: int = 4) -> bool:
    """Whether the periods that are matched can carry a match, for `specification_curve`.

    With many donors a few periods are matched by chance: some mixture always fits two quarters,
    and which one says nothing of later years. A whole year holds all seasons at least.

    Parameters
    ----------
    periods : pandas.Index
        Periods of the outcome, in order of time.
    start, base : hashable
        First treated period, and first period that is matched.
    least : int
        Fewest periods.
    """
    return int(((periods >= base) & (periods < start)).sum()) >= least


def effect(unit: Hashable, *, outcome: pd.DataFrame, pool: Sequence[Hashable],
           estimator: Estimator, start: Hashable, base: Hashable, years: slice) -> float:
    """Effect on one unit under one specification, for `specification_curve`.

    Parameters
    ----------
    unit : hashable
        Column that is taken as treated; it never is its own donor.
    outcome : pandas.DataFrame, shape (periods, units)
        Log outcomes.
    pool : sequence
        Donors.
    estimator : callable
        See `analysis.models.placebos`.
    start, base : hashable
        First treated period, and first period that is matched.
    years : slice
        Periods over which the effect is averaged, as labels of the index.

    Returns
    -------
    float
        Mean of exp(gap) - 1 over `years`, a share.
    """
    periods = outcome.index
    first = periods.searchsorted(base)
    fit = estimator(outcome.iloc[first:], unit, start,
                    donors=[donor for donor in pool if donor != unit])
    begin, end = periods[first:].slice_locs(years.start, years.stop)
    return relative_gap(fit.gap_values[begin:end], end - begin)


def joint_test(curve: SpecificationCurve, choices: Choices, unit_effect: Callable[..., float],
               treated: Hashable, units: Sequence[Hashable]) -> CurveTest:
    """Rank one unit's curve among those of untreated units, specification by specification alike.

    Estimates of one unit hang together, so they are summed up before they are compared [1]_. The
    test is over the specifications of `curve`, no more and no fewer.

    Parameters
    ----------
    curve : SpecificationCurve
        Curve of the treated unit, as it is shown.
    choices : mapping
        Those that the curve was made from.
    unit_effect : callable
        As the effect of the curve, with the unit as first argument.
    treated : hashable
        The treated unit.
    units : sequence
        Units that were not treated.

    Returns
    -------
    CurveTest

    References
    ----------
    .. [1] Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis.
       Nature Human Behaviour, 4, 1208-1214.
    """
    labels = curve.table[list(choices)].to_dict("records")
    found = {treated: curve.table["estimate"].to_numpy()} | {
        unit: np.array([unit_effect(unit, **_options(choices, row)) for row in labels])
        for unit in units}
    table = pd.DataFrame({"median": {unit: float(np.median(e)) for unit, e in found.items()},
                          "share_negative": {unit: float((e < 0).mean())
                                             for unit, e in found.items()}})
    own = table.loc[treated]
    return CurveTest(float((table["median"] <= own["median"]).mean()),
                     float((table["share_negative"] >= own["share_negative"]).mean()), table,
                     len(table), len(labels))
