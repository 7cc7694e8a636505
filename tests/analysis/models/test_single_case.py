"""One unit against its peers, by hand."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from analysis.models.single_case import against_peers, by_group


def test_by_hand():
    # peers 1, 2, 3: mean 2, deviation 1; error (1 + 1/3) ** 0.5; t with two degrees
    found = against_peers(pd.Series({"BY": 6.0, "a": 1, "b": 2, "c": 3, "d": np.nan}), "BY")
    error = (4 / 3) ** 0.5
    assert (found.peers, found.own.value, found.n) == (2, 4, 3)
    assert found.own.high - found.own.low == pytest.approx(2 * 4.302653 * error, rel=1e-6)
    assert found.p_value == pytest.approx(2 * stats.t.sf(4 / error, 2))
    assert found.share.value == pytest.approx(100 * 4 / 6)
    assert found.share.low == pytest.approx(100 * found.own.low / 6)


def test_statistic_of_the_article():
    # Crawford and Howell (1998): t = (score - mean) / (deviation * ((n + 1) / n) ** 0.5); a score
    # of 36 against 20 norms with mean 45 and deviation 6 gives -1.4639
    norms = np.array([1.0, -1] * 10)
    norms = 45 + 6 * (norms - norms.mean()) / norms.std(ddof=1)
    found = against_peers(pd.Series([36.0, *norms]), 0)
    t = stats.t.isf(found.p_value / 2, 19)
    assert t == pytest.approx(1.4639, abs=1e-4)


def test_shares_of_a_negative_change_stay_in_order():
    found = against_peers(pd.Series({"BY": -2.0, "a": -1, "b": 0, "c": 1}), "BY")
    assert found.share.low < found.share.value == 100 < found.share.high


@pytest.mark.parametrize("values", [{"BY": np.nan, "a": 1, "b": 2, "c": 3}, {"BY": 1, "a": 1}])
def test_too_little_is_refused(values):
    with pytest.raises(ValueError, match="missing or has fewer"):
        against_peers(pd.Series(values, dtype=float), "BY")


def test_groups_of_peers_side_by_side():
    values = pd.DataFrame({"us": [6.0, 1, 2, 3, 10], "asia": [-1.0, 1, 1, 4, 0]},
                          index=["BY", "a", "b", "c", "d"])
    found = by_group(values, "BY", {"near": ["a", "b", "c"], "wide": ["a", "b", "c", "d"]},
                     {"us": "United States", "asia": "Asia"})
    us = found.loc["us"]
    assert (us["bloc"], us["value"], us["near_peers"], us["wide_peers"]) == (
        "United States", 6, 2, 4)
    assert (us["near_span"].value, us["wide_span"].value) == (4, 2)
    assert us["near_span"].high - us["near_span"].low == pytest.approx(
        2 * 4.302653 * (4 / 3) ** 0.5, rel=1e-6)
    assert found.loc["asia", "near_span"].value == -3
