"""What replaced the work that one market lost, by year."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.activity import with_quarter
from analysis.measures.market_definitions import DEFINITIONS
from analysis.measures.outgoing import (
    LAST,
    account_bounds,
    changes,
    hidden_work,
    windows,
    work_of,
    yearly_work,
)
from report.text import quarter

BASE, LOST = "2021", "united_states"
FLOWS, MADE_GOOD = "flows", "made-good"
GAINS, NET = "Sum of all gains", "Net of other losses"


def by_year(collaboration: pd.DataFrame, source: str, groups: Mapping[str, str]) -> pd.DataFrame:
    """Work by year against 2021, and how much of the American loss was made good elsewhere.

    Parameters
    ----------
    collaboration, source, groups
        See `analysis.measures.outgoing.yearly_work`; groups are blocs.

    Returns
    -------
    DataFrame
        By ``key`` (year, or `analysis.measures.outgoing.LAST`): ``window`` (as tables have it);
        change of work against 2021 in percent, ``total``, ``united_states``, ``eu``, ``russia``,
        ``asia``, ``asia_no_india``; percent of the American loss, ``gains`` and ``net`` (see
        `analysis.measures.outgoing.account`) and ``asia_part``; ``total_span``, ``gains_span`` and
        ``net_span`` (Interval: whatever was suppressed).
    """
    work = yearly_work(collaboration, source, groups)
    drawn = work_of(collaboration, source, groups,
                    {"asia_no_india": DEFINITIONS["asia-no-india"]})
    both = work[["united_states", "eu", "russia", "asia"]].join(drawn)
    bounds = account_bounds(work, hidden_work(collaboration, source, groups), BASE, LOST)
    moved = changes(work, BASE)
    table = (100 * (both / both.loc[BASE] - 1)).loc[bounds.index].assign(
        total_span=bounds["total_change"], gains_span=bounds["gains_share"],
        net_span=bounds["net_share"], asia_part=-100 * moved["asia"] / moved[LOST])
    for name in ("total", "gains", "net"):
        table[name] = [span.value for span in table[f"{name}_span"]]
    table.insert(0, "window", _names(collaboration, source))
    return table.rename_axis("key")


def _names(collaboration: pd.DataFrame, source: str) -> pd.Series:
    """Windows as tables have them; the last one by its first and last quarter."""
    mine = with_quarter(collaboration[collaboration["source"] == source])
    spans = windows(pd.PeriodIndex(mine["quarter"]))
    names = {key: key for key in spans}
    return pd.Series(names | {LAST: " to ".join(quarter(spans[LAST][at]) for at in (0, -1))})


def drawn(collaboration: pd.DataFrame, source: str, groups: Mapping[str, str],
          names: Mapping[str, str], since: str = "2022") -> pd.DataFrame:
    """Work for each market, and what was made good, as points over time.

    Parameters
    ----------
    collaboration, source, groups
        See `by_year`.
    names : mapping
        Blocs that are drawn, to their names.
    since : str
        First year for which what was made good is drawn: before it no loss has to be explained.

    Returns
    -------
    DataFrame
        ``key``, ``panel`` (`FLOWS`, percent of all work of 2021, or `MADE_GOOD`, percent of the
        American loss), ``year`` (middle of the window), ``line``, ``value``, ``low``, ``high``
        (bounds of what was made good; of a flow, what suppression can hide).
    """
    work = yearly_work(collaboration, source, groups)
    whole, hidden = work.loc[BASE].sum(), hidden_work(collaboration, source, groups)
    middle = _middles(collaboration, source)
    flows = [{"key": f"{bloc}/{key}", "panel": FLOWS, "year": middle[key], "line": name,
              "value": 100 * work.loc[key, bloc] / whole, "low": 100 * work.loc[key, bloc] / whole,
              "high": 100 * (work.loc[key, bloc] + hidden.loc[key, bloc]) / whole}
             for bloc, name in names.items() for key in work.index]
    bounds = account_bounds(work, hidden, BASE, LOST).loc[since:]
    gained = [{"key": f"{column}/{key}", "panel": MADE_GOOD, "year": middle[key], "line": name,
               "value": span.value, "low": span.low, "high": span.high}
              for column, name in (("gains_share", GAINS), ("net_share", NET))
              for key, span in bounds[column].items()]
    return pd.DataFrame(flows + gained)


def _middles(collaboration: pd.DataFrame, source: str) -> dict[str, float]:
    mine = with_quarter(collaboration[collaboration["source"] == source])
    spans = windows(pd.PeriodIndex(mine["quarter"]))
    return {key: span[0].year + (span[0].quarter - 1) / 4 + 0.5 for key, span in spans.items()}
