"""Exports of the park by market: exact accounts from published totals and shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from report.intervals import Interval, propagate

NOTHING = Interval(0.0, 0.0, 0.0)


@dataclass(frozen=True)
class ExportShares:
    """Shares of markets in the exports of two years, percent.

    Attributes
    ----------
    west_before, west_now, asia_now : Interval
        As printed.
    asia_before : Interval
        By default Asia took nothing before, so that all sales there are new.
    """

    west_before: Interval
    west_now: Interval
    asia_now: Interval
    asia_before: Interval = NOTHING


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


def accounts_by_market(before: Interval, now: Interval, shares: ExportShares) -> Accounts:
    """Exports by market from totals and shares.

    Every amount is monotone in each of the six figures, so the bounds are exact; each figure
    varies as one wherever it stands, so amounts belong together (the Western loss less both
    gains is the fall, at every point).

    Parameters
    ----------
    before, now : Interval
        Totals of the two years, in one unit.
    shares : ExportShares

    Raises
    ------
    ValueError
        If Western sales need not have fallen: what replaced them then has no meaning.
    """
    given = (before, shares.west_before, shares.asia_before, now, shares.west_now,
             shares.asia_now)

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


# Steps from the total before to the total now, and their names.
STEPS = {"before": "Exports of 2021", "west": "Lost in the West",
         "asia": "Sold to Asia, all taken as new", "rest": "Change of Russia and the rest",
         "now": "Exports of 2023"}


def account_steps(found: Accounts) -> pd.DataFrame:
    """Accounts as steps from the total before to the total now.

    Returns
    -------
    DataFrame
        ``key`` (one of `STEPS`), ``label``, ``start`` and ``end`` of its bar at the central values,
        and the bounds of the size: ``size`` (central), ``low``, ``high``, signed.
    """
    sizes = {"before": found.before, "west": found.west_loss, "asia": found.asia_gain,
             "rest": found.rest_gain, "now": found.now}
    rows, level = [], 0.0
    for key, size in sizes.items():
        sign, start = (-1 if key == "west" else 1), (0.0 if key in ("before", "now") else level)
        low, high = sorted((sign * size.low, sign * size.high))
        level = start + sign * size.value
        rows.append({"key": key, "label": STEPS[key], "start": start, "end": level,
                     "size": sign * size.value, "low": low, "high": high})
    return pd.DataFrame(rows)


def account_readings(totals: Mapping[int, Interval], shares: ExportShares,
                     west_2020: Interval) -> pd.DataFrame:
    """Accounts for every reading of the years that "previously" and "now" stand for.

    Parameters
    ----------
    totals : mapping
        Exports of 2020 to 2024, by year.
    shares : ExportShares
        As stated.
    west_2020 : Interval
        Western share that another source reports for 2020, percent.

    Returns
    -------
    DataFrame
        By ``key`` of a reading: ``years``, ``reading`` and the intervals ``west_loss``,
        ``asia_gain``, ``asia_replaced``, ``rest_replaced``; the first row is the one preferred.
    """
    west, now = shares.west_before, shares.west_now
    slack = replace(shares, west_before=replace(west, low=west.low - 5, high=west.high + 5))
    narrow = replace(shares, west_now=replace(now, low=now.value, high=now.value))
    former = replace(shares, asia_before=Interval(5.0, 5.0, 5.0))
    other = replace(shares, west_before=west_2020)
    readings = [("stated", 2021, 2023, "as stated", shares),
                ("up-to-2024", 2021, 2024, "as stated", shares),
                ("since-2020", 2020, 2023, "as stated", shares),
                ("reported-2020", 2020, 2023, "share reported for 2020", other),
                ("up-to-2022", 2021, 2022, "as stated", shares),
                ("slack-before", 2021, 2023, "five points of slack before", slack),
                ("no-slack-now", 2021, 2023, "no slack now", narrow),
                ("asia-before", 2021, 2023, "Asia took a twentieth before", former)]
    rows = []
    for key, first, last, said, read in readings:
        found = accounts_by_market(totals[first], totals[last], read)
        rows.append({"key": key, "years": f"{first}, {last}", "reading": said,
                     "west_loss": found.west_loss, "asia_gain": found.asia_gain,
                     "asia_replaced": found.asia_replaced, "rest_replaced": found.rest_replaced})
    return pd.DataFrame(rows).set_index("key")
