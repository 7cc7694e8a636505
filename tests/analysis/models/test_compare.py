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
                             "synthetic": (synthetic_control, outcome)}, "a", 8, 4,
                            {"equal": "Equal weights", "synthetic": "Synthetic control"},
                            slice(8, 9))
    # half of it is lost in the first periods after the start too
    assert found["early_gap"].tolist() == pytest.approx([-50, -50], abs=2)
    assert found["key"].tolist() == ["equal", "synthetic"]
    assert found["specification"].tolist() == ["Equal weights", "Synthetic control"]
    assert found["gap"].tolist() == pytest.approx([-50, -50], abs=2)
    assert (found["p_value"] == 1 / 8).all()
    assert found["false_gap"].abs().max() < 3 and found["false_p_value"].min() > 0.1
    assert (found["low"] < found["gap"]).all() and (found["gap"] < found["high"]).all()
    assert (found["high"] - found["low"] < 5).all()
    # equal weights leave the noise in, 0.01 for a unit and a little for the mean of seven
    assert found["held_out"].tolist() == pytest.approx([0.01, 0.01], abs=0.007)
