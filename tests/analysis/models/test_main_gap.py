"""The gap that a text reports, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.models.main_gap import main_gap
from analysis.models.synthetic import equal_weights

START = pd.Period("2022Q1")


def test_halved_while_others_double():
    quarters = pd.period_range("2021Q1", periods=8, freq="Q")
    wave = np.array([0.01, -0.01, 0.01, -0.01])
    # donors double, each with errors of its own size; one unit is halved
    moves = {"own": np.log(0.5)} | {f"d{i}": np.log(2) for i in range(12)}
    table = pd.DataFrame({unit: np.concatenate([size * wave, move + size * wave])
                          for size, (unit, move) in enumerate(moves.items(), start=1)}, quarters)
    found = main_gap(table, "own", START, slice(START, quarters[-1]), estimator=equal_weights)
    # a quarter of the counterfactual is left, of which one halving is one's own
    assert found.estimate.value == pytest.approx(-75, abs=1)
    assert found.growth_share == pytest.approx(50, abs=1)
    assert found.space.p_value == pytest.approx(1 / 13)
    assert found.estimate.low < -75 < found.estimate.high < 0
    assert set(found.inverted) == {"ratio", "mean"}
