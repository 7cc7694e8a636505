"""How much of the country's exports the park held: growth of the park, and of its coverage.

A company that is admitted brings its exports and staff into the park's figures, so that these can
grow where nothing else does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

import pandas as pd

from report.intervals import Interval, propagate
from report.published import figure


def coverage_by_year(park: Mapping[int, Interval], national: pd.Series) -> pd.DataFrame:
    """Exports of the park over those of the country.

    The two are printed by different offices, and the park sells things that are booked elsewhere,
    so the ratio can exceed one.

    Parameters
    ----------
    park : mapping of int to Interval
        Exports by year.
    national : pandas.Series
        Exports by year, in the same unit, taken as exact.

    Returns
    -------
    DataFrame
        Indexed by years that both have: ``park`` and ``coverage`` (Interval), ``national``, and
        ``rest`` (Interval), the country less the park.
    """
    known = national.dropna()
    years = [year for year in sorted(park) if year in known.index]
    return pd.DataFrame([_year(park[year], float(known[year])) for year in years],
                        index=pd.Index(years, name="year"))


def _year(park: Interval, total: float) -> dict[str, object]:
    return {"park": park, "national": total,
            "coverage": propagate(lambda sold: sold / total, park),
            "rest": propagate(lambda sold: total - sold, park)}


# Totals that the park's exports are held against, by key.
TOTALS = {"national": "of information services", "digital": "of digital services",
          "services": "of all services"}


def coverage_lines(park: Mapping[int, Interval],
                   totals: Mapping[str, pd.Series]) -> pd.DataFrame:
    """Exports of the park over several totals of the country, by year.

    Parameters
    ----------
    park : mapping of int to Interval
        Exports by year.
    totals : mapping of str to pandas.Series
        Key of `TOTALS` to the country's exports by year, in the same unit.

    Returns
    -------
    DataFrame
        ``key``, ``year``, ``total`` (name), ``low``, ``central``, ``high``.
    """
    return pd.DataFrame([
        {"key": f"{key}/{year}", "year": year, "total": TOTALS[key], "low": ratio.low,
         "central": ratio.value, "high": ratio.high}
        for key, total in totals.items()
        for year, ratio in coverage_by_year(park, total)["coverage"].items()])


def growth_split(found: pd.DataFrame, years: Sequence[int]) -> pd.DataFrame:
    """Growth of the park as growth of the country plus growth of coverage, exactly.

    In logarithms the two add up to the growth of the park, at every point of the intervals, and
    steps add up to the whole.

    Parameters
    ----------
    found : DataFrame
        Of `coverage_by_year`.
    years : sequence of int
        Ends of the steps, in order; a last row covers the first to the last.

    Returns
    -------
    DataFrame
        ``before``, ``after``; ``park`` and ``covered`` (Interval) and ``national`` (float), growth
        in 100 times the change of the logarithm; ``share`` (Interval), percent of the park's
        growth that is growth of its coverage.

    Raises
    ------
    KeyError
        If a year has no coverage.
    """
    steps = list(zip(years, years[1:]))
    if len(years) > 2:
        steps.append((years[0], years[-1]))
    return pd.DataFrame([_step(found, before, after) for before, after in steps])


def _step(found: pd.DataFrame, before: int, after: int) -> dict[str, object]:
    ends = found.loc[before, "park"], found.loc[after, "park"]
    country = 100 * log(found.loc[after, "national"] / found.loc[before, "national"])
    return {"before": before, "after": after, "national": country,
            "park": propagate(lambda a, b: 100 * log(b / a), *ends),
            "covered": propagate(lambda a, b: 100 * log(b / a) - country, *ends),
            "share": propagate(lambda a, b: 100 - 100 * country / (100 * log(b / a)), *ends)}


def jobs_admitted(published: pd.DataFrame) -> dict[str, Interval]:
    """Jobs that the park added in 2018, and how many of them came with companies admitted then.

    Returns
    -------
    dict of str to Interval
        ``added``, ``earlier`` (in companies admitted before), ``admitted`` (with companies
        admitted in the year), persons; ``share``, the admitted in percent of the added;
        ``companies``, admissions in percent of the companies at the end of the year.
    """
    added, earlier, joined, residents = (figure(published, name) for name in (
        "park.staff.added-2018-bne2019", "park.staff.added.earlier-2018-bne2019",
        "park.residents.joined-2018-belta2019", "park.residents-2018-12-31-belta2019"))
    return {"added": added, "earlier": earlier,
            "admitted": propagate(lambda all_, old: all_ - old, added, earlier),
            "share": propagate(lambda all_, old: 100 * (1 - old / all_), added, earlier),
            "companies": propagate(lambda new, end: 100 * new / end, joined, residents)}
