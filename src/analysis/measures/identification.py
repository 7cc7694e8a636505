"""How many specialists left Belarus: bounds by partial identification [1]_ [2]_.

Let D be the people who worked in information technology in Belarus when the departures began, in
August 2020, and have left the country since. No source counts D. Jobs are counted, and for any
window::

    leavers - hires = D + moves to other work at home - entrants - departures that kept the job

Jobs lost on balance are therefore a floor of D where entrants to the branch outnumber those who
left it for other work at home, a ceiling where they do not and nobody kept the job, and neither
where that is unknown. Each figure that `analysis.measures.inclusion` lets pass gives a route to a
bound (`analysis.measures.routes`), and each route rests on assumptions
(`analysis.measures.assumptions`). Without the assumption the route is closed. The lower bound is
the largest of the open floors, the upper bound the smallest of the open ceilings. They hold for
every D that the figures and the assumptions allow; nothing is said of where D lies between.

References
----------
.. [1] Manski, C. F. (2003). Partial Identification of Probability Distributions. Springer.
.. [2] Manski, C. F. (2007). Identification for Prediction and Decision. Harvard University Press.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from analysis.measures.assumptions import REPORTED, SETTINGS, Switches
from analysis.measures.routes import route_table
from report.intervals import Interval, propagate
from report.published import as_interval


@dataclass(frozen=True)
class Identified:
    """Bounds of the specialists who left, under some assumptions.

    Attributes
    ----------
    lower, upper : Interval
        What the wording of the figures behind each bound allows, persons. The bounds themselves
        are `low` and `high`.
    lower_route, upper_route : str
        Routes that bind (keys of `analysis.measures.routes.ROUTES`).

    Raises
    ------
    ValueError
        If the bounds cross: figures and assumptions cannot all hold.
    """

    lower: Interval
    upper: Interval
    lower_route: str
    upper_route: str

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"the floor {self.lower_route!r} lies above the ceiling "
                             f"{self.upper_route!r}")

    @property
    def low(self) -> float:
        """Lower bound: the low end of `lower`."""
        return self.lower.low

    @property
    def high(self) -> float:
        """Upper bound: the high end of `upper`."""
        return self.upper.high


def identify(published: pd.DataFrame, switches: Switches = REPORTED) -> Identified:
    """Bounds of the specialists who left, under some assumptions.

    Parameters
    ----------
    published : DataFrame
        Table of this name.
    switches : Switches
        What is assumed.

    Returns
    -------
    Identified
        Bounds in persons, and the routes that bind.

    Raises
    ------
    ValueError
        If the bounds cross.
    LookupError
        If the rule of inclusion does not know an indicator.
    """
    table = route_table(published, switches).query("open").set_index("key")
    floors, ceilings = (table.loc[table["end"] == end, "persons"] for end in ("lower", "upper"))
    low = max(floors.index, key=lambda key: floors[key].low)
    high = min(ceilings.index, key=lambda key: ceilings[key].high)
    lower = floors[low] if switches.gross else propagate(
        lambda left, kept: left * kept, floors[low], kept_by_hosts(published))
    return Identified(lower=lower, upper=ceilings[high], lower_route=low, upper_route=high)


def kept_by_hosts(published: pd.DataFrame) -> Interval:
    """Share of its Belarusians that the register that shrank most has kept since its peak.

    Parameters
    ----------
    published : DataFrame
        Table of this name. Registers are its preferred counts of residents and of residence
        documents, by host and concept.

    Returns
    -------
    Interval
        Latest over highest count, one at most.
    """
    rows = published[published["indicator"].isin(["hosts.residents", "hosts.documents"])
                     & published["preferred"]].sort_values("period_end")
    shares = [_latest_over_highest(series) for _, series in rows.groupby(["geography", "concept"])]
    return min(shares, key=lambda share: share.value)


def _latest_over_highest(series: pd.DataFrame) -> Interval:
    highest, latest = series.loc[series["value"].idxmax()], series.iloc[-1]
    if highest["figure"] == latest["figure"]:
        return Interval(1, 1, 1, (highest["figure"],))
    return propagate(lambda a, b: b / a, as_interval(highest), as_interval(latest))


def effects(published: pd.DataFrame) -> pd.DataFrame:
    """Bounds as reported and with assumptions changed, one row a setting.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        ``key`` (of `analysis.measures.assumptions.SETTINGS`), ``setting`` (words), ``low`` and
        ``high`` (bounds, persons), ``lower`` and ``upper`` (routes that bind).

    Raises
    ------
    LookupError
        If the rule of inclusion does not know an indicator.
    """
    rows = []
    for key, (words, changes) in SETTINGS.items():
        found = identify(published, replace(REPORTED, **changes))
        rows.append({"key": key, "setting": words, "low": found.low, "high": found.high,
                     "lower": found.lower_route, "upper": found.upper_route})
    return pd.DataFrame(rows)
