"""How much of a gap to a counterfactual is one's own fall and how much growth elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class GapSplit:
    """A gap as the sum of one's own change and of growth elsewhere, exact in logarithms.

    Attributes
    ----------
    own : float
        Natural logarithm of the observed outcome over that of the base.
    elsewhere : float
        The same of the counterfactual.
    """

    own: float
    elsewhere: float

    @property
    def gap(self) -> float:
        """Own change less growth elsewhere, natural logarithm."""
        return self.own - self.elsewhere

    @property
    def gap_percent(self) -> float:
        """The gap as percent of the counterfactual."""
        return float(100 * np.expm1(self.gap))

    @property
    def own_share(self) -> float:
        """Percent of the gap that is one's own change; with `growth_share` it makes 100."""
        return 100 * self.own / self.gap

    @property
    def growth_share(self) -> float:
        """Percent of the gap that is growth elsewhere; negative where others shrank too."""
        return -100 * self.elsewhere / self.gap


def split_gap(observed: pd.Series, counterfactual: pd.Series, base_year: int,
              year: int | None = None) -> GapSplit:
    """Split of the gap between sums of four quarters.

    With base b and later period t, log(y_t/y_b) - log(c_t/c_b) is the gap of the outcome y to
    its counterfactual c, net of any difference between the two in the base. The parts add up
    without a remainder, which percentages do not.

    Parameters
    ----------
    observed, counterfactual : Series
        Positive levels, not logarithms, by quarterly period in order of time.
    base_year : int
        Calendar year of the comparison.
    year : int, optional
        Later calendar year; the last four quarters by default.

    Returns
    -------
    GapSplit

    Raises
    ------
    ValueError
        If a quarter is missing or not positive, or there is no gap to split.
    """
    split = GapSplit(own=_log_change(observed, base_year, year),
                     elsewhere=_log_change(counterfactual, base_year, year))
    if np.isclose(split.gap, 0, rtol=0, atol=1e-12):
        raise ValueError("there is no gap to split")
    return split


def _log_change(series: pd.Series, base_year: int, year: int | None) -> float:
    base = series[series.index.year == base_year]
    later = series.iloc[-4:] if year is None else series[series.index.year == year]
    if any(len(part) != 4 or not (part > 0).all() for part in (base, later)):
        raise ValueError("a quarter is missing or not positive")
    return float(np.log(later.sum() / base.sum()))
