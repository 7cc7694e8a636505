"""What the park would have exported on other paths, and what was lost against each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.measures.changes import times
from analysis.models import growth, histories
from analysis.models.growth import Forecast
from report.intervals import Interval

Paths = Mapping[tuple[str, str], Forecast]
BASES = histories.NAMES | {"others": "Ten other economies", "none": "Benchmark: no growth"}
MODELS = growth.NAMES | {"growth": "Their growth", "level": "Level of 2021"}
OTHERS, NONE = ("others", "growth"), ("none", "level")


def continued(levels: pd.Series, country: Mapping[str, pd.Series],
              last: int) -> dict[str, histories.History]:
    """Histories that the models continue: the country's, and the park's to 2021 and to 2019.

    Parameters
    ----------
    levels, country
        See `paths`.
    last : int
        Last year of the forecasts.

    Returns
    -------
    dict of str to History
        By keys of `analysis.models.histories.NAMES`, in their order.
    """
    found = histories.park(levels, country, bases=(2019, 2021), last=last)
    return {key: found[key] for key in histories.NAMES}


def paths(levels: pd.Series, country: Mapping[str, pd.Series], peers: pd.DataFrame,
          years: list[int]) -> dict[tuple[str, str], Forecast]:
    """All counterfactuals of the park's exports.

    Parameters
    ----------
    levels : pandas.Series
        The park's exports by year, USD million, to 2021.
    country : mapping of str to pandas.Series
        Exports of the country by year: ``national``, of information services, and ``digital``, of
        services that can be delivered over a network.
    peers : DataFrame, shape (years, economies)
        Exports of information services of economies whose growth the park could have shared.
    years : list of int
        Years after 2021.

    Returns
    -------
    dict
        By key of the history and of the model, see `BASES` and `MODELS`.
    """
    found = histories.forecasts(continued(levels, country, years[-1]))
    return found | {OTHERS: growth.like_others(peers, 2021, years, levels[2021]),
                    NONE: growth.constant(levels[2021], years)}


def implied_coverage(found: Paths, coverage: Interval, year: int, model: str = "walk") -> float:
    """Park over country that the continued growth of both implies.

    Parameters
    ----------
    found : mapping
        Of `paths`.
    coverage : Interval
        The park's exports over the country's exports of information services in 2021.
    year : int
    model : str
        Model that continues both.
    """
    own, country = (found[history, model].median[year]
                    for history in ("park-2021", "national-2021"))
    return float(coverage.value * own / country)


def losses(found: Paths, observed: Mapping[int, Interval],
           years: list[int]) -> dict[tuple[str, str], Interval]:
    """Exports not made in some years against each path, USD billion."""
    return {key: times(growth.shortfall(path, observed, years), 1 / 1000)
            for key, path in found.items()}


def by_walk(levels: pd.Series, observed: Mapping[int, Interval]) -> float:
    """Exports not made in 2022 and 2023 against a random walk, median, USD billion.

    Parameters
    ----------
    levels : pandas.Series
        The park's exports to the last year that the walk is shown.
    observed : mapping of int to Interval
    """
    path = growth.drift(levels, 2024 - int(levels.index[-1]))
    return growth.shortfall(path, observed, [2022, 2023]).value / 1000


def shortfalls(found: Paths, observed: Mapping[int, Interval], gdp: pd.Series) -> pd.DataFrame:
    """Exports not made in two and in three years against each path, with the part of GDP.

    Parameters
    ----------
    found : mapping
        Of `paths`.
    observed : mapping of int to Interval
        Exports by year, 2022 to 2024.
    gdp : pandas.Series
        By year, USD million, 2022 and 2023.

    Returns
    -------
    DataFrame
        ``key``, ``history`` (key), ``base``, ``model`` (names), ``median``, ``two`` (95% interval)
        and ``three``, USD billion; ``share``, percent of the GDP of 2022 and 2023.
    """
    two, three = (losses(found, observed, years) for years in ([2022, 2023], [2022, 2023, 2024]))
    return pd.DataFrame([{
        "key": "/".join(key), "history": key[0], "base": BASES[key[0]], "model": MODELS[key[1]],
        "median": two[key].value, "two": two[key], "three": three[key],
        "share": 1e5 * two[key].value / (gdp[2022] + gdp[2023])} for key in found])


def medians(table: pd.DataFrame, *bases: str) -> Interval:
    """Median, least and greatest median loss over all models of some histories.

    Parameters
    ----------
    table : DataFrame
        Of `shortfalls`.
    *bases : str
        Keys of histories.
    """
    found = table.loc[table["history"].isin(bases), "median"]
    return Interval(float(found.median()), float(found.min()), float(found.max()))


def fan(found: Paths, levels: pd.Series, bases: Sequence[str]) -> pd.DataFrame:
    """Forecasts from some histories, each from the value of its base year on.

    Parameters
    ----------
    found : mapping
        Of `paths`.
    levels : pandas.Series
        The park's exports by year.
    bases : sequence of str
        Keys of the histories, such as ``park-2021``.

    Returns
    -------
    DataFrame
        For `report.drawing.panels.fans`: ``key``, ``year``, ``median``, ``low``, ``high``,
        ``panel``, ``model`` (name).
    """
    return pd.concat([
        _path(path, levels).assign(
            key="/".join((base, model)), model=MODELS[model],
            panel=f"Growth continued: {BASES[base][0].lower()}{BASES[base][1:]}, USD million")
        for base in bases for (history, model), path in found.items() if history == base])


def _path(path: Forecast, levels: pd.Series) -> pd.DataFrame:
    base = int(path.paths.columns[0]) - 1
    start = pd.DataFrame({"median": levels[base], "low": levels[base], "high": levels[base]},
                         index=[base])
    ahead = pd.DataFrame({"median": path.median, **path.interval()})
    return pd.concat([ahead, start]).rename_axis("year").reset_index()


def observed_points(observed: Mapping[int, Interval], basis: Mapping[int, str]) -> pd.DataFrame:
    """What was observed, for `report.drawing.panels.fans`.

    Parameters
    ----------
    observed : mapping of int to Interval
        Exports by year.
    basis : mapping of int to str
        Years whose exports were published; all others count as derived.

    Returns
    -------
    DataFrame
        ``key`` and ``year``, in order; ``low``, ``central``, ``high``, ``basis``.
    """
    return pd.DataFrame([
        {"key": f"observed/{year}", "year": year, "low": level.low, "central": level.value,
         "high": level.high, "basis": "published" if basis.get(year) == "published" else "derived"}
        for year, level in sorted(observed.items())])


def drawn(forecasts: pd.DataFrame, points: pd.DataFrame) -> pd.DataFrame:
    """Forecasts of `fan` and points of `observed_points` in one table."""
    seen = points.rename(columns={"central": "median"}).assign(panel="Observed")
    return pd.concat([forecasts, seen.assign(model=seen["basis"])])


def miss(path: Forecast, observed: Mapping[int, Interval], years: list[int]) -> float:
    """Logarithm of what was observed over the median forecast, of sums over some years."""
    return float(np.log(sum(observed[year].value for year in years)
                        / np.median(path.total(years))))
