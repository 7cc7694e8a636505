"""What else was published of the park by year, in one currency each."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.changes import level_before
from analysis.measures.park import YEAR, annual, whole_years
from report.intervals import Interval, propagate
from report.published import figure, with_intervals

# On 1 July 2016 ten thousand old roubles (BYR) became one new rouble (BYN).
OLD_ROUBLES = 10_000
PANELS = {"Resident companies": "park.residents", "Production, BYN million": "park.production",
          "Production, USD million": "park.production.usd",
          "Taxes and payments, BYN million": "park.taxes",
          "Direct investment, USD million": "park.fdi",
          "Share of GDP, percent": "park.share.gdp",
          "Share of services exports, percent": "park.share.services_exports",
          "Pay in IT, USD a month": "sector.it.wage.usd"}


def in_new_roubles(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of `published` with all amounts in old roubles turned into new ones.

    Returns
    -------
    DataFrame
        Same rows; ``value`` and, if present, ``low``, ``central``, ``high`` in new roubles.
    """
    amounts = [c for c in ("value", "low", "central", "high") if c in rows]
    old = rows["unit"].str.startswith("BYR")
    changed = rows.copy()
    changed.loc[old, amounts] = changed.loc[old, amounts] / OLD_ROUBLES
    return changed.assign(unit=changed["unit"].where(~old, "BYN million"))


def park_production(published: pd.DataFrame, rates: Mapping[int, float]) -> dict[int, Interval]:
    """Production of the park by year, in dollars.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    rates : mapping of int to float
        New roubles a dollar, mean of the year, by year.

    Returns
    -------
    dict of int to Interval
        USD million. The first of the figures printed for a year, in order of source; rows of all.
    """
    rows = in_new_roubles(whole_years(published, "park.production"))
    found = {}
    for period, same in rows.groupby("period"):
        year, first = int(period), same.iloc[0]
        bounds = first[["central", "low", "high"]] / rates[year]
        found[year] = Interval(*bounds, rows=tuple(same["figure"]))
    return found


def record_by_panel(published: pd.DataFrame, rates: Mapping[int, float],
           shares: Mapping[int, Interval]) -> pd.DataFrame:
    """Everything published of the park beside exports and staff, and what follows from it.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    rates : mapping of int to float
        New roubles a dollar by year.
    shares : mapping of int to Interval
        Exports in percent of the country's services exports, by year.

    Returns
    -------
    DataFrame
        Rows of `record_rows` and `derived_rows` in the order of `PANELS`, and ``key``, the
        indicator of the panel.
    """
    taxes, investment = (
        level_before(figure(published, f"{indicator}-2020-ahk2021"),
                     figure(published, f"{indicator}.change-2020-ahk2021"))
        for indicator in ("park.taxes", "park.fdi"))
    pay = {year: propagate(lambda paid, rate=rates[year]: paid / rate, roubles)
           for year, roubles in annual(published, "sector.it.wage").items()}
    derived = {"Production, USD million": park_production(published, rates),
               "Taxes and payments, BYN million": {2019: taxes},
               "Direct investment, USD million": {2019: investment},
               "Share of services exports, percent": shares, "Pay in IT, USD a month": pay}
    rows = pd.concat([record_rows(published, PANELS), *(
        derived_rows(panel, values) for panel, values in derived.items())])
    order = list(PANELS)
    return rows.assign(key=rows["panel"].map(PANELS)).sort_values(
        "panel", key=lambda names: names.map(order.index), kind="stable")


def record_rows(published: pd.DataFrame, panels: Mapping[str, str]) -> pd.DataFrame:
    """Published values of several indicators for `report.drawing.panels.records`.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    panels : mapping of str to str
        Name of a panel to its indicator.

    Returns
    -------
    DataFrame
        ``panel``, ``figure``, ``period``, ``middle``, ``low``, ``central``, ``high``, ``kind``
        (preferred or other), ``source``; old roubles as new ones. Parts of a year of a yearly
        flow count as other.
    """
    parts = []
    for name, indicator in panels.items():
        rows = in_new_roubles(with_intervals(published, indicator))
        days = (rows["period_end"] - rows["period_start"]).dt.days
        whole = rows["period"].str.fullmatch(YEAR) | (days < 31)
        kind = (rows["preferred"] & whole).map({True: "preferred", False: "other"})
        parts.append(rows.assign(panel=name, kind=kind))
    columns = ["panel", "figure", "period", "middle", "low", "central", "high", "kind", "source"]
    return pd.concat(parts)[columns].reset_index(drop=True)


def derived_rows(panel: str, values: Mapping[int, Interval]) -> pd.DataFrame:
    """Derived yearly values as rows that stand beside those of `record_rows`."""
    return pd.DataFrame([
        {"panel": panel, "figure": "", "period": str(year), "middle": year + 0.5, "low": v.low,
         "central": v.value, "high": v.high, "kind": "derived", "source": ""}
        for year, v in values.items()])
