"""Work done in public: people who push, pushes, and pushes a person, by economy and quarter."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from analysis.measures.activity import decimal_year, wide
from analysis.measures.pushers import (
    complete_economies,
    pushers_all_licences,
    pushers_by_licence,
    pushes_per_pusher,
)

# Key of each outcome to its name; the first is the main one.
OUTCOMES = {"mit": "MIT pushers", "four": "Pushers, four licences", "pushes": "Pushes",
            "intensity": "Pushes per MIT pusher"}
REST = "median"


def work_levels(activity: pd.DataFrame, pushers: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Outcomes by the keys of `OUTCOMES`.

    Parameters
    ----------
    activity, pushers : DataFrame
        Tables ``github_activity`` and ``github_pushers``.

    Returns
    -------
    dict
        Key to a frame with quarters as rows and economies as columns; pushes are of the economies
        that have pushers under the MIT licence in some quarter.
    """
    mit = pushers_by_licence(pushers, "MIT")
    pushes = wide(activity, "git_pushes").astype(float)
    return {"mit": mit, "four": pushers_all_licences(pushers), "pushes": pushes,
            "intensity": pushes_per_pusher(pushes, mit)}


def log_flow(flow: pd.DataFrame, treated: str, donors: Collection[str]) -> pd.DataFrame:
    """Logarithm of a flow in one economy and in those of its donors that lack no quarter."""
    complete = set(complete_economies(flow))
    return np.log(flow[[treated, *(donor for donor in donors if donor in complete)]])


def complete_logs(flow: pd.DataFrame) -> pd.DataFrame:
    """Logarithm of a flow in all economies that lack no quarter."""
    return np.log(flow[complete_economies(flow)])


def against_base(flows: Mapping[str, pd.DataFrame], names: Mapping[str, str], base_year: int,
                 rest: str) -> pd.DataFrame:
    """Sums of four quarters of several flows, that of a base year set to 100.

    Parameters
    ----------
    flows : mapping
        Name of each flow to its quarters and economies.
    names : mapping
        Economies that are shown, and their names.
    base_year : int
        Calendar year.
    rest : str
        Name of the median over all economies without a missing quarter in any of the flows.

    Returns
    -------
    DataFrame
        Long: ``key`` (economy, or `REST`), ``flow``, ``year`` (end of the four quarters),
        ``economy`` (name), ``index``.
    """
    complete = sorted(set.intersection(*(set(complete_economies(f)) for f in flows.values())))
    parts = []
    for flow, quarters in flows.items():
        sums = quarters[complete].rolling(4).sum().dropna()
        [base] = sums.index[(sums.index.year == base_year) & (sums.index.quarter == 4)]
        index = 100 * sums / sums.loc[base]
        shown = index[list(names)].assign(**{REST: index.median(axis=1)})
        long = shown.assign(year=decimal_year(shown.index) + 0.25).melt(
            id_vars="year", var_name="key", value_name="index")
        parts.append(long.assign(flow=flow, economy=long["key"].map({**names, REST: rest})))
    return pd.concat(parts, ignore_index=True)[["key", "flow", "year", "economy", "index"]]


def relative_to(change: float, reference: float) -> float:
    """Change against that of a reference, all in percent."""
    return 100 * ((100 + change) / (100 + reference) - 1)


def change_of_quarter(stock: pd.DataFrame, quarter: pd.Period) -> pd.Series:
    """Change of a stock in one quarter on the quarter before, percent, by economy."""
    return 100 * (stock.loc[quarter] / stock.loc[quarter - 1] - 1)
