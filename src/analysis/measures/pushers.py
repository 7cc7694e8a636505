"""People who push on GitHub: panels by licence, intensity, and changes by language.

A pusher is a developer who pushed at least once in the quarter to a public repository under a
licence. A sum over quarters counts a person once a quarter, a sum over licences once a licence.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.measures.activity import with_quarter

LICENCES = ("MIT", "Apache-2.0", "GPL-3.0", "NOASSERTION")


def pushers_by_licence(pushers: pd.DataFrame, licence: str) -> pd.DataFrame:
    """Pushers under one licence.

    Parameters
    ----------
    pushers : DataFrame
        Table ``github_pushers``.
    licence : str
        One of `LICENCES`.

    Returns
    -------
    DataFrame, shape (quarters, economies)
        Persons; NaN where the count is suppressed, in economies that have any.
    """
    rows = with_quarter(pushers[pushers["licence"] == licence])
    wide = rows.pivot(index="quarter", columns="economy", values="pushers")
    return wide.reindex(pd.period_range(*_span(pushers), freq="Q", name="quarter")).astype(float)


def pushers_all_licences(pushers: pd.DataFrame) -> pd.DataFrame:
    """Pushers summed over `LICENCES`; a person stands in each licence that he or she pushes under.

    Returns
    -------
    DataFrame, shape (quarters, economies)
        Persons, some more than once; NaN where the count of any licence is suppressed.
    """
    parts = [pushers_by_licence(pushers, licence) for licence in LICENCES]
    return sum(parts[1:], start=parts[0])


def complete_economies(wide: pd.DataFrame) -> list[str]:
    """Economies without a suppressed quarter, in alphabetical order."""
    return sorted(wide.columns[wide.notna().all()])


def pushes_per_pusher(pushes: pd.DataFrame, pushers: pd.DataFrame) -> pd.DataFrame:
    """Intensity: pushes to all public repositories over people who push under the licences given.

    The two counts have not quite the same scope, so that levels mean little and changes much: a
    rise of an economy that others do not share is one of machines, not of people.

    Parameters
    ----------
    pushes : DataFrame, shape (quarters, economies)
        Of `measures.wide`.
    pushers : DataFrame, shape (quarters, economies)
        Of `pushers_by_licence` or `pushers_all_licences`.

    Returns
    -------
    DataFrame, shape (quarters, economies)
        Economies that both have.
    """
    both = sorted(set(pushes.columns) & set(pushers.columns))
    return pushes[both] / pushers[both]


def peak_over_base(intensity: pd.DataFrame, base_year: int) -> pd.Series:
    """Largest quarter over the mean quarter of a base year, by economy, largest first."""
    base = _whole_year(intensity, base_year).mean()
    return (intensity.max() / base).dropna().sort_values(ascending=False)


def sums_against_base(wide: pd.DataFrame, base_year: int) -> pd.DataFrame:
    """Sums of four quarters against that of a base year.

    Parameters
    ----------
    wide : DataFrame, shape (quarters, economies)
        Counts, in order of time without gaps.
    base_year : int
        Calendar year of the comparison.

    Returns
    -------
    DataFrame, shape (periods, economies)
        Percent change; a row a calendar year of four quarters, labelled by the year as text, and
        ``last four quarters``. NaN where a quarter is suppressed.

    Raises
    ------
    ValueError
        If the base year lacks a quarter on record.
    """
    base = _whole_year(wide, base_year).sum(min_count=4)
    years = {str(year): rows for year, rows in wide.groupby(wide.index.year) if len(rows) == 4}
    sums = {name: rows.sum(min_count=4)
            for name, rows in (years | {"last four quarters": wide.iloc[-4:]}).items()}
    return 100 * (pd.DataFrame(sums).T / base - 1)


def quarters_against_base(wide: pd.DataFrame, base_year: int) -> pd.DataFrame:
    """Each quarter against the same quarter of a base year, percent change."""
    base = _whole_year(wide, base_year)
    matched = base.set_axis(base.index.quarter).loc[wide.index.quarter].set_axis(wide.index)
    return 100 * (wide / matched - 1)


def change_by_language(languages: pd.DataFrame, treated: str, group: list[str], base_year: int,
                       year: int | None = None) -> pd.DataFrame:
    """Change of pushers by language, of one economy and of a group, over same quarters.

    Parameters
    ----------
    languages : DataFrame
        Table ``github_languages``.
    treated : str
        Economy of interest.
    group : list of str
        Economies to compare with; their factors of change are averaged as logarithms, so that a
        large one counts as much as a small one.
    base_year : int
        Calendar year of the comparison.
    year : int, optional
        Later calendar year; the last four quarters by default.

    Returns
    -------
    DataFrame
        Indexed by language: ``change`` and ``group`` (percent), ``gap`` (percent of what the
        group says), ``base`` (pushers of the treated a quarter in the base year). Sorted by gap;
        languages that an economy lacks in some quarter are left out.
    """
    rows = with_quarter(languages[languages["economy"].isin([treated, *group])])
    wide = rows.pivot(index="quarter", columns=["language", "economy"], values="pushers")
    base, later = _whole_year(wide, base_year), _later(wide, year)
    factor = np.log(later.sum(min_count=4) / base.sum(min_count=4)).unstack("economy")
    factor = factor[[treated, *group]].dropna()
    own, others = factor[treated], factor[group].mean(axis=1)
    return pd.DataFrame({
        "change": 100 * np.expm1(own), "group": 100 * np.expm1(others),
        "gap": 100 * np.expm1(own - others),
        "base": base.xs(treated, axis=1, level="economy").mean()}).loc[factor.index].sort_values(
            "gap")


def _span(pushers: pd.DataFrame) -> tuple[pd.Period, pd.Period]:
    quarters = pd.PeriodIndex.from_fields(
        year=pushers["year"], quarter=pushers["quarter"], freq="Q")
    return quarters.min(), quarters.max()


def _whole_year(frame: pd.DataFrame | pd.Series, year: int) -> pd.DataFrame | pd.Series:
    rows = frame[frame.index.year == year]
    if len(rows) != 4:
        raise ValueError(f"{year} has not four quarters on record")
    return rows


def _later(frame: pd.DataFrame | pd.Series, year: int | None) -> pd.DataFrame | pd.Series:
    return frame.iloc[-4:] if year is None else _whole_year(frame, year)
