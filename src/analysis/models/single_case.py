"""One unit against a sample of peers."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats


@dataclass(frozen=True)
class AgainstPeers:
    """A unit's value less the mean of its peers.

    Attributes
    ----------
    value, peers, difference : float
        Own value, mean of the peers, and what is the unit's own.
    low, high, p_value : float
        Of the difference.
    share, share_low, share_high : float
        Difference as a percentage of the own value.
    n : int
        Peers.
    """

    value: float
    peers: float
    difference: float
    low: float
    high: float
    p_value: float
    share: float
    share_low: float
    share_high: float
    n: int


def against_peers(values: pd.Series, unit: Hashable, level: float = 0.95) -> AgainstPeers:
    """Difference between one unit and its peers, with a t interval from their spread.

    The peers stand for the distribution that the unit would have been drawn from [1]_; applied
    to changes this is a difference in differences with one treated unit [2]_.

    Parameters
    ----------
    values : Series
        By unit; missing ones are left out.
    unit : hashable
        The one that is compared.
    level : float
        Coverage of the interval.

    Raises
    ------
    ValueError
        If the unit is missing or fewer than three peers are left.

    References
    ----------
    .. [1] Crawford, J. R. and Howell, D. C. (1998). Comparing an individual's test score against
       norms derived from small samples. The Clinical Neuropsychologist, 12(4), 482-486.
    .. [2] Conley, T. G. and Taber, C. R. (2011). Inference with "difference in differences" with
       a small number of policy changes. Review of Economics and Statistics, 93(1), 113-125.
    """
    known = values.dropna()
    peers = known.drop(unit, errors="ignore")
    if unit not in known.index or len(peers) < 3:
        raise ValueError(f"{unit} is missing or has fewer than three peers")
    own, mean, n = float(known[unit]), float(peers.mean()), len(peers)
    error = float(peers.std(ddof=1) * np.sqrt(1 + 1 / n))
    reach = float(stats.t.ppf((1 + level) / 2, n - 1)) * error
    gap = own - mean
    ends = sorted([100 * (gap - reach) / own, 100 * (gap + reach) / own])
    return AgainstPeers(own, mean, gap, gap - reach, gap + reach,
                        float(2 * stats.t.sf(abs(gap) / error, n - 1)), 100 * gap / own,
                        *ends, n)
