"""How many information technology specialists left: estimates that share no source, side by side.

None of them counts what is asked for. Each is turned into persons by a stated step, with the range
that the wording of its inputs allows, and is marked by what it identifies and which way it errs.
"""

from __future__ import annotations

from functools import partial

import pandas as pd

from report.intervals import Interval, propagate
from report.published import figure

# What is said of each estimate. The first part of a key is what it sees, see `SEES`.
ESTIMATES = {
    "part/sole-traders": {
        "estimate": "New sole traders in Poland, section J", "window": "2022 to mid 2023",
        "identifies": "people who set up in one country",
        "errs": "low: one country, self-employed", "kind": "host"},
    "first-wave/survey-2021": {
        "estimate": "Survey, early 2021, times staff", "window": "August 2020 to April 2021",
        "identifies": "share of readers of a trade site abroad",
        "errs": "high: self-selected", "kind": "survey"},
    "whole/survey-2022": {
        "estimate": "Survey, March 2022, times staff", "window": "August 2020 to March 2022",
        "identifies": "share of readers of a trade site abroad",
        "errs": "high: self-selected", "kind": "survey"},
    "whole/profiles": {
        "estimate": "GitHub profiles moved, times staff",
        "window": "February 2021 to November 2022",
        "identifies": "developers who changed country in their profile",
        "errs": "low: late updates", "kind": "trace"},
    "whole/firms": {
        "estimate": "IT firms with over sixteen staff", "window": "2022",
        "identifies": "jobs lost on balance",
        "errs": "low: larger firms, one year", "kind": "inside"},
    "whole/section-j": {
        "estimate": "Section J, leavers less hires", "window": "January 2022 to February 2023",
        "identifies": "jobs lost on balance",
        "errs": "high: not all left the country", "kind": "inside"},
    "whole/park-counted": {
        "estimate": "Park, printed headcounts", "window": "2021 to early 2025",
        "identifies": "jobs lost on balance",
        "errs": "unclear: dates not stated", "kind": "inside"},
    "whole/park-implied": {
        "estimate": "Park, printed fall in percent", "window": "2022 to early 2025",
        "identifies": "jobs lost on balance",
        "errs": "high: base not printed", "kind": "inside"},
    "whole/press-2023": {
        "estimate": "Press, 2022 to 2023", "window": "2022 to 2023",
        "identifies": "not stated", "errs": "unclear", "kind": "claim"},
    "whole/press-2022": {
        "estimate": "Press, September 2020 to June 2022",
        "window": "September 2020 to June 2022",
        "identifies": "not stated", "errs": "unclear", "kind": "claim"},
}
SEES = {"part": "part", "first-wave": "first wave", "whole": "whole"}


def it_staff(published: pd.DataFrame) -> Interval:
    """Specialists before the departures: from the lowest to the highest printed count.

    Returns
    -------
    Interval
        Persons in 2020 and 2021; the value is the middle.
    """
    counts = [figure(published, "sector.it.staff-2021-onereg2022b"),
              figure(published, "sector.it.staff-2020-afp2020")]
    low, high = float(min(c.low for c in counts)), float(max(c.high for c in counts))
    return Interval((low + high) / 2, low, high, tuple(row for c in counts for row in c.rows))


def it_estimates(published: pd.DataFrame) -> pd.DataFrame:
    """Estimates of specialists who left, or of jobs lost, each with its range.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        ``key``, ``estimate`` (name), ``persons`` (interval), ``window`` (period), ``identifies``,
        ``errs`` (direction and reason), ``scope`` (see `SEES`) and ``kind`` (`host`, `inside`,
        `survey`, `trace` or `claim`).
    """
    persons = _persons(published)
    return pd.DataFrame([
        {"key": key, "persons": persons[key], "scope": SEES[seen_by(key)]} | words
        for key, words in ESTIMATES.items()])


def seen_by(key: str) -> str:
    """What the estimate of a key sees, as a key of `SEES`."""
    return key.partition("/")[0]


def _persons(published: pd.DataFrame) -> dict[str, Interval]:
    """Each estimate in persons, by its key."""
    get = partial(figure, published)
    staff = it_staff(published)

    def share(name: str) -> Interval:
        return propagate(lambda part, base: part / 100 * base, get(name), staff)

    balance = (get("sectionj.outflow-2022-bic2023a"),
               get("sectionj.outflow-2023-01to2023-02-euroradio2023f"))
    peak = get("park.staff-2021-mediazonabelarus2022")
    now, fall = (get("park.staff-2025-02-newsreport2025"),
                 get("park.staff.change-2022to2025-02-afp2025"))
    return {
        "part/sole-traders": get("hosts.soletraders.sectionj-2022-01to2023-06-pulshr2023"),
        "first-wave/survey-2021": share("survey.left.share-2021-04-odessanews2021"),
        "whole/survey-2022": share("survey.left.share-2022-03-belnews2022"),
        "whole/profiles": share("estimates.github.moved.share-2021-02to2022-11-novayagazeta2023"),
        "whole/firms": get("sector.it.staff.loss-2022-onereg2022b"),
        "whole/section-j": propagate(lambda first, later: first + later, *balance),
        "whole/park-counted": propagate(lambda before, after: before - after, peak, now),
        "whole/park-implied": propagate(
            lambda level, percent: level / (1 + percent / 100) - level, now, fall),
        "whole/press-2023": get("estimates.it.left-2022-01to2023-otsnews2023"),
        "whole/press-2022": get("estimates.it.left-2020-09to2022-06-citydog2022")}


def it_bounds(estimates: pd.DataFrame) -> dict[str, Interval]:
    """Lower bound, central range and upper bound of specialists who left.

    The lower bound is the count that sees only part of them. The central range is the middle half
    of the central values of the estimates that see the whole sector: a summary of sources, not a
    probability. The upper bound adds the first wave, which the balance of jobs cannot show since
    the sector was still hiring, to the largest loss of jobs, and takes every job lost for a
    departure.

    Returns
    -------
    dict
        ``lower``, ``central`` and ``upper``, persons to the nearest hundred.
    """
    spans = estimates.set_index("key")["persons"]
    part, first, whole = (list(spans[spans.index.map(seen_by) == seen]) for seen in SEES)
    middles = pd.Series([span.value for span in whole]).quantile([0.25, 0.5, 0.75])
    most = _hundred(max(span.high for span in whole) + max(span.high for span in first))
    rows = tuple(dict.fromkeys(row for span in spans for row in span.rows))
    low, middle, high = (_hundred(m) for m in middles)
    least = _hundred(min(span.low for span in part))
    return {"lower": Interval(least, least, least, rows),
            "central": Interval(middle, low, high, rows),
            "upper": Interval(most, most, most, rows)}


def it_ranges(estimates: pd.DataFrame) -> pd.DataFrame:
    """Estimates with the bounds of each as columns, for a figure.

    Parameters
    ----------
    estimates : DataFrame
        As `it_estimates` gives them.

    Returns
    -------
    DataFrame
        ``key``, ``estimate``, ``kind``, ``scope``, ``low``, ``value``, ``high`` (persons).
    """
    bounds = {name: [getattr(span, name) for span in estimates["persons"]]
              for name in ("low", "value", "high")}
    return estimates[["key", "estimate", "kind", "scope"]].assign(**bounds)


def share_left(left: Interval, staff: Interval) -> Interval:
    """Specialists who left in percent of those counted before."""
    return propagate(lambda part, base: 100 * part / base, left, staff)


def _hundred(persons: float) -> float:
    return float(round(persons, -2))
