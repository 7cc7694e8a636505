"""Gaps against peers, by hand."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

from analysis.models import peers
from analysis.models.synthetic import equal_weights

YEARS = range(2015, 2021)
# the unit halves from 2019 on; A stays, B doubles in 2019 and C has a gap
VALUES = pd.DataFrame({"A": [4.0] * 6, "B": [1.0] * 4 + [2.0] * 2, "U": [8.0] * 4 + [4.0] * 2,
                       "C": [1.0, 1, 1, 1, 1, np.nan]}, index=YEARS)
POOLS = {"both": ["A", "B", "C"], "steady": ["A", "C", "Z"]}
ALIKE = {"equal": equal_weights}
gaps = partial(peers.peer_gaps, treated="U", start=2019, false_start=2017, estimators=ALIKE)


def test_gap_against_equal_weights():
    found = gaps(VALUES, pools=POOLS | {"steady": ["A", "B"]}).set_index("key")
    # half, against a geometric mean that rose by the root of two: 0.5 / sqrt(2) - 1
    row = found.loc["equal/both"]
    assert row["gap"] == pytest.approx(100 * (0.5 / np.sqrt(2) - 1))
    assert (row["donors"], row["n"]) == (("A", "B"), 3)
    assert row["p"] == pytest.approx(1 / 3)
    # without B the others stay, without A they double
    assert (row["low"], row["high"]) == pytest.approx((-75, -50))
    assert (row["early"], row["fit"]) == pytest.approx((0, 0), abs=1e-9)


def test_fit_and_false_start_show_what_moved_before():
    # the unit is twice as high in 2017 and 2018: half of ln 2 off its mean in each early year
    early = VALUES.assign(U=[4.0, 4, 8, 8, 4, 4])
    row = gaps(early, pools={"both": ["A", "B"]}).iloc[0]
    assert row["fit"] == pytest.approx(100 * np.log(2) / 2)
    assert row["early"] == pytest.approx(100)


def test_every_year_has_its_gap():
    found = peers.gaps_by_year(VALUES, "U", 2019, {"steady": ["A", "C"]}, estimators=ALIKE)
    assert found["equal/steady"].tolist() == pytest.approx([0, 0, 0, 0, -50, -50])


def test_all_estimators_are_tried_on_each_pool():
    found = peers.peer_gaps(VALUES, "U", 2019, {"both": ["A", "B"]}, false_start=2017)
    assert found["specification"].tolist() == ["Synthetic control, both", "Equal weights, both"]


def test_incomplete_donors_are_left_out_and_an_incomplete_unit_is_refused():
    assert list(peers.log_pools(VALUES, "U", POOLS)["steady"].columns) == ["U", "A"]
    with pytest.raises(ValueError, match="'C' has a value"):
        peers.log_pools(VALUES, "C", POOLS)
    with pytest.raises(ValueError, match="consecutive"):
        peers.log_pools(VALUES.drop(2016), "U", POOLS)


def test_gaps_of_several_series_stand_in_one_table():
    one = pd.DataFrame({"key": ["equal/a"], "gap": [-1.0]})
    found = peers.by_series({"x": one, "y": one}, {"x": "First", "y": "Second"})
    assert found["key"].tolist() == ["x/equal/a", "y/equal/a"]
    assert found["series"].tolist() == ["First", "Second"]
