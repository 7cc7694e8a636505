"""Gains of the economies that received people, against their own counterfactuals."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.models.placebos import Estimator, placebo_in_space


def gains(flows: pd.DataFrame, pools: Mapping[Hashable, Sequence[Hashable]], start: Hashable,
          estimators: Mapping[str, Estimator], windows: Mapping[str, slice], *,
          level: float = 0.90) -> pd.DataFrame:
    """Observed minus counterfactual flow of several units, each with donors of its own.

    The interval takes the placebo effects of a unit's donors as the errors that its own
    counterfactual may have, so that it holds what the method cannot tell from nothing.

    Parameters
    ----------
    flows : pandas.DataFrame, shape (periods, units)
        Positive flows, such as pushes a quarter.
    pools : mapping
        Unit to its donors.
    start : hashable
        First period in which something can have changed.
    estimators : mapping
        Label to estimator; see `analysis.models.placebos`.
    windows : mapping
        Label to periods that are summed, as labels of the index.
    level : float
        Coverage of the intervals.

    Returns
    -------
    pandas.DataFrame
        One row a unit, estimator and window: `unit`, `estimator`, `window`, `gain`, `gain_low`,
        `gain_high` (unit of the flow, summed), `relative`, `relative_low`, `relative_high` (share
        of the counterfactual), `p_value` (two-sided rank among donors) and `donors`.
    """
    rows = []
    for unit, pool in pools.items():
        outcome = np.log(flows[[unit, *pool]].astype(float))
        for label, estimator in estimators.items():
            gaps = placebo_in_space(outcome, unit, start, estimator=estimator).gaps
            rows += [{"unit": unit, "estimator": label, "window": name, "donors": len(pool)}
                     | _gain(flows[unit], gaps, unit, window, level)
                     for name, window in windows.items()]
    return pd.DataFrame(rows)


def _gain(flow: pd.Series, gaps: pd.DataFrame, unit: Hashable, window: slice,
          level: float) -> dict:
    """Gain of one unit over some periods, with its bounds and rank."""
    observed = flow.loc[window].astype(float)
    synthetic = float((observed / np.exp(gaps[unit].loc[window])).sum())
    effects = np.log1p(np.expm1(gaps.loc[window]).mean())
    low, high = np.exp(effects.drop(unit).quantile([(1 + level) / 2, (1 - level) / 2]))
    amounts = {name: float(observed.sum() - synthetic * error)
               for name, error in (("gain_low", low), ("gain", 1.0), ("gain_high", high))}
    return amounts | {name.replace("gain", "relative"): amount / synthetic
                      for name, amount in amounts.items()} | {
        "p_value": float((effects.abs() >= abs(effects[unit])).mean())}


def host_gains(table: pd.DataFrame, names: Mapping[Hashable, str], treated: Hashable,
               periods: int = 1) -> pd.DataFrame:
    """Gains of hosts beside the loss of the treated unit, one row an economy.

    Parameters
    ----------
    table : pandas.DataFrame
        Result of `gains` for the windows ``2022`` and ``last``; the first estimator is the main
        one, the second the comparison.
    names : mapping
        Unit to its name.
    treated : hashable
        Unit whose loss the gains are compared with; it comes first.
    periods : int
        Periods of each window, by which sums are divided: 4 for a mean quarter of a year.

    Returns
    -------
    pandas.DataFrame
        `key` (unit), `host` (name); `2022`, `2022_low`, `2022_high`, `last`, `last_low`,
        `last_high` (percent of the counterfactual); `gain_2022`, `gain_last`, `equal_last`
        (unit of the flow); `p_2022`, `p_last`; `of_loss` (percent of the treated unit's loss).
        Hosts in order of `last`.
    """
    main, other = (table[table["estimator"] == name].pivot(index="unit", columns="window")
                   for name in table["estimator"].unique())
    frame = pd.DataFrame({"key": main.index, "host": main.index.map(names)}, index=main.index)
    for window in ("2022", "last"):
        for end in ("", "_low", "_high"):
            frame[f"{window}{end}"] = 100 * main[f"relative{end}", window]
        frame[f"gain_{window}"] = main["gain", window] / periods
        frame[f"p_{window}"] = main["p_value", window]
    frame["equal_last"] = other["gain", "last"] / periods
    frame["of_loss"] = -100 * frame["gain_last"] / frame.loc[treated, "gain_last"]
    hosts = frame.drop(index=treated).sort_values("last", ascending=False)
    return pd.concat([frame.loc[[treated]], hosts]).reset_index(drop=True)


def beyond_chance(hosts: pd.DataFrame, window: str) -> list[str]:
    """Names of hosts whose range of gains lies above zero, in alphabetical order.

    Parameters
    ----------
    hosts : pandas.DataFrame
        As `host_gains` gives them, without the treated unit.
    window : {'2022', 'last'}
        Periods of the gain.
    """
    return sorted(hosts.loc[hosts[f"{window}_low"] > 0, "host"])
