"""Dots with ranges: what is drawn is what the data say."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from report.drawing import dots


@pytest.fixture
def frame():
    return pd.DataFrame({"host": ["Poland", "Cyprus"], "before": [50.0, 10], "after": [100.0, 40],
                         "low": [80.0, 30], "high": [120.0, 50]})


def test_dumbbells_say_the_factor(frame):
    figure = dots.dumbbells(frame, "host", "before", "after", xlabel="Permits",
                            names=("2019", "2024"))
    words = [t.get_text() for t in figure.axes[0].texts]
    points = [collection.get_offsets()[:, 0].tolist() for collection in
              figure.axes[0].collections[1:]]
    plt.close(figure)
    assert words == ["× 2.0", "× 4.0", "2019", "2024"]
    assert points == [[50, 10], [100, 40]]


def test_compared_draws_range_dot_and_ring(frame):
    figure = dots.compared(frame, "host", "after", "low", "high", "before", xlabel="Gain",
                           names=("now", "then"), clip=(0, 150))
    axes = figure.axes[0]
    segments = [segment[:, 0].tolist() for segment in axes.collections[0].get_segments()]
    limits = axes.get_xlim()
    plt.close(figure)
    assert segments == [[80, 120], [30, 50]] and limits == (0, 150)


def test_effects_draw_both_intervals():
    data = pd.DataFrame({"outcome": ["a", "a"], "year": [2020.0, 2021], "estimate": [0.0, -1],
                         "wide_low": [-1.0, -3], "wide_high": [1.0, 1],
                         "low": [-0.1, -1.2], "high": [0.1, -0.8]})
    figure = dots.effects(data, "outcome", "year", "estimate", ("wide_low", "wide_high"),
                          ("low", "high"), titles={"a": "A"})
    wide, narrow = figure.axes[0].collections[:2]
    heights = [np.ptp(c.get_segments()[1][:, 1]) for c in (wide, narrow)]
    plt.close(figure)
    assert heights == pytest.approx([4, 0.4])


def test_descriptions_say_every_row(frame):
    assert dots.describe_dumbbells(frame, "host", "before", "after") == (
        "Poland from 50 to 100; Cyprus from 10 to 40.")
    assert dots.describe_compared(frame, "host", "after", "low", "high", "before", name="2022",
                                  unit="percent") == (
        "Poland 80 to 120% around 100%, in 2022 50%; Cyprus 30 to 50% around 40%, in 2022 10%.")
