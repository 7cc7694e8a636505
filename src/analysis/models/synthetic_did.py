"""Synthetic difference-in-differences: weighted donors compared over weighted periods."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd

from analysis.models.counterfactual import Counterfactual, arrays, assemble


def synthetic_did(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                  donors: Sequence[Hashable] | None = None) -> Counterfactual:
    """Counterfactual by synthetic difference-in-differences [1]_, computed by diff-diff.

    Donors are weighted so that their mean moves in parallel with the unit before the treatment,
    levels aside, and periods before it so that they resemble the mean of those after it. Weights
    are penalised as the authors say. The level of the counterfactual is that of the unit over the
    weighted periods, so that the mean gap from `start` on is the estimate of the method.

    Parameters
    ----------
    outcomes, treated, start, donors
        See `analysis.models.synthetic.synthetic_control`.

    Returns
    -------
    analysis.models.counterfactual.Counterfactual
        Gaps before `start` are those of aligned levels and need not be small.

    Raises
    ------
    ValueError
        See `analysis.models.counterfactual.prepare`.

    References
    ----------
    .. [1] Arkhangelsky, D., Athey, S., Hirshberg, D. A., Imbens, G. W. and Wager, S. (2021).
       Synthetic difference-in-differences. American Economic Review, 111(12), 4088-4118.
    """
    # half a second to import, and one of many estimators: only who asks for it pays
    from diff_diff import SyntheticDiD

    values, before, pool = arrays(outcomes, treated, start, donors)
    periods, units = values.shape
    panel = pd.DataFrame({
        "outcome": values.T.ravel(), "unit": np.repeat(np.arange(units), periods),
        "period": np.tile(np.arange(periods), units)}).assign(
            treated=lambda rows: (rows["unit"] == 0).astype(int))
    # its standard errors are not used, so that as few draws as it allows are made
    fit = SyntheticDiD(variance_method="placebo", n_bootstrap=2, seed=0).fit(
        panel, "outcome", "treated", "unit", "period",
        post_periods=np.flatnonzero(~before).tolist())
    weights = np.array([fit.unit_weights[unit] for unit in range(1, units)])
    align = np.array([fit.time_weights[period] for period in np.flatnonzero(before)])
    return assemble(outcomes.index, treated, start, pool, values, before, weights, align)
