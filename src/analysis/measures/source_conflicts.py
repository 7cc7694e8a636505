"""Where published figures of the park differ, and which of them is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from report import text
from report.intervals import Interval

NONE = "\N{EN DASH}"


@dataclass(frozen=True)
class Conflict:
    """Figures of one quantity that differ.

    Attributes
    ----------
    key : str
    what : str
        The quantity, with its unit.
    indicator : str
        Indicator of table ``published``.
    periods : tuple of str
        Periods that the figures are for.
    state : {'open', 'settled'}
        Whether the difference is explained.
    why : str
        Explanation.
    used : str
        The one period whose preferred figure is used, where there are several; '' for all.
    spec : str
        Format of a value that is derived and used instead.
    """

    key: str
    what: str
    indicator: str
    periods: tuple[str, ...]
    state: str
    why: str
    used: str = ""
    spec: str = ",.0f"


END_OF_2018 = ("2018-10-30", "2018-11", "2018-12-31")
CONFLICTS = (
    Conflict("exports-2009", "Exports 2009, USD million", "park.exports", ("2009",), "open",
             "equals the national balance of computer services"),
    Conflict("exports-2014", "Exports 2014, USD million", "park.exports", ("2014",), "settled",
             "the park's own result; the other is rounded"),
    Conflict("exports-2018", "Exports 2018, USD million", "park.exports", ("2018",), "settled",
             "the more exact of two that fit the growth printed"),
    Conflict("exports-2019", "Exports 2019, USD million", "park.exports", ("2019",), "open",
             "round; growth of the next year implies more"),
    Conflict("exports-2020", "Exports 2020, USD million", "park.exports", ("2020",), "settled",
             "final result; the lower one was preliminary"),
    Conflict("production-2020", "Production 2020, BYN million", "park.production", ("2020",),
             "settled", "the park's own result"),
    Conflict("residents-2018", "Residents, end of 2018", "park.residents", END_OF_2018, "settled",
             "different dates", used="2018-12-31"),
    Conflict("staff-2018", "Staff, end of 2018", "park.staff", END_OF_2018, "settled",
             "the park's own count; the others are older"),
    Conflict("staff-2020", "Staff 2020", "park.staff", ("2020", "2020-09"), "settled",
             "the lower one is undated"),
    Conflict("staff-2025", "Staff 2025", "park.staff", ("2025-02", "2025-09-22"), "open",
             "a rise, or a rounder number"),
    Conflict("share-2023", "Share of services exports 2023, %", "park.share.services_exports",
             ("2023",), "settled", "contradicted by exports of that year", spec=".1f"))


def conflicts(published: pd.DataFrame, derived: Mapping[str, Interval],
              listed: Iterable[Conflict] = CONFLICTS) -> pd.DataFrame:
    """Figures that differ, as printed, with the one that is used.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    derived : mapping of str to Interval
        Key of a conflict to a value that is used instead of all printed ones.
    listed : iterable of Conflict

    Returns
    -------
    DataFrame
        ``key`` (state and key), ``what``, ``found``, ``kept``, ``state``, ``why``.
    """
    return pd.DataFrame([
        {"key": f"{one.state}/{one.key}", "what": one.what,
         "found": found(published, one.indicator, one.periods),
         "kept": _used(published, one, derived.get(one.key)), "state": one.state, "why": one.why}
        for one in listed])


def conflict_figures(published: pd.DataFrame,
                     listed: Iterable[Conflict] = CONFLICTS) -> pd.Series:
    """Names of all figures that conflicts are about."""
    listed = tuple(listed)
    periods = {period for one in listed for period in one.periods}
    return published.loc[published["indicator"].isin({one.indicator for one in listed})
                         & published["period"].isin(periods), "figure"]


def _used(published: pd.DataFrame, one: Conflict, derived: Interval | None) -> str:
    if derived:
        return f"{text.interval(derived, 'count', one.spec)} (derived)"
    return kept(published, one.indicator, [one.used] if one.used else one.periods)


def found(published: pd.DataFrame, indicator: str, periods: Iterable[str]) -> str:
    """All different values printed for some periods, as text: ``585.2; over 600``."""
    rows = published[(published["indicator"] == indicator) & published["period"].isin(periods)]
    return "; ".join(dict.fromkeys(as_printed(row) for _, row in rows.iterrows()))


def kept(published: pd.DataFrame, indicator: str, periods: Iterable[str]) -> str:
    """Preferred values among those of `found`; an en dash where none is preferred."""
    return found(published[published["preferred"]], indicator, periods) or NONE


def as_printed(row: pd.Series) -> str:
    """Number with its qualifier as the source words it."""
    number = f"{row['value']:,.10g}"
    word = {"plain": "", "up_to": "up to "}.get(row["qualifier"], f"{row['qualifier']} ")
    return f"{word}{number}" if row["qualifier"] != "range" else (
        f"{number} to {row['value_high']:,.10g}")
