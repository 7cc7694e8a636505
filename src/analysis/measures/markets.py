"""Exports of the park by market: exact accounts from published shares, and paths to recovery."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from report.intervals import Interval, propagate

NOTHING = Interval(0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Accounts:
    """Exports of two years by market, in the unit of the totals, and what replaced what.

    Attributes
    ----------
    before, now : Interval
        All exports.
    west_before, west_now, asia_before, asia_now, rest_before, rest_now : Interval
        Exports by market; the rest is all that is neither Western nor Asian.
    fall, west_loss : Interval
        Exports before less exports now, of all markets and of the West.
    asia_gain, rest_gain : Interval
        Exports now less exports before.
    asia_replaced, rest_replaced : Interval
        Gain as a percentage of the Western loss.
    """

    before: Interval
    now: Interval
    west_before: Interval
    west_now: Interval
    asia_before: Interval
    asia_now: Interval
    rest_before: Interval
    rest_now: Interval
    fall: Interval
    west_loss: Interval
    asia_gain: Interval
    rest_gain: Interval
    asia_replaced: Interval
    rest_replaced: Interval


def accounts(before: Interval, west_before: Interval, now: Interval, west_now: Interval,
             asia_now: Interval, asia_before: Interval = NOTHING) -> Accounts:
    """Exports by market from totals and shares.

    Every amount is monotone in each of the six figures, so the bounds are exact; each figure
    varies as one wherever it stands, so amounts belong together (the Western loss less both
    gains is the fall, at every point).

    Parameters
    ----------
    before, now : Interval
        Totals of the two years, in one unit.
    west_before, west_now, asia_before, asia_now : Interval
        Shares in percent; by default Asia took nothing before, so that all sales there are new.

    Raises
    ------
    ValueError
        If Western sales need not have fallen: what replaced them then has no meaning.
    """
    given = (before, west_before, asia_before, now, west_now, asia_now)

    def amount(formula: Callable[..., float]) -> Interval:
        return propagate(formula, *given)

    west_loss = amount(lambda t, w, a, u, v, b: (t * w - u * v) / 100)
    if west_loss.low <= 0:
        raise ValueError(f"Western sales need not have fallen: {west_loss}")
    return Accounts(
        before=before, now=now, west_loss=west_loss,
        west_before=amount(lambda t, w, a, u, v, b: t * w / 100),
        west_now=amount(lambda t, w, a, u, v, b: u * v / 100),
        asia_before=amount(lambda t, w, a, u, v, b: t * a / 100),
        asia_now=amount(lambda t, w, a, u, v, b: u * b / 100),
        rest_before=amount(lambda t, w, a, u, v, b: t * (100 - w - a) / 100),
        rest_now=amount(lambda t, w, a, u, v, b: u * (100 - v - b) / 100),
        fall=amount(lambda t, w, a, u, v, b: t - u),
        asia_gain=amount(lambda t, w, a, u, v, b: (u * b - t * a) / 100),
        rest_gain=amount(
            lambda t, w, a, u, v, b: (u * (100 - v - b) - t * (100 - w - a)) / 100),
        asia_replaced=amount(
            lambda t, w, a, u, v, b: 100 * (u * b - t * a) / (t * w - u * v)),
        rest_replaced=amount(
            lambda t, w, a, u, v, b:
            100 * (u * (100 - v - b) - t * (100 - w - a)) / (t * w - u * v)))


def steps(found: Accounts) -> pd.DataFrame:
    """Accounts as steps from the total before to the total now.

    Returns
    -------
    DataFrame
        ``step``, ``start`` and ``end`` of its bar at the central values, and the bounds of the
        size: ``size`` (central), ``low``, ``high``, signed.
    """
    parts = [("before", found.before), ("west", found.west_loss), ("asia", found.asia_gain),
             ("rest", found.rest_gain), ("now", found.now)]
    rows, level = [], 0.0
    for step, size in parts:
        sign, start = (-1 if step == "west" else 1), (0.0 if step in ("before", "now") else level)
        low, high = sorted((sign * size.low, sign * size.high))
        rows.append({"step": step, "start": start, "end": start + sign * size.value,
                     "size": sign * size.value, "low": low, "high": high})
        level = rows[-1]["end"]
    return pd.DataFrame(rows)


def left_of_mean(mean: Interval, known: Sequence[Interval]) -> Interval:
    """Value of the one period that is missing, from the mean of all and the others."""
    count = len(known) + 1
    return propagate(lambda m, *others: count * m - sum(others), mean, *known)


def comparisons(given: Mapping[str, Interval]) -> pd.DataFrame:
    """Accounts for every reading of the years that "previously" and "now" stand for.

    Parameters
    ----------
    given : mapping
        Totals ``2020``, ``2021``, ``2022``, ``2023`` and ``2024``, the share ``west 2020`` of
        another source, and the shares ``west before``, ``west now`` and ``asia now``.

    Returns
    -------
    DataFrame
        One row a reading: ``years``, ``reading`` and the intervals ``west_loss``, ``asia_gain``,
        ``asia_replaced``, ``rest_replaced``; the first row is the one preferred.
    """
    west, asia = given["west before"], given["asia now"]
    slack = Interval(west.value, west.low - 5, west.high + 5, west.rows)
    narrow = Interval(given["west now"].value, *[given["west now"].value] * 2,
                      given["west now"].rows)
    readings = [("2021", "2023", "as stated", west, given["west now"], NOTHING),
                ("2020", "2023", "as stated", west, given["west now"], NOTHING),
                ("2020", "2023", "share reported for 2020", given["west 2020"],
                 given["west now"], NOTHING),
                ("2021", "2022", "as stated", west, given["west now"], NOTHING),
                ("2021", "2024", "as stated", west, given["west now"], NOTHING),
                ("2021", "2023", "five points of slack before", slack, given["west now"], NOTHING),
                ("2021", "2023", "no slack now", west, narrow, NOTHING),
                ("2021", "2023", "Asia took a twentieth before", west, given["west now"],
                 Interval(5.0, 5.0, 5.0))]
    rows = []
    for first, last, said, share, share_now, former in readings:
        found = accounts(given[first], share, given[last], share_now, asia, former)
        rows.append({"years": f"{first}, {last}", "reading": said, "west_loss": found.west_loss,
                     "asia_gain": found.asia_gain, "asia_replaced": found.asia_replaced,
                     "rest_replaced": found.rest_replaced})
    return pd.DataFrame(rows)


def required_growth(target: Interval, now: Interval, west: Interval, asia: Interval,
                    grower: str, west_growth: float, years: int) -> Interval:
    """Yearly growth that brings total exports to a target, given the path of Western sales.

    Parameters
    ----------
    target, now : Interval
        Total to be reached and total of the base year, in one unit.
    west, asia : Interval
        Shares of the base year, percent.
    grower : {'asia', 'rest', 'both'}
        What grows; of Asia and the rest, the other one stays as it is.
    west_growth : float
        Yearly growth of Western sales, percent.
    years : int
        From the base year to the target.

    Returns
    -------
    Interval
        Percent a year; minus 100 where the target is met without the grower.
    """
    path = (1 + west_growth / 100) ** years

    def growth(goal: float, total: float, w: float, a: float) -> float:
        parts = {"asia": a, "rest": 100 - w - a, "both": 100 - w}
        stays = 100 - w - parts[grower]
        times = (100 * goal / total - w * path - stays) / parts[grower]
        return 100 * (max(times, 0.0) ** (1 / years) - 1)

    return propagate(growth, target, now, west, asia)


def recovery_grid(target: Interval, now: Interval, west: Interval, asia: Interval, base: int,
                  growers: Mapping[str, str], paths: Mapping[float, str],
                  years: Sequence[int]) -> pd.DataFrame:
    """Required growth for every grower, path of Western sales and year.

    Parameters
    ----------
    target, now, west, asia
        See `required_growth`.
    base : int
        Year of `now`.
    growers, paths : mapping
        Growers and yearly changes of Western sales to their names.
    years : sequence of int
        Years in which the target is to be reached.

    Returns
    -------
    DataFrame
        Columns ``grower``, ``path`` and one interval a year, named ``y2028`` and so on.
    """
    rows = []
    for grower, grows in growers.items():
        for change, path in paths.items():
            cells = {f"y{year}": required_growth(target, now, west, asia, grower, change,
                                                 year - base) for year in years}
            rows.append({"grower": grows, "path": path, **cells})
    return pd.DataFrame(rows)


def fastest_growth(values: pd.DataFrame, spans: Sequence[int], least: float) -> pd.DataFrame:
    """Fastest yearly growth of any economy over spans of years, from a base of some size.

    Parameters
    ----------
    values : DataFrame, shape (years, economies)
        Consecutive years.
    spans : sequence of int
        Lengths in years.
    least : float
        Smallest value at the start of a span.

    Returns
    -------
    DataFrame
        One row a span and economy, from the fastest: ``span``, ``economy``, ``first``, ``last``
        (years), ``start`` (unit of `values`), ``growth`` (percent a year).
    """
    found = []
    for span in spans:
        start = values.shift(span)
        start = start.where(start >= least)
        growth = 100 * ((values / start) ** (1 / span) - 1)
        best = growth.stack().dropna().groupby(level=1).idxmax()
        found += [{"span": span, "economy": economy, "first": year - span, "last": year,
                   "start": float(start.loc[year, economy]),
                   "growth": float(growth.loc[year, economy])} for year, economy in best]
    table = pd.DataFrame(found).sort_values(["span", "growth"], ascending=[True, False])
    return table.reset_index(drop=True)
