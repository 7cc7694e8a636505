"""Intervals under stated probability, against distributions known in closed form."""

from math import log, sqrt

import numpy as np
import pytest

from analysis.models import rounding
from report.intervals import Interval, propagate

UNIT = Interval(0.5, 0, 1)


def test_a_sum_of_two_is_triangular():
    # P(sum <= x) is x^2 / 2 below 1: a twentieth at sqrt(0.1), and the mirror of it above
    found = rounding.drawn(lambda a, b: a + b, UNIT, UNIT, count=200_000)
    assert (found.low, found.value, found.high) == pytest.approx(
        (sqrt(0.1), 1, 2 - sqrt(0.1)), abs=0.005)
    worst = propagate(lambda a, b: a + b, UNIT, UNIT)
    assert (worst.low, worst.high) == (0, 2)


def test_a_single_figure_is_uniform():
    found = rounding.drawn(lambda a: 10 * a, Interval(2, 1, 3), level=0.5, count=200_000)
    assert (found.low, found.value, found.high) == pytest.approx((15, 20, 25), abs=0.1)


def test_the_logarithm_of_a_product_of_two_is_a_sum_of_exponentials():
    # P(ab <= x) = x (1 - ln x) for two units: 0.1 (1 - ln 0.1) at a tenth
    found = rounding.samples(lambda a, b: a * b, UNIT, UNIT, count=200_000)
    assert (found <= 0.1).mean() == pytest.approx(0.1 * (1 - log(0.1)), abs=0.005)


def test_one_figure_has_the_same_draws_wherever_it_stands():
    named, other = Interval(0.5, 0, 1, ("f",)), Interval(0.5, 0, 1, ("g",))
    assert (rounding.samples(lambda a, b: a - b, named, named) == 0).all()
    first = rounding.samples(lambda a, b: a, named, other)
    assert (first == rounding.samples(lambda a, b: b, other, named)).all()
    # unnamed ranges are figures of their own, and so are named ones from each other
    assert rounding.samples(lambda a, b: abs(a - b), UNIT, UNIT).mean() == pytest.approx(
        1 / 3, abs=0.01)
    assert rounding.samples(lambda a, b: abs(a - b), named, other).mean() == pytest.approx(
        1 / 3, abs=0.01)


def test_draws_that_fail_a_condition_are_left_out():
    # of two units, given that the first is the greater, the first has the density 2a
    found = rounding.drawn(lambda a, b: a, UNIT, UNIT, given=lambda a, b: a > b, count=200_000)
    assert found.value == pytest.approx(sqrt(0.5), abs=0.005)
    with pytest.raises(ValueError, match="no draw"):
        rounding.drawn(lambda a: a, UNIT, given=lambda a: a > 1)


def test_readings_count_alike_whatever_their_number_of_draws():
    few, many = np.linspace(0, 1, 101), np.linspace(10, 11, 100_001)
    found = rounding.held([few, many], level=0.5)
    # quarters of the mixture: the middles of the two
    assert (found.low, found.high) == pytest.approx((0.5, 10.5), abs=0.02)


def test_seed_decides_and_rows_are_kept():
    figure = Interval(1, 0, 2, ("f",))
    first, again = (rounding.drawn(lambda a: a, figure, seed=1) for _ in range(2))
    assert first == again != rounding.drawn(lambda a: a, figure, seed=2)
    assert first.rows == ("f",)
    with pytest.raises(ValueError, match="f, g: draw the figures"):
        rounding.drawn(lambda a: a, Interval(1, 0, 2, ("f", "g")))
