"""Specification curve: order of dots, board of choices."""

import matplotlib.pyplot as plt
import pandas as pd

from report.drawing import specifications


def test_curve_and_board():
    table = pd.DataFrame({"donors": ["all", "few", "all"], "estimate": [-3.0, -2, 1]})
    figure = specifications.curve(table, {"donors": ["few", "all"]}, {"donors": "Donors"},
                                  ylabel="Gap", main=1)
    above, below = figure.axes
    dots = above.collections[0].get_offsets().tolist()
    marks = {int(c.get_offsets()[0][1]): sorted(c.get_offsets()[:, 0].tolist())
             for c in reversed(below.collections)}
    labels = [t.get_text() for t in below.get_yticklabels()]
    plt.close(figure)
    assert dots == [[0, -3], [1, -2], [2, 1]]
    assert labels == ["DONORS", "few", "all"]
    assert marks == {-1: [1], -2: [0, 2]}


def test_description():
    table = pd.DataFrame({"estimate": [-3.0, -2, 1]})
    assert specifications.describe(table, 0, "percent") == (
        "3 estimates from \N{MINUS SIGN}3% to 1%, median \N{MINUS SIGN}2%; "
        "the main one is \N{MINUS SIGN}3%.")
