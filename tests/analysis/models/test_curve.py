"""Specification curve on effects that are known by construction."""

from functools import partial

import numpy as np
import pandas as pd
import pytest

from analysis.models import curve
from analysis.models.synthetic import equal_weights

CHOICES = {"sign": {"plus": 1, "minus": -1}, "size": {"small": 1.0, "large": 3.0, "huge": 5.0}}


def product(sign, size):
    return sign * size


def test_all_combinations_in_order():
    found = curve.specification_curve(CHOICES, product)
    assert found.table["estimate"].tolist() == [-5, -3, -1, 1, 3, 5]
    assert (found.n, found.median, found.low, found.high) == (6, 0, -5, 5)
    assert found.share_negative == 0.5
    assert found.table.loc[0, ["sign", "size"]].tolist() == ["minus", "huge"]


def test_summary_by_choice():
    by = curve.specification_curve(CHOICES, product).by("sign")
    assert by.loc["plus"].tolist() == [3, 1, 5, 0, 3]  # median, low, high, share negative, n
    assert by.loc["minus", "share_negative"] == 1


def test_an_estimate_that_is_not_finite_names_its_specification():
    with pytest.raises(ValueError, match="'size': 'huge'"):
        curve.specification_curve(
            CHOICES, lambda sign, size: np.nan if size == 5 else size)


@pytest.fixture
def stepped():
    """Four units that stand still until period 2 and then move by the given logarithms."""
    moves = pd.Series({"a": -1.0, "b": 0.0, "c": 0.2, "d": 0.4})
    return pd.DataFrame({u: [1.0, 1.0, 1.0 + m, 1.0 + 2 * m] for u, m in moves.items()})


def test_effect_by_hand(stepped):
    options = {"outcome": stepped, "pool": ["a", "b"], "estimator": equal_weights, "start": 2,
               "base": 0}
    # a is never its own donor: against b alone it moves by -1 and then by -2
    assert curve.effect("a", years=slice(2, 2), **options) == pytest.approx(np.exp(-1) - 1)
    assert curve.effect("a", years=slice(2, 3), **options) == pytest.approx(
        (np.exp(-1) + np.exp(-2)) / 2 - 1)


def test_rank_of_the_median(stepped):
    effect = partial(curve.effect, outcome=stepped, pool=list("bcd"), start=2, base=0,
                     years=slice(2, 3))
    choices = {"estimator": {"equal": equal_weights}}
    def test(unit, others):
        drawn = curve.specification_curve(choices, partial(effect, unit))
        return curve.joint_test(drawn, choices, effect, unit, others)

    first = test("a", list("bcd"))
    assert first.p_value == 1 / 4 and first.units["median"].idxmin() == "a"
    assert test("c", ["b", "d"]).p_value == pytest.approx(2 / 3)


def test_combinations_that_are_left_out_by_hand():
    found = curve.specification_curve(CHOICES, product, keep=lambda sign, size: sign * size > -2)
    assert found.table["estimate"].tolist() == [-1, 1, 3, 5] and found.n == 4
    with pytest.raises(ValueError, match="kept"):
        curve.specification_curve(CHOICES, product, keep=lambda sign, size: False)


def test_periods_that_can_carry_a_match():
    quarters = pd.period_range("2020Q1", "2022Q4", freq="Q")
    first, election, war = quarters[0], pd.Period("2020Q3"), pd.Period("2022Q1")
    assert curve.enough_before(quarters, war, first, least=8)
    assert not curve.enough_before(quarters, war, first, least=9)
    assert curve.enough_before(quarters, war, pd.Period("2021Q1"))
    assert not curve.enough_before(quarters, election, first)  # two quarters


def test_joint_test_is_over_the_curve_that_is_shown():
    # effects are the size times the unit's own; d would rank first over all sizes
    own = {"a": lambda size: -size, "b": lambda size: size, "c": lambda size: -size / 2,
           "d": lambda size: -size if size < 4 else -100}
    choices = {"size": CHOICES["size"]}
    found = curve.specification_curve(choices, own["a"], keep=lambda size: size < 4)
    test = curve.joint_test(found, choices, lambda unit, size: own[unit](size), "a", list("bcd"))
    # medians of sizes 1 and 3: a -2, b 2, c -1, d -2
    assert test.units["median"].to_dict() == {"a": -2, "b": 2, "c": -1, "d": -2}
    assert (test.p_value, test.n, test.n_specifications) == (2 / 4, 4, 2)
    # a, c and d are always below zero
    assert test.share_p_value == 3 / 4 and test.units.index[0] == "a"
