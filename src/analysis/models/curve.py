"""Specification curve: one effect under every combination of choices that could be defended."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from analysis.models.placebos import Estimator
from analysis.models.synthetic import relative_gap
from report.intervals import Interval

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


def specification_curve(choices: Choices, effect: Callable[..., float]) -> SpecificationCurve:
    """Estimate an effect under every combination of choices.

    Parameters
    ----------
    choices : mapping
        Name of each choice to its options, by label.
    effect : callable
        Takes one option of each choice by name, returns the effect.

    Returns
    -------
    SpecificationCurve

    Raises
    ------
    ValueError
        If an estimate is not a finite number; the error names the specification.
    """
    rows = [dict(zip(choices, labels)) for labels in product(*choices.values())]
    for row in rows:
        row["estimate"] = effect(**{name: choices[name][row[name]] for name in choices})
        if not np.isfinite(row["estimate"]):
            raise ValueError(f"no finite estimate under {row}")
    table = pd.DataFrame(rows).sort_values("estimate", kind="stable", ignore_index=True)
    found = table["estimate"]
    return SpecificationCurve(table, float(found.median()), float(found.min()),
                              float(found.max()), float((found < 0).mean()), len(table))


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
    columns = [unit, *(donor for donor in pool if donor != unit)]
    gap = estimator(outcome.loc[base:, columns], unit, start).gap
    during = gap.loc[years]
    return relative_gap(during, len(during))


def curve_p_value(choices: Choices, unit_effect: Callable[..., float], treated: Hashable,
                  units: Sequence[Hashable]) -> tuple[float, pd.Series]:
    """Rank of one unit's median effect among those of untreated units, over the same choices.

    The joint test of a specification curve by reassignment of the treatment: estimates of one
    unit hang together, so they are summed up before they are compared.

    Parameters
    ----------
    choices : mapping
        See `specification_curve`.
    unit_effect : callable
        As there, with the unit as first argument.
    treated : hashable
        The treated unit.
    units : sequence
        Units that were not treated.

    Returns
    -------
    tuple of float and pandas.Series
        Share of units, the treated one included, with a median at most as high; and the medians.
    """
    medians = pd.Series({
        unit: specification_curve(choices, lambda unit=unit, **one: unit_effect(unit, **one)).median
        for unit in (treated, *units)})
    return float((medians <= medians[treated]).mean()), medians


def by_choice(curve: SpecificationCurve, early: SpecificationCurve,
              heads: Mapping[str, str]) -> pd.DataFrame:
    """Two curves over the same choices, summed up by each option.

    Parameters
    ----------
    curve, early : SpecificationCurve
        Effects as shares, late and early.
    heads : mapping
        Choice to its name.

    Returns
    -------
    pandas.DataFrame
        One row an option: `choice`, `option`, `n`, `median` and `range` (percent, of `curve`),
        `negative` and `negative_early` (percent of specifications below zero).
    """
    rows = []
    for choice, head in heads.items():
        late, first = curve.by(choice).sort_values("median"), early.by(choice)
        rows += [{"choice": head, "option": option, "n": row["n"], "median": 100 * row["median"],
                  "range": Interval(*(100 * row[e] for e in ("median", "low", "high"))),
                  "negative": 100 * row["share_negative"],
                  "negative_early": 100 * first.loc[option, "share_negative"]}
                 for option, row in late.iterrows()]
    return pd.DataFrame(rows)
