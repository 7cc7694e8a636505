"""Languages of those who push: which trades left, one economy beside others."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.measures.pushers import change_by_language


def languages_by_year(languages: pd.DataFrame, treated: str, base_year: int,
                      years: tuple[int, int], most: int) -> pd.DataFrame:
    """Change of pushers in the largest languages of one economy, beside all others of the table.

    Parameters
    ----------
    languages : DataFrame
        Table ``github_languages``.
    treated : str
        Economy of interest.
    base_year : int
        Calendar year of the comparison, by which languages are ranked.
    years : pair of int
        First and later calendar year.
    most : int
        Number of languages.

    Returns
    -------
    DataFrame
        In order of the later gap: ``key`` and ``language``, ``base`` (pushers a quarter), ``own``
        and ``others`` (change to the later year, percent), ``gap_early`` and ``gap_late`` (percent
        of what the others say).
    """
    group = [economy for economy in languages["economy"].unique() if economy != treated]
    early, late = (change_by_language(languages, treated, group, base_year, year)
                   for year in years)
    shown = late.nlargest(most, "base").sort_values("gap")
    return pd.DataFrame({
        "key": shown.index, "language": shown.index, "base": shown["base"].to_numpy(),
        "own": shown["change"].to_numpy(), "others": shown["group"].to_numpy(),
        "gap_early": early["gap"].reindex(shown.index).to_numpy(),
        "gap_late": shown["gap"].to_numpy()})


def lowest_of_all(languages: pd.DataFrame, treated: str, base_year: int, year: int,
                  names: Sequence[str]) -> list[str]:
    """Languages in which one economy's change is below that of every other of the table.

    Parameters
    ----------
    languages, treated, base_year
        See `languages_by_year`.
    year : int
        Later calendar year.
    names : sequence of str
        Languages that are looked at.
    """
    others = [economy for economy in languages["economy"].unique() if economy != treated]
    found = {other: change_by_language(languages, treated, [other], base_year, year)["gap"]
             for other in others}
    gaps = pd.DataFrame(found).reindex(list(names))
    return list(gaps.index[(gaps < 0).all(axis=1)])
