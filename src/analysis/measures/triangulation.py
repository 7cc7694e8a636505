"""How many information technology specialists left: estimates that share no source, side by side.

None of them counts what is asked for. Each is turned into persons by a stated step, with the range
that the wording of its inputs allows, and is marked by what it identifies and which way it errs.
"""

from __future__ import annotations

import pandas as pd

from report.intervals import Interval, propagate
from report.published import figure

_STAFF = ("sector.it.staff-2021-onereg2022b", "sector.it.staff-2020-afp2020")
_BALANCE = ("sectionj.outflow-2022-bic2023a", "sectionj.outflow-2023-01to2023-02-euroradio2023f")
_PARK = {"now": "park.staff-2025-02-newsreport2025",
         "fall": "park.staff.change-2022to2025-02-afp2025",
         "peak": "park.staff-2021-mediazonabelarus2022"}


def it_staff(published: pd.DataFrame) -> Interval:
    """Specialists before the departures: from the lowest to the highest printed count.

    Returns
    -------
    Interval
        Persons in 2020 and 2021; the value is the middle.
    """
    counts = [figure(published, name) for name in _STAFF]
    low, high = float(min(c.low for c in counts)), float(max(c.high for c in counts))
    return Interval((low + high) / 2, low, high, tuple(row for c in counts for row in c.rows))


def it_estimates(published: pd.DataFrame) -> pd.DataFrame:
    """Estimates of specialists who left, or of jobs lost, each with its range.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        ``estimate`` (name), ``persons`` (interval), ``window`` (period), ``identifies``,
        ``errs`` (direction and reason), ``scope`` (`part`, `whole` or `first wave`) and ``kind``
        (`host`, `inside`, `survey`, `trace` or `claim`).
    """
    staff = it_staff(published)
    get = {name: figure(published, name) for name in _needed()}

    def share(name: str) -> Interval:
        return propagate(lambda part, base: part / 100 * base, get[name], staff)

    balance = propagate(lambda a, b: a + b, *(get[name] for name in _BALANCE))
    implied = propagate(lambda now, fall: now / (1 + fall / 100) - now,
                        get[_PARK["now"]], get[_PARK["fall"]])
    printed = propagate(lambda peak, now: peak - now, get[_PARK["peak"]], get[_PARK["now"]])
    rows = [
        ("New sole traders in Poland, section J", get[_TRADERS], "2022 to mid 2023",
         "people who set up in one country", "low: one country, self-employed", "part", "host"),
        ("Survey, early 2021, times staff", share(_SURVEYS[0]), "August 2020 to April 2021",
         "share of readers of a trade site abroad", "high: self-selected", "first wave", "survey"),
        ("Survey, March 2022, times staff", share(_SURVEYS[1]), "August 2020 to March 2022",
         "share of readers of a trade site abroad", "high: self-selected", "whole", "survey"),
        ("GitHub profiles moved, times staff", share(_MOVERS), "February 2021 to November 2022",
         "developers who changed country in their profile", "low: late updates", "whole", "trace"),
        ("IT firms with over sixteen staff", get[_FIRMS], "2022",
         "jobs lost on balance", "low: larger firms, one year", "whole", "inside"),
        ("Section J, leavers less hires", balance, "January 2022 to February 2023",
         "jobs lost on balance", "high: not all left the country", "whole", "inside"),
        ("Park, printed headcounts", printed, "2021 to early 2025",
         "jobs lost on balance", "unclear: dates not stated", "whole", "inside"),
        ("Park, printed fall in percent", implied, "2022 to early 2025",
         "jobs lost on balance", "high: base not printed", "whole", "inside"),
        ("Press, 2022 to 2023", get[_CLAIMS[0]], "2022 to 2023",
         "not stated", "unclear", "whole", "claim"),
        ("Press, September 2020 to June 2022", get[_CLAIMS[1]], "September 2020 to June 2022",
         "not stated", "unclear", "whole", "claim"),
    ]
    return pd.DataFrame(rows, columns=["estimate", "persons", "window", "identifies", "errs",
                                       "scope", "kind"])


_TRADERS = "hosts.soletraders.sectionj-2022-01to2023-06-pulshr2023"
_SURVEYS = ("survey.left.share-2021-04-odessanews2021", "survey.left.share-2022-03-belnews2022")
_MOVERS = "estimates.github.moved.share-2021-02to2022-11-novayagazeta2023"
_FIRMS = "sector.it.staff.loss-2022-onereg2022b"
_CLAIMS = ("estimates.it.left-2022-01to2023-otsnews2023",
           "estimates.it.left-2020-09to2022-06-citydog2022")


def _needed() -> tuple[str, ...]:
    return (*_BALANCE, *_PARK.values(), _TRADERS, *_SURVEYS, _MOVERS, _FIRMS, *_CLAIMS)


def it_bounds(estimates: pd.DataFrame) -> dict[str, Interval]:
    """Lower bound, central range and upper bound of specialists who left.

    The lower bound is the count that sees only part of them. The central range is the middle half
    of the central values of the estimates that see the whole sector: a summary of sources, not a
    probability. The upper bound adds the first wave, which the balance of jobs cannot show since
    the sector was still hiring, to the largest loss of jobs, and takes every job lost for a
    departure.

    Returns
    -------
    dict
        ``lower``, ``central`` and ``upper``, persons to the nearest hundred.
    """
    spans = estimates.set_index("estimate")["persons"]
    scope = estimates.set_index("estimate")["scope"]
    part, first, whole = (list(spans[scope == s]) for s in ("part", "first wave", "whole"))
    middles = pd.Series([span.value for span in whole]).quantile([0.25, 0.5, 0.75])
    most = _hundred(max(span.high for span in whole) + max(span.high for span in first))
    rows = tuple(dict.fromkeys(row for span in spans for row in span.rows))
    low, middle, high = (_hundred(m) for m in middles)
    least = _hundred(min(span.low for span in part))
    return {"lower": Interval(least, least, least, rows),
            "central": Interval(middle, low, high, rows),
            "upper": Interval(most, most, most, rows)}


def _hundred(persons: float) -> float:
    return float(round(persons, -2))
