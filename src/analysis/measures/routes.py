"""Routes from printed figures to a floor or a ceiling of the specialists who left.

Each takes the figures that `analysis.measures.inclusion` lets pass and the assumptions, and gives
persons. Ceilings by jobs reach to February 2023, the last month whose balance was printed; the
others have no date at which they end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from analysis.measures.assumptions import REPORTED, Switches
from analysis.measures.changes import hull
from analysis.measures.inclusion import INVADED, included
from analysis.measures.jobs import outflow
from report.intervals import Interval, propagate
from report.published import as_interval


def _all(figures: pd.DataFrame, *indicators: str) -> list[Interval]:
    mine = figures[figures["indicator"].isin(indicators)]
    return [as_interval(row) for _, row in mine.sort_values("period_end").iterrows()]


def _only(figures: pd.DataFrame, indicator: str) -> Interval:
    [found] = _all(figures, indicator)
    return found


def _share(percent: Interval, whole: Interval) -> Interval:
    return propagate(lambda a, b: a / 100 * b, percent, whole)


_BASES = {"park": "park.staff", "specialists": "sector.it.staff",
          "sectionj": "sectionj.headcount"}


def _worked(figures: pd.DataFrame, base: str) -> Interval:
    return hull(_all(figures[figures["period_end"] < INVADED], _BASES[base]))


def _staff(figures: pd.DataFrame, s: Switches) -> Interval:
    return _worked(figures, s.base)


def _hosts(figures: pd.DataFrame, s: Switches) -> Interval:
    counts = _all(figures, "estimates.it.moved", "hosts.workpermits.it")
    rows = tuple(row for count in counts for row in count.rows)
    return replace(max(counts, key=lambda count: count.low), rows=rows)


def _visas(figures: pd.DataFrame, s: Switches) -> Interval:
    return propagate(lambda entered: entered / 2, _only(figures, "visas.pbh.entries"))


def _traders(figures: pd.DataFrame, s: Switches) -> Interval:
    """The two printed counts do not meet, so both are held."""
    derived = _share(_only(figures, "hosts.soletraders.sectionj.share"),
                     _only(figures, "hosts.soletraders.opened"))
    found = hull([_only(figures, "hosts.soletraders.sectionj"), derived])
    if s.software:
        found = _share(_only(figures, "hosts.soletraders.software.share"), found)
    if s.all_hosts:
        to_poland = hull(_all(figures, "survey.destination.share", "visas.choice.poland.share"))
        found = propagate(lambda n, share: n / share * 100, found, to_poland)
    return found


def _trace(figures: pd.DataFrame, s: Switches) -> Interval:
    return _share(_only(figures, "estimates.github.moved.share"),
                  _worked(figures, "specialists"))


def _jobs(figures: pd.DataFrame, s: Switches) -> Interval:
    return _only(figures, "itservices.outflow") if s.software else outflow(figures)


def _gone(figures: pd.DataFrame, s: Switches) -> Interval:
    return _share(_only(figures, "survey.left.share"), _staff(figures, s))


def _plans(figures: pd.DataFrame, s: Switches) -> Interval:
    together = propagate(lambda left, planned: left + planned,
                         _only(figures, "survey.left.share"), _only(figures, "survey.plan.share"))
    return _share(together, _staff(figures, s))


def _balance(figures: pd.DataFrame, s: Switches) -> Interval:
    return propagate(lambda gone, lost: gone + lost, _gone(figures, s), outflow(figures))


def _turnover(figures: pd.DataFrame, s: Switches) -> Interval:
    """Monthly statistics cover fewer employers, so the usual pace is taken too low."""
    usual, year, winter = _all(figures, "sectionj.leavers")
    return propagate(lambda gone, left, late, pace: gone + (left - 6 * pace) + (late - pace),
                     _gone(figures, s), year, winter, usual)


@dataclass(frozen=True)
class Route:
    """A way from figures to one bound.

    Attributes
    ----------
    end : {'lower', 'upper'}
        Bound that it gives.
    statement : str
        What is counted, in words.
    persons : callable
        Of the included figures and the switches, giving an `Interval`.
    opens : callable
        Whether the switches allow it.
    """

    end: str
    statement: str
    persons: Callable[[pd.DataFrame, Switches], Interval]
    opens: Callable[[Switches], bool]


ROUTES: dict[str, Route] = {
    "hosts": Route("lower", "Specialists counted as come to one host in 2020", _hosts,
                   lambda s: True),
    "visas": Route("lower", "Half of those who entered Poland on the visa for specialists",
                   _visas, lambda s: s.families),
    "traders": Route("lower", "Sole traders of the branch who registered in Poland", _traders,
                     lambda s: s.newcomers),
    "trace": Route("lower", "Share of GitHub developers who changed country, times staff", _trace,
                   lambda s: s.trace),
    "jobs": Route("lower", "Jobs lost on balance", _jobs, lambda s: s.entrants == "hide"),
    "staff": Route("upper", "All who worked in the branch before", _staff, lambda s: True),
    "plans": Route("upper", "Share abroad or planning to go in March 2022, times staff", _plans,
                   lambda s: s.readiness and s.plans),
    "balance": Route("upper", "Share abroad in March 2022, times staff, and jobs lost on balance "
                     "to February 2023", _balance,
                     lambda s: s.readiness and s.entrants == "balance"),
    "turnover": Route("upper", "Share abroad in March 2022, times staff, and leavers beyond the "
                      "usual turnover to February 2023", _turnover,
                      lambda s: s.readiness and s.turnover),
}


def route_table(published: pd.DataFrame, switches: Switches = REPORTED) -> pd.DataFrame:
    """What each route says, open or not.

    Parameters
    ----------
    published : DataFrame
        Table of this name.
    switches : Switches
        What is assumed.

    Returns
    -------
    DataFrame
        ``key`` (of `ROUTES`), ``end``, ``statement``, ``persons`` (`Interval`), ``open`` (whether
        the switches allow it).

    Raises
    ------
    LookupError
        If the rule of inclusion does not know an indicator.
    """
    figures = included(published)
    rows = [(key, route.end, route.statement, route.persons(figures, switches),
             route.opens(switches)) for key, route in ROUTES.items()]
    return pd.DataFrame(rows, columns=["key", "end", "statement", "persons", "open"])
