"""Choices by key and in words."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import donor_pools
from analysis.models import choices, curve
from analysis.models.synthetic import equal_weights
from analysis.models.synthetic_did import synthetic_did
from report import tables

OPTIONS = {"timing": {"invasion-2020": 1, "year-before": 2},
           "pool": {"western": 10, "any-size": 20}, "estimator": {"penalised": 0, "equal": 0}}


@pytest.fixture
def late():
    """A curve over two dates, two pools and two estimators."""
    return curve.specification_curve(
        OPTIONS, lambda timing, pool, estimator: -(timing + pool) / 100)


def test_main_specification_is_the_first_of_each_choice():
    assert choices.MAIN == "invasion-2020/fifth-to-five/penalised"


def test_every_option_that_is_computed_has_a_name():
    activity, economies = tables.load("github_activity"), tables.load("economies")
    pools = donor_pools(activity, economies, "BY", 2021)
    assert set(choices.NAMES["pool"]) == {*pools, "unscreened"}
    quarters = pd.period_range("2020Q1", periods=12, freq="Q")
    assert list(choices.timings(quarters, quarters[8])) == list(choices.NAMES["timing"])
    assert set(choices.NAMES["estimator"]) == set(choices.estimators(0.1))


def test_estimators_differ_as_their_keys_say():
    outcome = pd.DataFrame({"own": [1.0, 2, 9], "a": [1.0, 1, 5], "b": [3.0, 4, 4]})
    fits = {key: estimator(outcome, "own", 2)
            for key, estimator in choices.estimators(0.1).items()}
    assert fits["equal"].weights.tolist() == [0.5, 0.5]
    # the unit moves as b does, a level lower: only with levels aligned b alone is perfect
    assert fits["plain-aligned"].weights["b"] == pytest.approx(1)
    assert fits["plain-aligned"].pre_rmspe == pytest.approx(0, abs=1e-9)
    assert fits["plain"].pre_rmspe > 0.1
    assert fits["penalised"].weights["a"] > fits["plain"].weights["a"]
    assert fits["penalised-aligned"].weights["b"] > fits["penalised"].weights["b"]


def test_gap_by_hand():
    outcome = pd.DataFrame({"own": [5.0, 1, 1, 0], "a": [0.0, 1, 1, 1], "b": [0.0, 1, 1, 1]})
    found = choices.gap(outcome, slice(3, 3), "own",
                        timing=choices.Timing(start=3, base=1), pool=["a", "b"],
                        estimator=equal_weights)
    assert found == pytest.approx(np.exp(-1) - 1)


def test_dates_of_the_shock_and_what_can_carry_a_match():
    quarters = pd.period_range("2020Q1", periods=12, freq="Q")
    dates = choices.timings(quarters, pd.Period("2022Q1"))
    assert dates["invasion-2021"] == choices.Timing(start=pd.Period("2022Q1"),
                                                    base=pd.Period("2021Q1"))
    assert dates["year-before"] == choices.Timing(start=pd.Period("2021Q1"),
                                                  base=pd.Period("2020Q1"))
    assert all(choices.can_carry(quarters, timing=one, pool=[]) for one in dates.values())
    two = choices.Timing(start=pd.Period("2020Q3"), base=pd.Period("2020Q1"))
    assert not choices.can_carry(quarters, timing=two)


def test_penalty_is_one_of_those_tried_and_does_not_see_the_treated_unit():
    steps = np.random.default_rng(3).normal(0, 0.1, (8, 7)).cumsum(axis=0)
    table = pd.DataFrame(steps, columns=list("abcdefg"))
    found = choices.penalty_of(table, "a", 6)
    assert found in choices.PENALTIES
    assert choices.penalty_of(table.assign(a=9.0), "a", 6) == found


def test_estimators_side_by_side_and_western_donors_of_two():
    found = choices.compared(choices.estimators(0.1), "all", "west")
    assert list(found) == list(choices.COMPARED)
    assert found["equal-western"] == (equal_weights, "west")
    assert found["synthetic-did"] == (synthetic_did, "all")
    assert found["penalised"][1] == "all" and found["penalised-western"][1] == "west"


def test_specifications_in_words_keep_their_keys(late):
    early = curve.specification_curve(OPTIONS, lambda timing, pool, estimator: timing / 100)
    shown = choices.in_words(late, early)
    assert shown["estimate"].tolist() == [-22, -22, -21, -21, -12, -12, -11, -11]
    assert shown["early"].tolist() == [2, 2, 1, 1, 2, 2, 1, 1]
    first = shown.iloc[0]
    assert first["key"] == "year-before/any-size/penalised"
    assert first["pool"] == "Any size" and first["timing"] == "Start of 2021, matched on 2020"


def test_medians_by_option(late):
    assert choices.medians(late, "pool").to_dict() == pytest.approx(
        {"western": -11.5, "any-size": -21.5})
