"""Work beside exports on made economies."""

import numpy as np
import pandas as pd
import pytest

from analysis.models import validation

CODES = ["A", "B", "C", "D", "E", "F"]
WORK = pd.DataFrame([[1.0, 2, 4, 8, 16, 32], [2.0, 2, 8, 4, 32, 96]], [2021, 2023], CODES)
# Exports move with the square root of work, but for the last economy.
EXPORTS = pd.DataFrame([np.ones(6), [2**.5, 1, 2**.5, .5**.5, 2**.5, .1]], [2021, 2023], CODES)


def test_enough_destinations():
    reach = pd.DataFrame([[9.9, 10.0, np.nan]], [2021], ["A", "B", "C"])
    assert validation.well_measured(reach, 2021).to_list() == ["B"]


def test_groups_and_spans_that_exports_have():
    groups = {"all": CODES, "well": CODES[:5]}
    found = validation.comparisons(WORK, {"ict": EXPORTS, "digital": EXPORTS.loc[[2021]]}, groups,
                                   [(2021, 2023)])
    assert found.index.to_list() == ["ict/2021-2023/all", "ict/2021-2023/well"]
    assert found["n"].to_list() == [6, 5]
    assert found.loc["ict/2021-2023/well", "correlation"] == pytest.approx(1)
    assert found.loc["ict/2021-2023/all", "correlation"] < 0
    assert found.loc["ict/2021-2023/all", "span"] == "Change 2021 to 2023"


def test_prediction_leaves_the_economy_out():
    found = validation.predicted_change(WORK, EXPORTS, "F", 2021, 2023, CODES)
    assert found.value == pytest.approx(100 * (3**.5 - 1))
