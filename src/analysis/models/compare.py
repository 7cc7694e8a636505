"""Estimators of one counterfactual side by side, with what each of the checks says of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import pandas as pd

from analysis.models.placebos import Estimator, leave_one_out, placebo_in_space, placebo_in_time
from analysis.models.synthetic import held_out_error
from report.intervals import Interval


def compare(specifications: Mapping[str, tuple[Estimator, pd.DataFrame]], treated: Hashable,
            start: Hashable, false_start: Hashable) -> pd.DataFrame:
    """Effect and checks of several estimators.

    Parameters
    ----------
    specifications : mapping
        Name to an estimator (see `analysis.models.placebos`) and the log outcomes of the treated
        unit and its donors.
    treated, start : hashable
        Column of the treated unit and first treated period.
    false_start : hashable
        Pretended start of the placebo in time, before `start`.

    Returns
    -------
    pandas.DataFrame
        One row a specification: `specification`; `gap` (mean effect of the last four periods),
        `p_value` and `ratio_p_value` (placebo in space), `one_out` (interval of the gap without
        each donor), `fit_error` (root mean squared gap before `start`), `held_out` (that of donors
        in periods they were not matched on), `false_gap` and `false_p_value` (placebo in time).
        Effects are shares, errors are in the unit of the outcome.
    """
    rows = []
    for name, (estimator, outcome) in specifications.items():
        space = placebo_in_space(outcome, treated, start, estimator=estimator)
        time = placebo_in_time(outcome, treated, start, false_start, estimator=estimator)
        left = leave_one_out(outcome, treated, start, estimator=estimator)
        rows.append({
            "specification": name, "gap": space.estimate, "p_value": space.p_value,
            "ratio_p_value": space.ratio_p_value,
            "one_out": Interval(left.estimate, min(left.low, left.estimate),
                                max(left.high, left.estimate)),
            "fit_error": space.units.loc[treated, "pre_rmspe"],
            "held_out": held_out_error(outcome.drop(columns=treated), start, estimator),
            "false_gap": time.estimate, "false_p_value": time.p_value})
    return pd.DataFrame(rows)
