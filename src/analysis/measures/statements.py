"""What was said of the park's staff, companies and exports, as bounds on unknown quantities."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf

import pandas as pd

from report.intervals import Interval, propagate

Read = Callable[[str], Interval]


@dataclass(frozen=True)
class Statement:
    """Bounds on a sum of unknowns, or on the ratio of two sums.

    Attributes
    ----------
    name : str
        Figure of table ``published``, or what is assumed in words.
    top : mapping of str to float
        Weights of the unknowns in the sum, or above the line of the ratio.
    base : mapping of str to float
        Weights below the line, whose sum must be positive; empty for a plain sum.
    low, high : float
        Bounds; infinite where there is none.
    rows : tuple of str
        Published figures behind the bounds.
    """

    name: str
    top: Mapping[str, float]
    base: Mapping[str, float] = field(default_factory=dict)
    low: float = -inf
    high: float = inf
    rows: tuple[str, ...] = ()


def stated(name: str, span: Interval, top: Mapping[str, float],
           base: Mapping[str, float] | None = None) -> Statement:
    """Statement with the bounds and rows of an interval."""
    return Statement(name, top, base or {}, span.low, span.high, span.rows)


def staff_statements(read: Read) -> list[Statement]:
    """Headcounts, falls and jobs of the park from the end of 2019 on.

    Unknowns are headcounts, named by month; ``2022-01`` is the base that "since 2022" and "over a
    year and a half to mid-2023" leave open, taken as one.

    Parameters
    ----------
    read : callable
        Turns the name of a figure into its interval, for example by
        `report.published.figure` of a table.
    """
    heads = {"2019-12": "park.staff-2019-12-31-softfourk2020",
             "2021-03": "park.staff-2021-03-ahk2021",
             "2021-06": "park.staff-2021-06-afp2021",
             "2023-09": "park.staff-2023-09-22-wikipedia2023",
             "2025-02": "park.staff-2025-02-newsreport2025",
             "2025-09": "park.staff-2025-09-22-kompyuternyevesti2025"}
    falls = {"2023-07": "park.staff.change-2022-03to2023-mid-justarrived2023",
             "2025-02": "park.staff.change-2022to2025-02-afp2025"}
    added = "park.staff.added-2020-ahk2021"
    return [*(stated(name, read(name), {month: 1}) for month, name in heads.items()),
            stated(added, read(added), {"2020-12": 1, "2019-12": -1}),
            *(stated(name, _left(read(name)), {month: 1}, {"2022-01": 1})
              for month, name in falls.items())]


def staff_paths(pace: float) -> dict[str, Statement]:
    """Assumptions that tie headcounts of different dates together, by short name.

    Parameters
    ----------
    pace : float
        Most that staff grew from June 2021 to the start of 2022, over the jobs added in 2020:
        0 if it did not grow, about 0.55 if it went on at the pace of that year.
    """
    return {
        "rise": Statement("no fall before 2022, and growth at most at a pace",
                          {"2022-01": 1, "2021-06": -1}, {"2020-12": 1, "2019-12": -1}, 0, pace),
        "spring": Statement("no fall from the end of 2020 to March 2021", {"2021-03": 1},
                            {"2020-12": 1}, low=1),
        "summer": Statement("no fall from March to June 2021", {"2021-06": 1},
                            {"2021-03": 1}, low=1),
        "autumn": Statement("no rise from mid-2023 to September 2023", {"2023-09": 1},
                            {"2023-07": 1}, high=1),
        "later": Statement("no rise from September 2023 to February 2025", {"2025-02": 1},
                           {"2023-09": 1}, high=1)}


def company_statements(read: Read) -> list[Statement]:
    """Counts of companies, admissions and departures; unknowns are counts by month, and flows."""
    counts = {"2021-03": "park.residents-2021-03-ahk2021",
              "2023-09": "park.residents-2023-09-22-wikipedia2023",
              "2025-02": "park.residents-2025-02-afp2025fortuneo",
              "2025-06": "park.residents-2025-planb2025",
              "2025-09": "park.residents-2025-09-22-kompyuternyevesti2025"}
    flows = {"left": "park.residents.left-2022-03to2023-mid-justarrived2023",
             "joined": "park.residents.joined-2022to2023-justarrived2023"}
    return [*(stated(name, read(name), {f"companies {month}": 1})
              for month, name in counts.items()),
            *(stated(name, read(name), {f"companies {flow}": 1})
              for flow, name in flows.items())]


def export_statements(read: Read, services: pd.Series) -> list[Statement]:
    """Levels, changes, mean and shares of the park's exports from 2020 to 2024.

    Unknowns are exports by year, USD million. The share said in 2025 is that of 2024; the mean of
    five years is that of 2020 to 2024.

    Parameters
    ----------
    services : pandas.Series
        The country's services exports by year, USD million, taken as exact.
    """
    levels = {2020: "park.exports-2020-ahk2021", 2021: "park.exports-2021-park2022",
              2022: "park.exports-2022-spex2023", 2023: "park.exports-2023-afp2025"}
    shares = {2020: "park.share.services_exports-2020-belorusyirynok2021",
              2021: "park.share.services_exports-2021-park2022",
              2022: "park.share.services_exports-2022-spex2023",
              2023: "park.share.services_exports-2023-park2023",
              2024: "park.share.services_exports-2025-kompyuternyevesti2025"}
    change = "park.exports.change-2021to2023-newsreport2025"
    mean = "park.exports.mean-2020to2024-kompyuternyevesti2025"
    return [*(stated(name, read(name), {_sold(year): 1}) for year, name in levels.items()),
            stated(change, _left(read(change)), {_sold(2023): 1}, {_sold(2021): 1}),
            stated(mean, read(mean), {_sold(year): 0.2 for year in range(2020, 2025)}),
            *(stated(name, propagate(lambda percent, total=float(services[year]):
                                     percent / 100 * total, read(name)), {_sold(year): 1})
              for year, name in shares.items())]


def _left(change: Interval) -> Interval:
    return propagate(lambda percent: 1 + percent / 100, change)


def _sold(year: int) -> str:
    return f"exports {year}"
