"""One unit against a sample of peers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from report.intervals import Interval


@dataclass(frozen=True)
class AgainstPeers:
    """A unit's value and that of its peers.

    Attributes
    ----------
    value, peers : float
        Own value, and mean of the peers.
    own : Interval
        Value less the mean, which is the unit's own, with its interval.
    share : Interval
        The same as a percentage of the value.
    p_value : float
        Of no difference.
    n : int
        Peers.
    """

    value: float
    peers: float
    own: Interval
    share: Interval
    p_value: float
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
    value, mean, n = float(known[unit]), float(peers.mean()), len(peers)
    error = float(peers.std(ddof=1) * np.sqrt(1 + 1 / n))
    reach = float(stats.t.ppf((1 + level) / 2, n - 1)) * error
    gap = value - mean
    share_low, share_high = sorted([100 * (gap - reach) / value, 100 * (gap + reach) / value])
    return AgainstPeers(
        value=value, peers=mean, own=Interval(gap, gap - reach, gap + reach),
        share=Interval(100 * gap / value, share_low, share_high),
        p_value=float(2 * stats.t.sf(abs(gap) / error, n - 1)), n=n)


def by_group(values: pd.DataFrame, unit: Hashable, groups: Mapping[str, Sequence[Hashable]],
             names: Mapping[str, str]) -> pd.DataFrame:
    """One unit against groups of peers, for each column.

    Parameters
    ----------
    values : DataFrame, shape (units, columns)
    unit : hashable
        The one that is compared.
    groups : mapping
        Name of a group to its units.
    names : mapping
        Column to name.

    Returns
    -------
    DataFrame
        By ``key`` (column): ``bloc`` (its name), ``value``, the unit's own, and for each group
        ``<group>_peers``, their mean, and ``<group>_span``, what is the unit's own with its 95%
        interval.
    """
    rows = {}
    for column in values:
        found = {name: against_peers(values.loc[[unit, *peers], column], unit)
                 for name, peers in groups.items()}
        rows[column] = {"bloc": names[column], "value": values.loc[unit, column]}
        for name, one in found.items():
            rows[column][f"{name}_peers"] = one.peers
            rows[column][f"{name}_span"] = one.own
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("key")
