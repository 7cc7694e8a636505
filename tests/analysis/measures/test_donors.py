"""Screen of donors, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.donors import (
    complete_pools,
    intensity_spread,
    screen_donors,
    screened_pools,
)

QUARTERS = pd.period_range("2021Q1", periods=6, freq="Q")
BEFORE = slice("2021Q1", "2021Q4")
INTENSITY = pd.DataFrame({
    "steady": [10.0, 11, 10, 11, 90, 90], "rising": [10.0, 12, 15, 20, 20, 20],
    "erratic": [10.0, 50, 10, 50, 10, 10], "gap": [10.0, np.nan, 10, 10, 10, 10],
    "even": [5.0, 5, 5, 5, 5, 5]}, index=QUARTERS)


def test_spread_looks_at_the_given_periods_only():
    found = intensity_spread(INTENSITY, BEFORE)
    assert found[["steady", "rising", "erratic", "even"]].tolist() == pytest.approx([1.1, 2, 5, 1])
    assert np.isnan(found["gap"])
    # means of two neighbours: 10.5 throughout, and 11, 13.5, 17.5
    smooth = intensity_spread(INTENSITY, BEFORE, smooth=2)
    assert smooth[["steady", "rising", "erratic"]].tolist() == pytest.approx([1, 17.5 / 11, 1])


def test_factor_drops_with_a_reason():
    screen = screen_donors(INTENSITY, ["steady", "rising", "erratic", "gap", "absent"], BEFORE,
                           factor=2)
    assert screen.kept == ("steady", "rising")
    assert screen.dropped == ("erratic", "gap", "absent")
    reasons = screen.table.set_index("donor")["reason"]
    assert reasons["erratic"] == "intensity varies by a factor of 5.0"
    assert reasons["gap"] == reasons["absent"] == "no complete data" and reasons["rising"] == ""
    assert screen.table["kept"].tolist() == [True, True, False, False, False]


def test_robust_z_by_hand():
    # logarithms of the ratios: log 1.1, log 2, log 5 and 0; median of the four is their middle,
    # (log 1.1 + log 2) / 2
    pool = ["steady", "rising", "erratic", "even"]
    logs = np.log([1.1, 2, 5, 1])
    apart = logs - (logs[0] + logs[1]) / 2
    # sizes in order: 0.299 twice, 0.394, 1.215; their median is (0.299 + 0.394) / 2
    scale = 1.4826 * (abs(apart[0]) + abs(apart[3])) / 2
    screen = screen_donors(INTENSITY, pool, BEFORE, limit=2)
    assert screen.table["z"].tolist() == pytest.approx(list(apart / scale))
    assert screen.dropped == ("erratic",)
    assert "far more" in screen.table.set_index("donor").loc["erratic", "reason"]


def test_a_rule_is_needed_and_someone_must_pass():
    with pytest.raises(ValueError, match="needed"):
        screen_donors(INTENSITY, ["steady"], BEFORE)
    with pytest.raises(ValueError, match="passes"):
        screen_donors(INTENSITY, ["erratic", "gap"], BEFORE, factor=2)


POOLS = {"main": ["steady", "erratic", "gap"], "wide": ["even", "steady", "erratic"]}


def test_pools_without_gaps_and_without_some():
    complete = ["steady", "erratic", "even"]
    assert complete_pools(POOLS, complete) == {"main": ["steady", "erratic"],
                                               "wide": ["even", "steady", "erratic"]}
    assert complete_pools(POOLS, complete, ["steady"])["wide"] == ["even", "erratic"]


def test_screened_pools_keep_the_first_one_without_the_screen():
    screen = screen_donors(INTENSITY, POOLS["main"], BEFORE, factor=2)
    found = screened_pools(POOLS, ["steady", "erratic", "even"], screen)
    assert found == {"main": ["steady"], "wide": ["even", "steady"],
                     "unscreened": ["steady", "erratic"]}
