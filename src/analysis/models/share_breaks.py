"""Tests of a break in each of some shares and in all of them together, under other terms."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.measures.destinations import log_odds, log_ratios
from analysis.models.breaks import Break, break_in_mean
from analysis.models.compositions import CommonBreak, Shape, best_shape, common_break
from report import text

ALL = "all"
SEASONS = 4


@dataclass(frozen=True)
class BreakTests:
    """Best single break of a series under three sets of regressors, and its best shape.

    Attributes
    ----------
    step : Break or CommonBreak
        With seasonal dummies.
    with_lag, with_trend : Break or CommonBreak
        The same with the quarter before, or with a straight trend, among the regressors.
    shape : Shape
        Least Bayesian criterion among `analysis.models.compositions.shapes`.
    """

    step: Break | CommonBreak
    with_lag: Break | CommonBreak
    with_trend: Break | CommonBreak
    shape: Shape


def break_tests(shares: pd.DataFrame) -> dict[str, BreakTests]:
    """Tests of the log-odds of each share, and of all shares as a system.

    Parameters
    ----------
    shares : DataFrame, shape (quarters, groups)
        Percent of a whole that has other parts too.

    Returns
    -------
    dict
        `ALL` first, then by group.
    """
    found = {ALL: _tests(common_break, log_ratios(shares))}
    return found | {group: _tests(break_in_mean, log_odds(shares[group])) for group in shares}


def _tests(test, series: pd.Series | pd.DataFrame) -> BreakTests:
    return BreakTests(
        step=test(series, seasons=SEASONS), with_lag=test(series, seasons=SEASONS, lags=1),
        with_trend=test(series, seasons=SEASONS, trend=True),
        shape=best_shape(pd.DataFrame(series), seasons=SEASONS))


def table(found: dict[str, BreakTests], names: dict[str, str]) -> pd.DataFrame:
    """Tests as a table, one row a series.

    Parameters
    ----------
    found : dict
        As `break_tests` gives it.
    names : dict
        Group to its name.

    Returns
    -------
    DataFrame
        By ``key`` (group): ``series`` (name), ``step`` and ``set`` (its date and the dates that
        agree with the data, as text), ``p``, ``lag``, ``trend`` (p-values), ``shape`` (with its
        dates).
    """
    return pd.DataFrame([{
        "key": group, "series": "All shares together" if group == ALL else names[group],
        "step": text.quarter(tests.step.date),
        "set": f"{text.quarter(tests.step.low)} to {text.quarter(tests.step.high)}",
        "p": tests.step.p_value, "lag": tests.with_lag.p_value, "trend": tests.with_trend.p_value,
        "shape": ", ".join([tests.shape.name, *map(text.quarter, tests.shape.dates)])}
        for group, tests in found.items()]).set_index("key")
