"""The park's exports year by year: levels, growth, and how the two agree."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.changes import level_before, percent_change
from report.intervals import Interval
from report.published import as_interval, with_intervals

YEAR = r"\d{4}"
# Where the levels behind a growth rate come from, if both are not printed by the administration.
BASIS = {2019: "level of 2019 derived", 2020: "gives the level of 2019",
         2022: "level of 2022 unsourced"}
# The growth of 2020 gives the level of 2019, so the two say nothing of each other.
CIRCULAR = 2020


def annual(published: pd.DataFrame, indicator: str) -> dict[int, Interval]:
    """Preferred figures of whole calendar years, by year.

    Figures that no source makes credible carry no preference and are left out.
    """
    rows = published[(published["indicator"] == indicator) & published["preferred"]
                     & published["period"].str.fullmatch(YEAR)]
    return {int(row["period"]): as_interval(row) for _, row in rows.iterrows()}


def whole_years(published: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Rows of `report.published.with_intervals` that are for whole calendar years."""
    rows = with_intervals(published, indicator)
    return rows[rows["period"].str.fullmatch(YEAR)]


def export_series(published: pd.DataFrame) -> pd.DataFrame:
    """Yearly exports for models: printed levels, and the level of 2019 by growth.

    For 2019 only a round figure was printed; the level of 2020 and its growth, from one report,
    give that year with far less doubt.

    Returns
    -------
    DataFrame
        Indexed by year: ``exports`` (Interval, USD million), ``basis`` (published or derived).
    """
    levels = annual(published, "park.exports")
    grown = annual(published, "park.exports.change")
    basis = dict.fromkeys(levels, "published") | {2019: "derived"}
    levels[2019] = level_before(levels[2020], grown[2020])
    return pd.DataFrame({"exports": pd.Series(levels), "basis": pd.Series(basis)}).sort_index()


def export_points(series: pd.DataFrame) -> pd.DataFrame:
    """Series of `export_series` as points that a chart joins.

    Returns
    -------
    DataFrame
        ``key`` (year, as text), ``middle`` (of the year, in years), ``low``, ``central``,
        ``high``, ``period``, ``basis``, ``figure`` (preferred series).
    """
    return pd.DataFrame([
        {"key": f"preferred/{year}", "middle": year + 0.5, "low": level.low,
         "central": level.value, "high": level.high, "period": str(year), "basis": basis,
         "figure": "preferred series"}
        for year, level, basis in series.itertuples()])


def export_record(published: pd.DataFrame) -> pd.DataFrame:
    """Every printed export of a whole year, and the preferred series, in one table.

    Returns
    -------
    DataFrame
        ``key``, ``figure``, ``period``, ``middle`` (years), ``low``, ``central``, ``high``,
        ``basis``, ``source``, and ``joined``, whether a row is of the preferred series.
    """
    printed = whole_years(published, "park.exports")
    printed = printed.assign(key=printed["figure"], basis="published", joined=False)
    line = export_points(export_series(published)).assign(joined=True)
    return pd.concat([printed, line], ignore_index=True)[
        ["key", "figure", "period", "middle", "low", "central", "high", "basis", "source",
         "joined"]]


def growth_by_year(levels: Mapping[int, Interval],
                   said: Mapping[int, Interval]) -> pd.DataFrame:
    """Growth as printed beside growth that the levels of two years imply.

    Parameters
    ----------
    levels : mapping of int to Interval
        Levels by year.
    said : mapping of int to Interval
        Printed growth in percent, by year.

    Returns
    -------
    DataFrame
        ``year``, ``said``, ``implied`` (Interval or None), ``agree`` (bool, or None where one of
        them is missing); years with either.
    """
    rows = []
    for year in sorted(set(levels) | set(said)):
        implied = (percent_change(levels[year - 1], levels[year])
                   if year in levels and year - 1 in levels else None)
        known = said.get(year)
        if known or implied:
            agree = known.overlaps(implied) if known and implied else None
            rows.append({"year": year, "said": known, "implied": implied, "agree": agree})
    return pd.DataFrame(rows)


def growth_table(published: pd.DataFrame) -> pd.DataFrame:
    """Growth of the park's exports, printed and by levels, with what the levels rest on.

    Returns
    -------
    DataFrame
        As `growth_by_year`, with ``key`` (year) and ``basis``; ``year`` as text.
    """
    found = growth_by_year(export_series(published)["exports"].to_dict(),
                           annual(published, "park.exports.change"))
    independent = found["year"] != CIRCULAR
    return found.assign(
        key=found["year"].astype(str), year=found["year"].astype(str),
        implied=found["implied"].where(independent, None),
        agree=found["agree"].where(independent, None),
        basis=found["year"].map(BASIS).fillna("levels published"))
