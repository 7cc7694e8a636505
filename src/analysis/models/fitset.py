"""What a perfect fit leaves open: all donor weights that match a unit equally well."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from analysis.models.counterfactual import prepare


def range_of_gaps(outcomes: pd.DataFrame, treated: Hashable, start: Hashable, *,
                  donors: Sequence[Hashable] | None = None, last: int = 4,
                  slack: float = 0.0) -> tuple[float, float]:
    """Least and greatest mean gap over all synthetic controls that fit about perfectly.

    With more donors than periods, a unit inside their convex hull is matched exactly by many
    mixtures of donors [1]_. Each is a synthetic control without penalty, and each implies another
    gap after the treatment. The two extremes solve a linear programme.

    Parameters
    ----------
    outcomes, treated, start, donors
        See `analysis.models.synthetic.synthetic_control`.
    last : int
        Periods at the end over which the gap is averaged.
    slack : float
        Largest error that is allowed in any period before `start`, unit of the outcome.

    Returns
    -------
    tuple of float
        Mean gap, unit of the outcome.

    Raises
    ------
    ValueError
        If no mixture of donors fits within `slack`, or see
        `analysis.models.counterfactual.prepare`.

    References
    ----------
    .. [1] Abadie, A. and L'Hour, J. (2021). A penalized synthetic control estimator for
       disaggregated data. Journal of the American Statistical Association, 116(536), 1817-1834.
    """
    frame, before = prepare(outcomes, treated, start, donors)
    own, others = frame[treated].to_numpy(), frame.drop(columns=treated).to_numpy()
    target = others[-last:].mean(axis=0)
    fits = {"A_ub": np.vstack([others[before], -others[before]]),
            "b_ub": np.concatenate([own[before] + slack, slack - own[before]]),
            "A_eq": np.ones((1, others.shape[1])), "b_eq": [1.0], "bounds": (0, None)}
    ends = [linprog(sign * target, **fits) for sign in (1, -1)]
    if any(end.status != 0 for end in ends):
        raise ValueError(f"no mixture of donors fits {treated!r} within {slack}")
    low, high = ends[0].fun, -ends[1].fun
    return float(own[-last:].mean() - high), float(own[-last:].mean() - low)
