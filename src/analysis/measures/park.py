"""The park's yearly record: levels, growth, money of two currencies, and where sources differ."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from report.intervals import Interval, propagate
from report.published import as_interval, with_intervals

# On 1 July 2016 ten thousand old roubles (BYR) became one new rouble (BYN).
OLD_ROUBLES = 10_000
YEAR = r"\d{4}"


def annual(published: pd.DataFrame, indicator: str) -> dict[int, Interval]:
    """Preferred figures of whole calendar years, by year.

    Figures that no source makes credible carry no preference and are left out.
    """
    rows = published[(published["indicator"] == indicator) & published["preferred"]
                     & published["period"].str.fullmatch(YEAR)]
    return {int(row["period"]): as_interval(row) for _, row in rows.iterrows()}


def year_before(level: Interval, change: Interval) -> Interval:
    """Level of the year before that a level and its growth in percent imply."""
    return propagate(lambda now, percent: now / (1 + percent / 100), level, change)


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
    levels[2019] = year_before(levels[2020], grown[2020])
    return pd.DataFrame({"exports": pd.Series(levels), "basis": pd.Series(basis)}).sort_index()


def growth_table(series: dict[int, Interval], said: dict[int, Interval]) -> pd.DataFrame:
    """Growth as printed beside growth that the levels of two years imply.

    Parameters
    ----------
    series : dict
        Levels by year.
    said : dict
        Printed growth in percent, by year.

    Returns
    -------
    DataFrame
        ``year``, ``said``, ``implied`` (Interval or None), ``agree`` (bool, or None where one of
        them is missing); years with either.
    """
    rows = []
    for year in sorted(set(series) | set(said)):
        implied = (propagate(lambda a, b: 100 * (b / a - 1), series[year - 1], series[year])
                   if year in series and year - 1 in series else None)
        known = said.get(year)
        if known or implied:
            agree = known.overlaps(implied) if known and implied else None
            rows.append({"year": year, "said": known, "implied": implied, "agree": agree})
    return pd.DataFrame(rows)


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


def production(published: pd.DataFrame, rates: pd.Series) -> pd.DataFrame:
    """Every published yearly production, in new roubles and in dollars.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    rates : Series
        New roubles a dollar, mean of the year, by year.

    Returns
    -------
    DataFrame
        Rows of `with_intervals` with ``year``; bounds in million new roubles, and ``low_usd``,
        ``central_usd``, ``high_usd`` in million dollars.
    """
    rows = with_intervals(published, "park.production")
    rows = in_new_roubles(rows[rows["period"].str.fullmatch(YEAR)])
    rows = rows.assign(year=rows["period"].astype(int))
    for bound in ("low", "central", "high"):
        rows[f"{bound}_usd"] = rows[bound] / rows["year"].map(rates)
    return rows.reset_index(drop=True)


def found(published: pd.DataFrame, indicator: str, periods: Iterable[str]) -> str:
    """All different values printed for some periods, as text: ``585.2; over 600``."""
    rows = published[(published["indicator"] == indicator) & published["period"].isin(periods)]
    return "; ".join(dict.fromkeys(as_printed(row) for _, row in rows.iterrows()))


def kept(published: pd.DataFrame, indicator: str, periods: Iterable[str]) -> str:
    """Preferred values among those of `found`; an en dash where none is preferred."""
    rows = published[published["preferred"]]
    return found(rows, indicator, periods) or "\N{EN DASH}"


def as_printed(row: pd.Series) -> str:
    """Number with its qualifier as the source words it."""
    number = f"{row['value']:,.10g}"
    word = {"plain": "", "up_to": "up to "}.get(row["qualifier"], f"{row['qualifier']} ")
    return f"{word}{number}" if row["qualifier"] != "range" else (
        f"{number} to {row['value_high']:,.10g}")


def left_over(total: Interval, parts: Iterable[Interval], years: int) -> Interval:
    """What the one missing year must have been, if the mean of some years is known.

    Parameters
    ----------
    total : Interval
        Mean over the years.
    parts : iterable of Interval
        All years but one.
    years : int
        Number of years.
    """
    return propagate(lambda mean, *known: years * mean - sum(known), total, *parts)


def record_rows(published: pd.DataFrame, panels: dict[str, str]) -> pd.DataFrame:
    """Published values of several indicators for `exhibits.panels.records`.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    panels : dict
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


def derived_rows(panel: str, values: dict[int, Interval]) -> pd.DataFrame:
    """Derived yearly values as rows that stand beside those of `record_rows`."""
    return pd.DataFrame([
        {"panel": panel, "figure": "", "period": str(year), "middle": year + 0.5, "low": v.low,
         "central": v.value, "high": v.high, "kind": "derived", "source": ""}
        for year, v in values.items()])
