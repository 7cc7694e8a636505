"""Charts: labels keep apart, alt text says what is drawn."""

import matplotlib.pyplot as plt
import pandas as pd

from report.drawing import charts, palette

DATA = pd.DataFrame({"year": [2020, 2021, 2022] * 2, "value": [10.0, 30, 20, 5, 6, 7],
                     "who": ["Belarus"] * 3 + ["Poland"] * 3})


def test_lines_are_labelled_at_their_ends():
    figure = charts.lines(DATA, "year", "value", "who", ylabel="Persons",
                          colours={"Belarus": palette.FOCUS, "Poland": palette.BLUE},
                          events={2021.0: "War"})
    words = {t.get_text() for t in figure.axes[0].texts}
    plt.close(figure)
    assert words == {"Belarus", "Poland", "War"}


def test_description_names_turning_points():
    said = charts.describe(DATA, "year", "value", "who", ["Belarus"], "persons")
    assert said == ("Belarus goes from 10 in 2020 to 20 in 2022; its highest is 30 in 2021, "
                    "its lowest 10 in 2020.")


def test_description_of_a_record_is_that_of_its_line():
    line = pd.DataFrame({"period": ["2019", "2020"], "central": [1.0, 2.0]})
    assert charts.describe_record(line, "persons") == (
        "The preferred series goes from 1 in 2019 to 2 in 2020; its highest is 2 in 2020, its "
        "lowest 1 in 2019.")


def test_description_of_ranges():
    data = pd.DataFrame({"what": ["A", "B"], "low": [1.0, 3], "high": [2.0, 3]})
    assert charts.describe_ranges(data, "what", "low", "high", "percent") == "A: 1 to 2%; B: 3%."


def test_record_leaves_gaps_open():
    points = pd.DataFrame({"middle": [2009.5, 2013.5, 2014.5], "low": [1.0, 2, 3],
                           "central": [1.0, 2, 3], "high": [1.0, 2, 3]})
    figure = charts.record(points, points, ylabel="USD million")
    pieces = [line.get_xdata() for line in figure.axes[0].lines]
    plt.close(figure)
    assert [len(p) for p in pieces] == [1, 2]


def test_ranges_are_drawn_from_top_to_bottom_and_written_out():
    data = pd.DataFrame({"what": ["A", "B"], "low": [1.0, 3], "high": [2.0, 3]})
    figure = charts.ranges(data, "what", "low", "high", xlabel="Percent")
    axes = figure.axes[0]
    drawn = [segment.tolist() for segment in axes.collections[0].get_segments()]
    words = [t.get_text() for t in axes.texts]
    plt.close(figure)
    assert drawn == [[[1, 1], [2, 1]], [[3, 0], [3, 0]]]
    assert words == ["1 to 2", "3"]


def test_description_of_the_lines_in_the_background():
    data = pd.DataFrame({"year": [2020, 2021] * 3, "value": [1.0, 5, 2, 60, 3, 40],
                         "who": ["Belarus"] * 2 + ["x"] * 2 + ["y"] * 2})
    said = charts.describe_rest(data, "year", "value", "who", ["Belarus"], "percent",
                                what="Last the others")
    assert said == "Last the others lie between 40% and 60%."


def test_description_of_one_line_among_others():
    said = charts.describe_among(DATA, "year", "value", "who", "Belarus", "persons",
                                 rest="the others")
    assert said.startswith("Belarus goes from 10 in 2020")
    assert said.endswith(" At the end the others lie between 7 and 7.")


def test_ticks_of_a_logarithmic_axis_hold_the_reference():
    figure = charts.lines(DATA.assign(value=DATA["value"] * 7), "year", "value", "who",
                          ylabel="Percent", colours={"Belarus": palette.FOCUS}, log=True,
                          level=100)
    ticks = figure.axes[0].get_yticks()
    plt.close(figure)
    assert 100 in ticks and 50 in ticks and 200 in ticks
