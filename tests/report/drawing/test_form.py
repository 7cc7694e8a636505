"""A form says how much room there is."""

import matplotlib.pyplot as plt
import pytest

from report.drawing.form import NARROW, WIDE, points


def test_panels_stand_below_one_another_on_a_phone():
    assert (WIDE.columns(2), NARROW.columns(2)) == (2, 1)


def test_words_are_broken_where_they_would_not_fit():
    # At ten points a line of the narrow form, 259 points, holds 45 letters.
    assert NARROW.wrapped("a" * 22 + " " + "b" * 22, 10) == "a" * 22 + " " + "b" * 22
    assert NARROW.wrapped("a" * 22 + " " + "b" * 23, 10) == "a" * 22 + "\n" + "b" * 23


def test_points_of_axes():
    figure, axes = plt.subplots(figsize=(10, 5), layout="none")
    axes.set_position([0.1, 0.1, 0.5, 0.8])
    size = points(axes)
    plt.close(figure)
    assert size == pytest.approx((360, 288))
