"""Interval for the effect on one unit: all effects that a placebo test does not reject.

The placebo test asks how the treated unit's gap ranks among those of untreated units. The same
test can be made of any effect: it is taken away from the treated unit's outcome, and what is left
should then be unremarkable among the placebos [1]_. Weights depend on periods before the start
only, so nothing is fitted again, and the set of effects is found without a grid.

References
----------
.. [1] Firpo, S. and Possebom, V. (2018). Synthetic control method: inference, sensitivity analysis
   and confidence sets. Journal of Causal Inference, 6(2), 20160026. doi:10.1515/jci-2016-0026.
.. [2] Ferman, B., Pinto, C. and Possebom, V. (2020). Cherry picking with synthetic controls.
   Journal of Policy Analysis and Management, 39(2), 510-532.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd

EFFECTS = ("constant", "estimated", "linear")
STATISTICS = ("ratio", "mean")


@dataclass(frozen=True)
class Inversion:
    """Effects that the placebo test does not reject.

    Attributes
    ----------
    estimate, low, high : float
        Parameter of the effect in the unit of the gap: the constant effect, the mean of the
        estimated path, or the slope a period. Infinite where no effect is too large to be
        rejected, missing where every effect is.
    relative, relative_low, relative_high : float
        Mean over the window of exp(effect) - 1, a share, if gaps are in logarithms.
    p_value : float
        Of no effect at all; a multiple of 1 / n.
    level, attained : float
        Coverage that was asked for, and the least multiple of 1 / n that is not below it.
    connected : bool
        Whether all effects between the bounds belong to the set.
    n, n_periods : int
        Units compared, the treated one included, and periods of the window.
    """

    estimate: float
    low: float
    high: float
    relative: float
    relative_low: float
    relative_high: float
    p_value: float
    level: float
    attained: float
    connected: bool
    n: int
    n_periods: int


@dataclass(frozen=True)
class _Family:
    """Effects path + c * shape, and every unit's statistic square * c**2 + line * c + free."""

    path: np.ndarray
    shape: np.ndarray
    square: np.ndarray
    line: np.ndarray
    free: np.ndarray

    def p_value(self, parameter: float) -> float:
        """Share of units, the first one included, with a statistic at least as large."""
        value = (self.square * parameter + self.line) * parameter + self.free
        return float((value >= value[0] - 1e-12 * max(1.0, value[0])).mean())


def invert_placebo(gaps: pd.DataFrame, treated: Hashable, start: Hashable, *,
                   window: slice | None = None, level: float = 0.90, statistic: str = "ratio",
                   effect: str = "constant", from_all: bool = False) -> Inversion:
    """Confidence interval for the effect on one unit by inverting the placebo test.

    Under the hypothesis that the effect in the window is a given one, the outcome that the
    treated unit would have had without it is known, and so is its gap: the estimated gap less the
    effect. The p-value is the share of units with a statistic at least as large; effects with a
    p-value above 1 - `level` form the interval. The gaps of placebos must come from donors
    without the treated unit, as those of `analysis.models.placebos.placebo_in_space` do.

    With n units p-values are multiples of 1 / n. The interval therefore covers with the
    probability `attained`, and one of a level above 1 - 1 / n has no bounds.

    Parameters
    ----------
    gaps : pandas.DataFrame, shape (periods, units)
        Gap of every unit, in order of time; as a rule of logarithms.
    treated, start : hashable
        Column of the treated unit and first treated period.
    window : slice, optional
        Treated periods that the effect is for, as labels of the index; all by default.
    level : float
        Coverage that is asked for.
    statistic : {"ratio", "mean"}
        Ratio of mean squared gaps in the window and before `start`, or the size of the mean gap
        in the window, which does not count a poor fit before. Placebos that fit about perfectly
        have ratios without measure and leave no bounds: the estimator should be penalised.
    effect : {"constant", "estimated", "linear"}
        One effect in all periods of the window; the estimated path moved up or down by a constant
        [2]_, for effects that change; or a multiple of the periods since the start.
    from_all : bool
        Take the effect from the placebos' gaps too, as equation 12 of [1]_ does. Then large
        effects favour units that fit well before the start, and the interval can have no bounds.

    Returns
    -------
    Inversion

    Raises
    ------
    ValueError
        If an option is unknown, the treated unit fits perfectly before `start`, so that a ratio
        means nothing, or the window holds no treated period.
    """
    if statistic not in STATISTICS or effect not in EFFECTS:
        raise ValueError(f"unknown statistic {statistic!r} or effect {effect!r}")
    order = [treated, *gaps.columns.drop(treated)]
    after = gaps.loc[gaps.index >= start, order]
    inside = after if window is None else after.loc[window]
    if inside.empty:
        raise ValueError(f"the window {window} holds no period from {start} on")
    scale = (gaps.loc[gaps.index < start, order].to_numpy() ** 2).mean(axis=0)
    if statistic == "ratio" and scale[0] < 1e-18:
        raise ValueError(f"{treated!r} fits perfectly before {start}")
    elapsed = np.flatnonzero(after.index.isin(inside.index)) + 1.0
    values = inside.to_numpy()
    family = _family(values, scale, _path(values[:, 0], elapsed, effect), statistic, from_all)
    none = _family(values, scale, _path(values[:, 0], elapsed, "constant"), statistic, from_all)
    return _result(family, values[:, 0], none.p_value(0.0), level)


def _path(own: np.ndarray, elapsed: np.ndarray, effect: str) -> tuple[np.ndarray, np.ndarray]:
    """Fixed part of the effect by period, and the part that its parameter multiplies."""
    fixed = own - own.mean() if effect == "estimated" else np.zeros(len(own))
    return fixed, elapsed if effect == "linear" else np.ones(len(own))


def _family(values: np.ndarray, scale: np.ndarray, path: tuple[np.ndarray, np.ndarray],
            statistic: str, from_all: bool) -> _Family:
    """Statistic of each unit as a function of the effect's parameter."""
    fixed, shape = path
    taken = np.full(values.shape[1], float(from_all))
    taken[0] = 1.0
    left, unit = values - np.outer(fixed, taken), shape
    if statistic == "mean":
        left, unit, scale = left.mean(axis=0, keepdims=True), unit.mean(keepdims=True), scale**0
    cross = taken * (unit @ left) / len(left)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = (taken**2 * (unit**2).mean() / scale, -2 * cross / scale,
                 (left**2).mean(axis=0) / scale)
    return _Family(fixed, shape, *(np.nan_to_num(part, posinf=np.inf) for part in parts))


def _accepted(family: _Family, alpha: float) -> tuple[float, float, bool]:
    """Least and greatest parameter that is not rejected, and whether all between are accepted.

    Ranks change only where the statistics of two units cross, so that points between crossings
    stand for all others.
    """
    known = np.isfinite(family.free) & np.isfinite(family.square)
    parts = np.column_stack([family.square, family.line, family.free])
    roots = [root for part in parts[known][1:] - parts[0] for root in np.roots(part)]
    points = np.unique([root.real for root in roots if abs(root.imag) < 1e-9])
    reach = 1 + 2 * np.abs(points).max(initial=1.0)
    tried = np.sort([*points, -reach, *(points[1:] + points[:-1]) / 2, reach])
    kept = np.array([family.p_value(point) > alpha + 1e-12 for point in tried])
    if not kept.any():
        return np.nan, np.nan, True
    first, last = np.flatnonzero(kept)[[0, -1]]
    return (float("-inf") if kept[0] else float(tried[first]),
            float("inf") if kept[-1] else float(tried[last]), bool(kept[first:last + 1].all()))


def _result(family: _Family, own: np.ndarray, p_value: float, level: float) -> Inversion:
    """Bounds beside the estimate, on the scale of the gap and as shares."""
    n, shape = len(family.square), family.shape
    low, high, connected = _accepted(family, 1 - level)
    values = [float(own @ shape / (shape @ shape)), low, high]
    with np.errstate(over="ignore"):
        shares = [float(np.expm1(family.path + value * shape).mean()) for value in values]
    attained = 1 - np.floor((1 - level) * n + 1e-9) / n
    return Inversion(*values, *shares, p_value, level, float(attained), connected, n, len(own))
