"""Donors whose work a machine may have counted: a screen fixed before the treatment."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

# Makes the median absolute deviation of a normal distribution its standard deviation.
NORMAL = 1.4826


@dataclass(frozen=True)
class Screen:
    """Donors that pass and donors that do not.

    Attributes
    ----------
    kept, dropped : tuple of hashable
        In the order of the pool.
    table : pandas.DataFrame
        One row a donor in the order of the pool: `donor`; `spread`, greatest over least
        intensity; `z`, its distance from the median of the pool's logarithms in robust standard
        deviations; `kept`; `reason`, empty where it is kept.
    factor : float
        Largest spread that passes; infinite without that rule.
    limit : float
        Largest `z` that passes; infinite without that rule.
    """

    kept: tuple[Hashable, ...]
    dropped: tuple[Hashable, ...]
    table: pd.DataFrame
    factor: float
    limit: float


def intensity_spread(intensity: pd.DataFrame, periods: slice, smooth: int = 1) -> pd.Series:
    """Greatest over least intensity within some periods.

    Parameters
    ----------
    intensity : pandas.DataFrame, shape (periods, units)
        Flow a person, such as pushes a pusher; positive.
    periods : slice
        Labels of the index.
    smooth : int
        Periods over which a mean is taken first; four quarters take the seasons out.

    Returns
    -------
    pandas.Series
        By unit, 1 or more; missing where any value is.
    """
    inside = intensity.loc[periods].rolling(smooth).mean().iloc[smooth - 1:]
    return inside.max(skipna=False) / inside.min(skipna=False)


def screen_donors(intensity: pd.DataFrame, pool: Sequence[Hashable], periods: slice, *,
                  factor: float = np.inf, limit: float = np.inf, smooth: int = 1) -> Screen:
    """Drop donors whose intensity is erratic in periods that the treatment has not touched.

    A flow that rises several times over while the number of people behind it does not is made by
    few accounts or by scripts, and says nothing of what an untreated economy would have done. The
    rule looks at `periods` only; to choose donors by what they did after the treatment would be
    to choose the result.

    Parameters
    ----------
    intensity, periods, smooth
        See `intensity_spread`.
    pool : sequence
        Donors, columns of `intensity` or not: one without data is dropped.
    factor : float
        Largest ratio of greatest to least intensity that passes.
    limit : float
        Largest robust z-score of the logarithm of that ratio within the pool that passes.

    Returns
    -------
    Screen

    Raises
    ------
    ValueError
        If neither rule is given or no donor is left.
    """
    if not np.isfinite(min(factor, limit)):
        raise ValueError("a largest factor or z-score is needed")
    ratio = intensity_spread(intensity, periods, smooth).reindex(list(pool))
    table = pd.DataFrame({"donor": list(pool), "spread": ratio.to_numpy(),
                          "z": _robust_z(np.log(ratio)).to_numpy()})
    table["reason"] = [_reason(row, factor, limit) for row in table.to_dict("records")]
    table.insert(3, "kept", table["reason"] == "")
    kept, dropped = (tuple(table.loc[table["kept"] == side, "donor"]) for side in (True, False))
    if not kept:
        raise ValueError("no donor passes the screen")
    return Screen(kept, dropped, table, factor, limit)


def complete_pools(pools: Mapping[str, Sequence[Hashable]], complete: Collection[Hashable],
                   dropped: Collection[Hashable] = ()) -> dict[str, list[Hashable]]:
    """Pools of donors without those that lack a quarter, and without some others.

    Parameters
    ----------
    pools : mapping
        Key to donors.
    complete : collection
        Economies without a missing quarter.
    dropped : collection
        Economies that are left out, such as those of a `Screen`.
    """
    kept = set(complete) - set(dropped)
    return {key: [donor for donor in pool if donor in kept] for key, pool in pools.items()}


def screened_pools(pools: Mapping[str, Sequence[Hashable]], complete: Collection[Hashable],
                   screen: Screen) -> dict[str, list[Hashable]]:
    """Pools of `complete_pools` without donors that a screen drops, and the first one with them.

    Parameters
    ----------
    pools, complete
        See `complete_pools`.
    screen : Screen
        Of the first pool.

    Returns
    -------
    dict
        The pools in their order, and `unscreened`.
    """
    first = next(iter(pools))
    return complete_pools(pools, complete, screen.dropped) | {
        "unscreened": complete_pools(pools, complete)[first]}


def _robust_z(values: pd.Series) -> pd.Series:
    """Distance from the median in robust standard deviations."""
    apart = values - values.median()
    scale = NORMAL * apart.abs().median()
    return apart / scale if scale else apart * 0.0


def _reason(row: dict, factor: float, limit: float) -> str:
    """Why a donor is dropped."""
    if not np.isfinite(row["spread"]):
        return "no complete data"
    if row["spread"] > factor:
        return f"intensity varies by a factor of {row['spread']:.1f}"
    return "intensity varies far more than in the pool" if row["z"] > limit else ""
