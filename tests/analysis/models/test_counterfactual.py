"""What all counterfactuals share, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.models.counterfactual import arrays, assemble, prepare, relative_gap

TABLE = pd.DataFrame({"a": [1.0, 3, 5], "b": [2.0, 2, 2], "c": [0.0, 4, 8]}, index=[7, 8, 9])


def path(weights, align=None):
    values, before, donors = arrays(TABLE, "a", 9)
    return assemble(TABLE.index, "a", 9, donors, values, before, np.array(weights), align)


def test_path_and_errors_by_hand():
    fit = path([0.5, 0.5])
    assert fit.synthetic.to_dict() == {7: 1, 8: 3, 9: 5} and fit.gap.tolist() == [0, 0, 0]
    other = path([1.0, 0.0])
    assert other.gap.tolist() == [-1, 1, 3] and other.gap_values.tolist() == [-1, 1, 3]
    assert (other.pre_rmspe, other.post_rmspe, other.rmspe_ratio) == (1, 3, 3)
    assert other.weights.to_dict() == {"b": 1, "c": 0} and other.observed.name == "a"
    assert fit.rmspe_ratio == float("inf") and fit.effective_donors == 2


def test_periods_can_be_weighted_when_levels_are_aligned():
    assert path([1.0, 0.0], np.array([0.5, 0.5])).gap.tolist() == [-1, 1, 3]
    assert path([1.0, 0.0], np.array([0.0, 1.0])).gap.tolist() == [-2, 0, 2]


def test_outcomes_are_prepared_in_order():
    frame, before = prepare(TABLE, "b", 8.5, ["c"])
    assert list(frame) == ["b", "c"] and before.tolist() == [True, True, False]


def test_relative_gap_by_hand():
    gap = pd.Series([9.0, np.log(0.5), np.log(0.7)])
    assert relative_gap(gap, last=2) == pytest.approx(-0.4)
    assert relative_gap(gap.to_numpy(), last=1) == pytest.approx(-0.3)


def test_missing_outcomes_unordered_periods_and_unknown_donors_are_refused():
    with pytest.raises(ValueError, match="order"):
        prepare(TABLE.iloc[::-1], "a", 9)
    with pytest.raises(KeyError, match="'z'"):
        prepare(TABLE, "a", 9, ["b", "z"])
    with pytest.raises(ValueError, match="'c'"):
        prepare(TABLE.assign(c=[0, np.nan, 8]), "a", 9)
