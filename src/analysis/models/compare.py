"""Estimators of one counterfactual side by side, with what each of the checks says of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np
import pandas as pd

from analysis.models.placebos import Estimator, leave_one_out, placebo_in_space, placebo_in_time
from analysis.models.synthetic import held_out_error


def compare(specifications: Mapping[str, tuple[Estimator, pd.DataFrame]], treated: Hashable,
            start: Hashable, false_start: Hashable, names: Mapping[str, str],
            early: slice) -> pd.DataFrame:
    """Effect and checks of several estimators.

    Parameters
    ----------
    specifications : mapping
        Key to an estimator (see `analysis.models.placebos`) and the log outcomes of the treated
        unit and its donors.
    treated, start : hashable
        Column of the treated unit and first treated period.
    false_start : hashable
        Pretended start of the placebo in time, before `start`.
    names : mapping
        Key to the name to show.
    early : slice
        First treated periods, as labels of the index.

    Returns
    -------
    pandas.DataFrame
        One row a specification: `key`, `specification` (name); `early_gap` (mean effect of the
        first treated periods), `gap` (of the last four), `p_value` (placebo in space), `low` and
        `high` (bounds of the gap without each donor), `fit_error` (root mean squared gap before
        `start`), `held_out` (that of donors in periods they were not matched on), `false_gap` and
        `false_p_value` (placebo in time).
        Effects are percent, errors are in the unit of the outcome.
    """
    return pd.DataFrame([
        {"key": key, "specification": names[key]}
        | _checked(estimator, outcome, treated, start, false_start, early)
        for key, (estimator, outcome) in specifications.items()])


def _checked(estimator: Estimator, outcome: pd.DataFrame, treated: Hashable, start: Hashable,
             false_start: Hashable, early: slice) -> dict[str, float]:
    """Effect of one estimator and what each check finds."""
    space = placebo_in_space(outcome, treated, start, estimator=estimator)
    time = placebo_in_time(outcome, treated, start, false_start, estimator=estimator)
    left = leave_one_out(outcome, treated, start, estimator=estimator)
    return {
        "early_gap": 100 * float(np.expm1(space.gaps[treated].loc[early]).mean()),
        "gap": 100 * space.estimate, "p_value": space.p_value,
        "low": 100 * min(left.low, left.estimate), "high": 100 * max(left.high, left.estimate),
        "fit_error": space.units.loc[treated, "pre_rmspe"],
        "held_out": held_out_error(outcome.drop(columns=treated), start, estimator),
        "false_gap": 100 * time.estimate, "false_p_value": time.p_value}
