"""Intervals under a stated probability, beside those that hold in the worst case.

Bounds over all corners answer what rounding allows; they need every figure to err to its limit at
once. Here each printed figure is uniform over the range that its wording stands for, and figures
are independent of each other. Both are assumptions, and the text has to state them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zlib import crc32

import numpy as np

from report.intervals import Interval

COUNT, SEED, LEVEL = 20_000, 20220224, 0.9


def samples(function: Callable[..., float], *figures: Interval,
            given: Callable[..., bool] | None = None, count: int = COUNT,
            seed: int = SEED) -> np.ndarray:
    """Values of a function of printed figures, each figure drawn from its range.

    A figure has the same draws wherever it is used, also in another call with the same seed, so
    that parts which belong together add up draw by draw.

    Parameters
    ----------
    function : callable
        Of as many floats as there are figures, giving a float.
    *figures : Interval
        Ranges of single printed figures; a range without ``rows`` counts as one of its own.
    given : callable, optional
        Of the same floats: draws for which it is false are left out.
    count, seed : int
        Number of draws before any is left out, and seed of the generator.

    Returns
    -------
    numpy.ndarray, shape (draws,)

    Raises
    ------
    ValueError
        If a figure is derived from several others (draw those, since what is derived from uniform
        figures is not uniform), or no draw is left.
    """
    points = zip(*(_uniform(one, place, count, seed) for place, one in enumerate(figures)))
    values = [function(*point) for point in points if given is None or given(*point)]
    if not values:
        raise ValueError("no draw meets the condition")
    return np.array(values, dtype=float)


def drawn(function: Callable[..., float], *figures: Interval,
          given: Callable[..., bool] | None = None, level: float = LEVEL, count: int = COUNT,
          seed: int = SEED) -> Interval:
    """Median and central interval of `samples`, with the rows of all figures.

    Parameters
    ----------
    level : float
        Share of the draws that the interval holds; the others are those of `samples`.
    """
    rows = tuple(dict.fromkeys(row for one in figures for row in one.rows))
    return held([samples(function, *figures, given=given, count=count, seed=seed)], level=level,
                rows=rows)


def held(parts: Sequence[np.ndarray], *, level: float = LEVEL,
         rows: tuple[str, ...] = ()) -> Interval:
    """Median and central interval of draws; several sets count alike, whatever their sizes.

    With several readings of one quantity this is the mixture in which each is as likely as
    any other.
    """
    values = np.concatenate(parts)
    weights = np.concatenate([np.full(len(part), 1 / len(part)) for part in parts])
    low, middle, high = np.quantile(
        values, [(1 - level) / 2, 0.5, (1 + level) / 2], weights=weights, method="inverted_cdf")
    return Interval(float(middle), float(low), float(high), rows)


def _uniform(figure: Interval, place: int, count: int, seed: int) -> list[float]:
    """Draws of one figure, from a generator of its own; of its place where it has no name."""
    if len(figure.rows) > 1:
        raise ValueError(f"{', '.join(figure.rows)}: draw the figures, not what they give")
    own = crc32(figure.rows[0].encode()) if figure.rows else place
    unit = np.random.default_rng([seed, own]).random(count)
    return (figure.low + (figure.high - figure.low) * unit).tolist()
