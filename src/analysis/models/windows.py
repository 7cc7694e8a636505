"""The gap in every window of time, and its change from one to the next, among placebos.

One table with all years leaves no date to choose. The change from year to year is the test of
whether a gap still widens: its spread among placebos shows what change means nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np
import pandas as pd

from analysis.models.placebos import Estimator, placebo_in_space

LAST, ALL = "Last four quarters", "All quarters"


def windows_after(periods: pd.PeriodIndex, start: pd.Period) -> dict[str, slice]:
    """Every full calendar year from `start` on, the last four quarters, and all quarters.

    Parameters
    ----------
    periods : pandas.PeriodIndex
        Quarters in order of time.
    start : pandas.Period
        First treated quarter.

    Returns
    -------
    dict
        Label to first and last quarter.
    """
    after = periods[periods >= start]
    years = after.groupby(after.year)
    full = {str(year): slice(quarters[0], quarters[-1]) for year, quarters in years.items()
            if len(quarters) == 4}
    return full | {LAST: slice(after[-4], after[-1]), ALL: slice(after[0], after[-1])}


def results_by_year(outcomes: pd.DataFrame, treated: Hashable, start: pd.Period,
                    false_start: pd.Period, *, estimator: Estimator) -> pd.DataFrame:
    """Gap and rank before the start, in each year after it, and over all quarters.

    Parameters
    ----------
    outcomes : pandas.DataFrame, shape (quarters, units)
        Complete log outcomes of the treated unit and its donors, indexed by quarterly period.
    treated, start : hashable, pandas.Period
        Column of the treated unit and first treated quarter.
    false_start : pandas.Period
        Pretended start; the quarters from it to `start` are not matched on in the first row.
    estimator : callable
        See `analysis.models.placebos`.

    Returns
    -------
    pandas.DataFrame
        `start` of the fit (the pretended one in the first row) and the columns of `by_window`.
    """
    rows = []
    for begin, known in ((false_start, outcomes[outcomes.index < start]), (start, outcomes)):
        gaps = placebo_in_space(known, treated, begin, estimator=estimator).gaps
        label = f"{begin.year}, false start"
        windows = windows_after(known.index, begin) if begin == start else {
            label: slice(begin, known.index[-1])}
        rows.append(by_window(gaps, treated, windows).assign(start=begin))
    table = pd.concat(rows, ignore_index=True)
    return table[["start", *table.columns.drop("start")]]


def across_outcomes(outcomes: Mapping[str, pd.DataFrame], treated: Hashable, start: pd.Period,
                    false_start: pd.Period, *,
                    estimators: Mapping[str, Estimator]) -> pd.DataFrame:
    """Results by year of several outcomes side by side.

    Parameters
    ----------
    outcomes : mapping
        Key to complete log outcomes; see `results_by_year`.
    treated, start, false_start
        See `results_by_year`.
    estimators : mapping
        Key to the estimator of the outcome.

    Returns
    -------
    pandas.DataFrame
        One row a window: `key` (year, `false-start`, `last` or `all`), `window` and, for each
        outcome, `{key}_gap` (percent), `{key}_rank`, `{key}_p` (one-sided) and `{key}_two_sided`.
    """
    tables = {key: results_by_year(frame, treated, start, false_start, estimator=estimators[key])
              for key, frame in outcomes.items()}
    windows = next(iter(tables.values()))["window"]
    parts = [_prefixed(table, key) for key, table in tables.items()]
    keys = windows.map({LAST: "last", ALL: "all"}).fillna(windows).where(
        ~windows.str.endswith("false start"), "false-start")
    return pd.concat([keys.rename("key"), windows, *parts], axis=1)


def _prefixed(table: pd.DataFrame, key: str) -> pd.DataFrame:
    """Gap in percent, rank and p-values with the key of the outcome before their names."""
    return pd.DataFrame({f"{key}_gap": 100 * table["gap"], f"{key}_rank": table["rank"],
                         f"{key}_p": table["p_value"],
                         f"{key}_two_sided": table["two_sided_p_value"]})


def years_to(periods: pd.PeriodIndex, base_year: int) -> dict[str, slice]:
    """Spans of four quarters that end where the record ends, from a base year on.

    Parameters
    ----------
    periods : pandas.PeriodIndex
        Quarters in order of time.
    base_year : int
        Calendar year in which the first span ends.

    Returns
    -------
    dict
        Year of the end to first and last quarter.
    """
    last = periods[-1]
    return {str(year): slice(last - 4 * (last.year - year) - 3, last - 4 * (last.year - year))
            for year in range(base_year, last.year + 1)}


def widening(gaps: pd.DataFrame, flow: pd.Series, treated: Hashable,
             windows: Mapping[str, slice]) -> pd.DataFrame:
    """How a gap changed from window to window, and whether more slowly than before.

    Parameters
    ----------
    gaps, treated, windows
        See `by_change`.
    flow : pandas.Series
        Level of the treated unit's outcome, by period.

    Returns
    -------
    pandas.DataFrame
        One row a window but the first: `key` (its label), `own` (percent change of the flow's
        sum), `gap` (percent change against the counterfactual), `rank`, `p_value` (one-sided),
        `slower` (two-sided p-value of the change between this change and the one before; missing
        for the first) and `turn` (that change, percent).
    """
    sums = pd.Series({name: flow.loc[window].sum() for name, window in windows.items()})
    first = by_change(gaps, treated, windows).set_index("window")
    second = by_change(gaps, treated, windows, order=2).set_index("window")
    return pd.DataFrame({
        "key": first.index, "own": 100 * sums.pct_change().loc[first.index],
        "gap": 100 * first["gap"], "rank": first["rank"], "p_value": first["p_value"],
        "turn": 100 * second["gap"].reindex(first.index),
        "slower": second["two_sided_p_value"].reindex(first.index)}).reset_index(drop=True)


def by_window(gaps: pd.DataFrame, treated: Hashable,
              windows: Mapping[str, slice]) -> pd.DataFrame:
    """Gap of the treated unit in each window, and its place among those of placebos.

    Parameters
    ----------
    gaps : pandas.DataFrame, shape (periods, units)
        Log outcome minus its counterfactual for the treated unit and for every placebo, as in
        `analysis.models.placebos.PlaceboInSpace`. For a window before the start they must come
        from a fit that does not know it.
    treated : hashable
        Column of the treated unit.
    windows : mapping
        Label to periods, as labels of the index.

    Returns
    -------
    pandas.DataFrame
        One row a window: `window`; `gap`, the mean of exp(gap) - 1, a share; `rank` from the most
        negative; `p_value`, the share of units, the treated one included, with a gap at least as
        negative; `two_sided_p_value`, with one at least as large in size of the logarithm; `n`
        units compared.

    Raises
    ------
    ValueError
        If a window holds no period.
    """
    return _table(pd.DataFrame({
        name: np.expm1(_inside(gaps, name, window)).mean() for name, window in windows.items()}),
        treated)


def by_change(gaps: pd.DataFrame, treated: Hashable, windows: Mapping[str, slice], *,
              order: int = 1) -> pd.DataFrame:
    """Change of the gap from each window to the next, among the changes of placebos.

    Parameters
    ----------
    gaps, treated, windows
        See `by_window`; windows in order of time.
    order : int
        1 for changes, 2 for the change between two changes that follow each other, which is
        positive where a gap that widens does so more slowly.

    Returns
    -------
    pandas.DataFrame
        Columns of `by_window`. The `gap` is exp(change of the mean gap in logarithms) - 1: how
        far the unit moved against its counterfactual. A change has the label of the window that
        it leads to.
    """
    means = pd.DataFrame({name: _inside(gaps, name, window).mean()
                          for name, window in windows.items()})
    for _ in range(order):
        means = means.diff(axis=1).iloc[:, 1:]
    return _table(np.expm1(means), treated)


def _inside(gaps: pd.DataFrame, name: str, window: slice) -> pd.DataFrame:
    """Gaps of one window."""
    inside = gaps.loc[window]
    if inside.empty:
        raise ValueError(f"the window {name!r} holds no period")
    return inside


def _table(effects: pd.DataFrame, treated: Hashable) -> pd.DataFrame:
    """Place of one unit in each column; effects are shares above -1."""
    sizes = np.log1p(effects).abs()
    below = effects <= effects.loc[treated]
    return pd.DataFrame({
        "window": effects.columns, "gap": effects.loc[treated].to_numpy(),
        "rank": below.sum().to_numpy(), "p_value": below.mean().to_numpy(),
        "two_sided_p_value": (sizes >= sizes.loc[treated]).mean().to_numpy(),
        "n": len(effects)})
