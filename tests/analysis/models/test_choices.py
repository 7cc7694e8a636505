"""Choices by key and in words."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import donor_pools, log_outcomes
from analysis.models import choices, curve
from analysis.models.synthetic import equal_weights
from report import tables


@pytest.fixture
def late():
    """A curve over the two outcomes and two estimators, the other choices being the main ones."""
    options = {"timing": {"invasion-2020": 0}, "outcome": {"pushes": 1, "pushes-per-developer": 2},
               "pool": {"western": 10, "any-size": 20}, "estimator": {"penalised": 0, "equal": 0}}
    return curve.specification_curve(
        options, lambda timing, outcome, pool, estimator: -(outcome + pool) / 100)


def test_main_specification_is_the_first_of_each_choice():
    assert choices.MAIN == "invasion-2020/pushes/fifth-to-five/penalised"


def test_every_option_that_is_computed_has_a_name():
    activity, economies = tables.load("github_activity"), tables.load("economies")
    assert set(choices.NAMES["pool"]) == set(donor_pools(activity, economies, "BY", 2021))
    assert set(choices.NAMES["outcome"]) == set(log_outcomes(activity))
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
    found = choices.gap("own", slice(3, 3), timing=choices.Timing(start=3, base=1),
                        outcome=outcome, pool=["a", "b"], estimator=equal_weights)
    assert found == pytest.approx(np.exp(-1) - 1)


def test_western_donors_get_two_estimators_of_their_own():
    found = choices.with_western(choices.estimators(0.1), "all", "west")
    assert list(found) == list(choices.COMPARED)
    assert found["equal-western"] == (equal_weights, "west")
    assert found["penalised"][1] == "all" and found["penalised-western"][1] == "west"


def test_only_the_first_option_is_the_main_one():
    assert choices.main_option({"a": 1, "b": 2}) == {"a": 1}


def test_specifications_in_words_keep_their_keys(late):
    shown = choices.in_words(late)
    assert shown["estimate"].tolist() == [-22, -22, -21, -21, -12, -12, -11, -11]
    first = shown.iloc[0]
    assert first["key"] == "invasion-2020/pushes-per-developer/any-size/penalised"
    assert first["outcome"] == "Pushes per developer" and first["pool"] == "Any size"


def test_by_option(late):
    shown = choices.by_option(late, late).set_index("key")
    western = shown.loc["pool/western"]
    assert (western["choice"], western["option"], western["n"]) == ("Donors", "Western", 4)
    assert western["median"] == pytest.approx(-11.5)
    assert (western["range"].low, western["range"].high) == pytest.approx((-12, -11))
