"""Coefficients under many treatments."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

from report.drawing import coefficients

DATA = pd.DataFrame({
    "market": ["us", "us", "eu", "eu"], "treatment": ["a", "b"] * 2,
    "change": [-50.0, -60.0, 10.0, 20.0], "low": [-90.0, -99.0, -50.0, 5.0],
    "high": [-10.0, 5.0, np.inf, 30.0]})
TITLES = {"us": "United States", "eu": "Union"}


def test_equal_ratios_and_ends_that_are_cut():
    figure = coefficients.panels(
        DATA, "market", "treatment", "change", "low", "high", titles=TITLES, xlabel="Percent",
        clip=(-95, 300), ticks=(-50, 0, 100))
    left, right = figure.axes
    assert np.allclose(left.get_xticks(), np.log([0.5, 1, 2]))
    assert [label.get_text() for label in left.get_yticklabels()] == ["a", "b"]
    lines = right.collections[0].get_segments()
    assert np.isclose(lines[0][1][0], np.log(4))
    plt.close(figure)


def test_words():
    words = coefficients.describe(DATA, "market", "change", "low", "high", TITLES)
    assert "United States: " in words and words.count("1 of 2 intervals exclude nought") == 2
