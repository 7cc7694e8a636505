"""Panels: their order, titles and labels."""

import matplotlib.pyplot as plt
import pandas as pd

from report.drawing import multiples, palette


def test_panels_stand_in_order_with_their_own_lines():
    data = pd.DataFrame({"panel": ["A", "A", "B", "B"], "year": [2020, 2021] * 2,
                         "value": [1.0, 2, 30, 40], "who": ["x", "x", "y", "y"]})
    figure = multiples.multiples(
        data, "panel", "year", "value", "who", titles={"B": "Second"},
        colours={"A": {"x": palette.FOCUS}, "B": {"y": palette.BLUE}}, share=False)
    panels = figure.axes
    titles = [axes.get_title() or axes.get_title(loc="left") for axes in panels]
    words = [[t.get_text() for t in axes.texts] for axes in panels]
    drawn = [list(axes.lines[0].get_ydata()) for axes in panels]
    plt.close(figure)
    assert titles == ["A", "Second"] and words == [["x"], ["y"]]
    assert drawn == [[1, 2], [30, 40]]


def test_description_names_each_panel():
    data = pd.DataFrame({"panel": ["B", "B", "A", "A"], "year": [2020, 2021] * 2,
                         "value": [1.0, 2, 30, 40], "who": "x"})
    said = multiples.describe(data, "panel", "year", "value", "who", ["x"], "count")
    first, second = said.split(" A: ")
    assert first.startswith("B: x goes from 1 in 2020 to 2 in 2021;")
    assert second.startswith("x goes from 30 in 2020 to 40 in 2021;")
