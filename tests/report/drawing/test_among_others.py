"""One economy among others: what is drawn, labelled and told."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_rgba

from report.drawing import among_others, palette


def test_paths_have_a_panel_each_and_one_line_in_front():
    data = pd.DataFrame([(2020 + t, float(t), who, panel) for t in range(3)
                         for who in ("BY", "PL", "DE") for panel in ("one", "two", "three")],
                        columns=["x", "y", "who", "panel"])
    figure = among_others.paths(data, "x", "y", "who", "panel", "BY", ylabel="Percent",
                                ticks=(-50, 0, 100), events={2021.0: "War"}, limits=(-5, 5))
    shown = [axes for axes in figure.axes if axes.get_visible()]
    titles = [axes.get_title() for axes in shown]
    front = [line.get_color() for line in shown[0].lines].count(palette.FOCUS)
    low, high = shown[0].get_ylim()
    ticks = list(zip(shown[0].get_yticks(), (t.get_text() for t in shown[0].get_yticklabels())))
    plt.close(figure)
    assert (titles, front, low) == (["one", "two", "three"], 1, -5) and high > 5
    # Half is the logarithm of 2 below nought, twice as much is the same above it.
    assert ticks == [(pytest.approx(-0.6931, abs=1e-4), "\N{MINUS SIGN}50"), (0, "0"),
                     (pytest.approx(0.6931, abs=1e-4), "+100")]


def test_peers_stand_in_rows_and_the_focus_stands_out():
    data = pd.DataFrame({"United States": [-1.0, 0.5], "Russia": [0.3, np.nan]},
                        index=["Belarus", "Russia"])
    figure = among_others.changes(data, "Belarus", xlabel="Percent", ticks=(-50, 0))
    names = [t.get_text() for t in figure.axes[0].get_yticklabels()]
    titles = [axes.get_title() for axes in figure.axes]
    colour = figure.axes[0].collections[-1].get_facecolors()[0]
    plt.close(figure)
    assert names == ["Belarus", "Russia"] and titles == ["United\nStates", "Russia"]
    assert colour == pytest.approx(to_rgba(palette.FOCUS))


def test_changes_are_told_in_words():
    data = pd.DataFrame({"United States": [-1.0, 0.5], "Russia": [0.3, np.nan]},
                        index=["Belarus", "Russia"])
    assert among_others.describe_changes(data, "log points") == (
        "Belarus: United States \N{MINUS SIGN}1.0, Russia 0.3; Russia: United States 0.5.")
