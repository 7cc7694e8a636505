"""The gap that a text reports: its size, interval, rank and parts, from one estimator."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.measures.gap_split import split_gap
from analysis.models.counterfactual import Counterfactual
from analysis.models.inversion import Inversion, invert_placebo
from analysis.models.placebos import Estimator, PlaceboInSpace, placebo_in_space
from report.intervals import Interval


@dataclass(frozen=True)
class MainGap:
    """Gap of one outcome over a window.

    Attributes
    ----------
    fit : Counterfactual
        Of the treated unit.
    space : PlaceboInSpace
        The same estimate for all units.
    inverted : dict
        Statistic (`ratio`, `mean`) to the interval by test inversion, around the estimated path.
    growth_share : float
        Percent of the gap in logarithms that is growth of the counterfactual.
    """

    fit: Counterfactual
    space: PlaceboInSpace
    inverted: dict[str, Inversion]
    growth_share: float

    @property
    def estimate(self) -> Interval:
        """Gap in percent, with bounds by inversion of the ratio of errors."""
        found = self.inverted["ratio"]
        return Interval(100 * found.relative, 100 * found.relative_low, 100 * found.relative_high)


def main_gap(outcomes: pd.DataFrame, treated: Hashable, start: pd.Period, window: slice, *,
             estimator: Estimator) -> MainGap:
    """Gap of the last four quarters with all that is said of it.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (quarters, units)
        Log outcomes of the treated unit and its donors.
    treated, start : hashable, pandas.Period
        Column of the treated unit and first treated quarter; the calendar year before it is the
        base of the split.
    window : slice
        Periods of the gap.
    estimator : callable
        See `analysis.models.placebos`.
    """
    space = placebo_in_space(outcomes, treated, start, estimator=estimator)
    fit = estimator(outcomes, treated, start)
    split = split_gap(np.exp(fit.observed), np.exp(fit.synthetic), start.year - 1)
    inverted = {statistic: invert_placebo(space.gaps, treated, start, window=window,
                                          effect="estimated", statistic=statistic)
                for statistic in ("ratio", "mean")}
    return MainGap(fit=fit, space=space, inverted=inverted, growth_share=split.growth_share)
