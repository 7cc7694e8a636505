"""One economy's series against mixtures of others: any yearly series, several pools of donors."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd

from analysis.models.placebos import Estimator, leave_one_out, placebo_in_space, placebo_in_time
from analysis.models.synthetic import equal_weights, synthetic_control

ESTIMATORS: dict[str, Estimator] = {
    "synthetic": partial(synthetic_control, demean=True), "equal": equal_weights}
NAMES = {"synthetic": "Synthetic control", "equal": "Equal weights"}


def peer_gaps(values: pd.DataFrame, treated: Hashable, start: int,
              pools: Mapping[str, Sequence[Hashable]], *, false_start: int,
              estimators: Mapping[str, Estimator] = ESTIMATORS) -> pd.DataFrame:
    """Gap between a series and what others make of it, with its checks, by pool and estimator.

    Parameters
    ----------
    values : DataFrame, shape (years, economies)
        Levels in one unit, from the first year matched to the last measured, consecutive; for
        example total services exports or digitally deliverable services. Economies with a value
        missing or not positive are left out of the pools.
    treated : hashable
        Column of the economy.
    start : int
        First year of the effect, which is measured over all years from it on.
    pools : mapping of str to sequence
        Name to possible donors, such as ``no hosts``.
    false_start : int
        Pretended start of the placebo in time.
    estimators : mapping of str to callable
        By keys of `NAMES`; see `analysis.models.placebos`.

    Returns
    -------
    DataFrame
        One row a pool and estimator: ``key``, ``specification`` (both in words), ``gap`` (mean
        over the years from `start` on, percent), ``p`` (share of units, the treated one included,
        with a gap at least as negative), ``n`` (units), ``low`` and ``high`` (of the gap without
        each donor in turn, percent), ``early`` (gap found at the false start, percent), ``fit``
        (root mean squared gap before `start`, in 100 times the logarithm: a gap is to be read
        against it),
        ``donors`` (tuple).

    Raises
    ------
    ValueError
        If a value of the treated economy is missing or not positive, or years are not consecutive.
    """
    rows = []
    for pool, frame in log_pools(values, treated, pools).items():
        last = int((frame.index >= start).sum())
        for label, estimator in estimators.items():
            ranked = placebo_in_space(frame, treated, start, estimator=estimator, last=last)
            left = leave_one_out(frame, treated, start, estimator=estimator, last=last)
            early = placebo_in_time(frame, treated, start, false_start, estimator=estimator)
            rows.append({
                "key": f"{label}/{pool}", "specification": f"{NAMES[label]}, {pool}",
                "gap": 100 * ranked.estimate, "p": ranked.p_value, "n": ranked.n,
                "low": 100 * left.low, "high": 100 * left.high, "early": 100 * early.estimate,
                "fit": 100 * float(ranked.units.loc[treated, "pre_rmspe"]),
                "donors": tuple(frame.columns[1:])})
    return pd.DataFrame(rows)


def by_series(found: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> pd.DataFrame:
    """Gaps of several series in one table.

    Parameters
    ----------
    found : mapping of str to DataFrame
        Key of a series to its gaps, as `peer_gaps` gives them.
    names : mapping of str to str
        Key of a series to its name.

    Returns
    -------
    DataFrame
        As `peer_gaps`, with the series before ``key``, and ``series`` (name).
    """
    return pd.concat([gaps.assign(key=series + "/" + gaps["key"], series=names[series])
                      for series, gaps in found.items()], ignore_index=True)


def gaps_by_year(values: pd.DataFrame, treated: Hashable, start: int,
                 pools: Mapping[str, Sequence[Hashable]], *,
                 estimators: Mapping[str, Estimator] = ESTIMATORS) -> pd.DataFrame:
    """Gap of every year in percent, one column a pool and estimator; see `peer_gaps`."""
    return pd.DataFrame({
        f"{label}/{pool}": 100 * np.expm1(estimator(frame, treated, start).gap)
        for pool, frame in log_pools(values, treated, pools).items()
        for label, estimator in estimators.items()})


def log_pools(values: pd.DataFrame, treated: Hashable,
              pools: Mapping[str, Sequence[Hashable]]) -> dict[str, pd.DataFrame]:
    """Logarithms of the treated economy, first, and of the donors of each pool that are complete.

    Raises
    ------
    ValueError
        See `peer_gaps`.
    """
    if (np.diff(values.index.to_numpy()) != 1).any():
        raise ValueError("the years are not consecutive")
    complete = values.loc[:, (values > 0).all()]
    if treated not in complete:
        raise ValueError(f"{treated!r} has a value that is missing or not positive")
    return {name: np.log(complete[[treated, *(one for one in pool if one in complete)]])
            for name, pool in pools.items()}
