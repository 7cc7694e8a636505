"""Checks of several estimators in one table."""

import numpy as np
import pandas as pd
import pytest

from analysis.models import compare
from analysis.models.synthetic import equal_weights, synthetic_control


@pytest.fixture
def outcome():
    table = pd.DataFrame(10 + np.random.default_rng(4).normal(0, 0.01, (12, 8)),
                         columns=list("abcdefgh"))
    table.loc[8:, "a"] -= np.log(2)  # half of what it was
    return table


def test_each_check_stands_in_its_column(outcome):
    found = compare.compare({"equal": (equal_weights, outcome),
                            "synthetic": (synthetic_control, outcome)}, "a", 8, 4)
    assert found["specification"].tolist() == ["equal", "synthetic"]
    assert found["gap"].tolist() == pytest.approx([-0.5, -0.5], abs=0.02)
    assert (found["p_value"] == 1 / 8).all()
    assert found["false_gap"].abs().max() < 0.03 and found["false_p_value"].min() > 0.1
    assert all(one.low <= gap <= one.high for one, gap in zip(found["one_out"], found["gap"]))
    # equal weights leave the noise in, 0.01 for a unit and a little for the mean of seven
    assert found["held_out"].tolist() == pytest.approx([0.01, 0.01], abs=0.007)
