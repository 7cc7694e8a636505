"""Growth that brings the park's exports back to a former level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from report.intervals import Interval, propagate

GROWERS = {"asia": "Asia alone", "rest": "Russia and the rest alone", "both": "All but the West"}
SEEN = "seen"
RECOVERY_LINES = {"asia": GROWERS["asia"], "both": GROWERS["both"], SEEN: "Fastest seen"}


@dataclass(frozen=True)
class Path:
    """A path of Western sales.

    Attributes
    ----------
    growth : float
        Percent a year.
    name : str
        As tables have it.
    """

    growth: float
    name: str


PATHS = {"falls-10": Path(-10, "falls by a tenth a year"),
         "falls-5": Path(-5, "falls by a twentieth"),
         "stays": Path(0, "stays as it is"),
         "grows-5": Path(5, "grows by a twentieth")}


@dataclass(frozen=True)
class RecoveryBase:
    """Exports of the year that growth starts from.

    Attributes
    ----------
    year : int
    exports : Interval
        All markets.
    west, asia : Interval
        Shares, percent.
    """

    year: int
    exports: Interval
    west: Interval
    asia: Interval


def required_growth(target: Interval, base: RecoveryBase, grower: str, west_growth: float,
                    year: int) -> Interval:
    """Yearly growth that brings total exports to a target, given the path of Western sales.

    Parameters
    ----------
    target : Interval
        Total to be reached, in the unit of `base`.
    base : RecoveryBase
    grower : {'asia', 'rest', 'both'}
        What grows; of Asia and the rest, the other one stays as it is.
    west_growth : float
        Yearly growth of Western sales, percent.
    year : int
        In which the target is reached.

    Returns
    -------
    Interval
        Percent a year; minus 100 where the target is met without the grower.
    """
    years = year - base.year
    path = (1 + west_growth / 100) ** years

    def growth(goal: float, total: float, w: float, a: float) -> float:
        parts = {"asia": a, "rest": 100 - w - a, "both": 100 - w}
        stays = 100 - w - parts[grower]
        times = (100 * goal / total - w * path - stays) / parts[grower]
        return 100 * (max(times, 0.0) ** (1 / years) - 1)

    return propagate(growth, target, base.exports, base.west, base.asia)


def recovery_grid(target: Interval, base: RecoveryBase, years: Sequence[int]) -> pd.DataFrame:
    """Required growth for every grower, path of Western sales and year.

    Parameters
    ----------
    target, base
        See `required_growth`.
    years : sequence of int
        Years in which the target is to be reached.

    Returns
    -------
    DataFrame
        By ``key`` (grower and path): ``grower``, ``path`` and one interval a year, named ``y2028``
        and so on.
    """
    return pd.DataFrame([
        {"key": f"{grower}/{key}", "grower": name, "path": path.name} | {
            f"y{year}": required_growth(target, base, grower, path.growth, year)
            for year in years}
        for grower, name in GROWERS.items() for key, path in PATHS.items()]).set_index("key")


def required_and_seen(target: Interval, base: RecoveryBase, record: pd.DataFrame) -> pd.DataFrame:
    """Growth that recovery by each year needs, and the fastest seen over as many years.

    Western sales stay as they are.

    Parameters
    ----------
    target, base
        See `required_growth`.
    record : DataFrame
        As `analysis.measures.export_growth.growth_records` gives it.

    Returns
    -------
    DataFrame
        ``key`` (one of `RECOVERY_LINES`), ``year``, ``line`` (name) and, in percent, ``growth``,
        ``low``, ``high``.
    """
    needs = [(key, base.year + span, required_growth(target, base, key, 0, base.year + span))
             for key in ("asia", "both") for span in record.index]
    seen = [(SEEN, base.year + span, Interval(growth, growth, growth))
            for span, growth in record["growth"].items()]
    return pd.DataFrame([
        {"key": key, "year": year, "line": RECOVERY_LINES[key], "growth": found.value,
         "low": found.low, "high": found.high} for key, year, found in [*needs, *seen]])
