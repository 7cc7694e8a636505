"""Small multiples and timelines: gaps stay gaps, labels keep apart."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from report.drawing import palette, panels

POINTS = pd.DataFrame({
    "panel": ["Staff"] * 3 + ["Taxes"], "middle": [2013.5, 2014.5, 2017.5, 2020.5],
    "low": [1.0, 2, 3, 4], "central": [1.0, 2, 3, 4], "high": [1.5, 2, 3, 5],
    "kind": ["preferred"] * 3 + ["other"]})


def words(figure):
    return [t.get_text() for axes in figure.axes for t in axes.texts]


def test_records_leave_gaps_open_and_hide_unused_panels():
    third = POINTS[:1].assign(panel="Wages")
    figure = panels.records(pd.concat([POINTS, third]), "panel", events={2020.6: "Vote"})
    visible = [axes.get_visible() for axes in figure.axes]
    lines = [line.get_xdata() for line in figure.axes[0].lines if len(line.get_xdata()) > 0]
    shown, top = words(figure), figure.axes[1].get_ylim()[1]
    plt.close(figure)
    assert visible == [True, True, True, False]
    assert [len(x) for x in lines][:2] == [2, 1]
    assert shown == ["Vote"]
    assert top > 5


def test_segments_carry_the_name_of_each_group_once():
    data = pd.DataFrame({"start": [2020.0, 2021, 2020], "end": [2021.0, 2022, 2021],
                         "low": [1.0, 2, 1], "central": [1.0, 2, 1], "high": [1.0, 2, 1],
                         "who": ["A", "A", "B"]})
    figure = panels.segments(data, ylabel="Percent", group="who",
                             colours={"A": palette.FOCUS, "B": palette.BLUE})
    shown = words(figure)
    plt.close(figure)
    assert sorted(shown) == ["A", "B"]


def test_labels_of_near_events_stand_one_below_another():
    data = pd.DataFrame({"start": [2022.0], "end": [2023.0], "low": [1.0], "central": [1.0],
                         "high": [1.0]})
    figure = panels.segments(data, ylabel="Persons", colours={}, years=(2022, 2023),
                             events={2022.15: "War", 2022.22: "Banks"})
    tops = {t.get_text(): t.xy[1] for t in figure.axes[0].texts}
    plt.close(figure)
    assert 1 == tops["War"] > tops["Banks"]


def test_fans_draw_derived_values_off_the_line():
    observed = pd.DataFrame({"year": [2020, 2021, 2022], "low": [1.0, 2, 3],
                             "central": [1.0, 2, 3], "high": [1.0, 2, 3],
                             "basis": ["published", "published", "derived"]})
    forecasts = pd.DataFrame({"panel": "Models", "model": "A", "year": [2021, 2022],
                              "median": [2.0, 4], "low": [2.0, 3], "high": [2.0, 6]})
    figure = panels.fans(observed, forecasts, "panel", band="A", ticks=[1, 2, 4, 8],
                         colours={"A": palette.BLUE})
    axes = figure.axes[0]
    lines = [list(line.get_xdata()) for line in axes.lines]
    limits, shown = axes.get_ylim(), words(figure)
    plt.close(figure)
    assert [2020, 2021] in lines and [2021, 2022] in lines
    assert limits == pytest.approx((1, 8))
    assert shown == ["A"]


def test_descriptions_name_what_is_joined():
    points = POINTS.assign(period=["2013", "2014", "2017", "2020"])
    assert panels.describe_records(points, "panel") == (
        "Staff goes from 1 in 2013 to 3 in 2017; its highest is 3 in 2017, its lowest 1 in 2013.")
    fans = pd.DataFrame({"panel": "To 2021", "model": "Line", "year": [2021, 2022],
                         "median": [2.0, 4.0]})
    assert panels.describe_fans(fans, "panel", "count") == (
        "Line goes from 2 in 2021 to 4 in 2022; its highest is 4 in 2022, its lowest 2 in 2021. "
        "(To 2021).")


def test_a_panel_of_fans_may_lack_a_model():
    observed = pd.DataFrame({"year": [2020, 2021], "low": [1.0, 2], "central": [1.0, 2],
                             "high": [1.0, 2], "basis": "published"})
    fan = pd.DataFrame({"panel": ["A", "A", "B", "B"], "model": ["line", "walk", "walk", "walk"],
                        "year": [2022, 2022, 2021, 2022], "median": [2.0, 3, 2, 3],
                        "low": [1.0, 2, 2, 2], "high": [3.0, 4, 2, 4]})
    figure = panels.fans(observed, fan, "panel", band="walk", ticks=[1, 2, 4],
                         colours={"line": palette.BLUE, "walk": palette.FOCUS})
    names = [[t.get_text() for t in axes.texts] for axes in figure.axes]
    plt.close(figure)
    assert names == [["line", "walk"], ["walk"]]
    assert "line" not in panels.describe_fans(fan, "panel", "count").split("(A).")[1]


def test_description_of_segments():
    data = pd.DataFrame({"months": ["2022-01", "2022-02"], "central": [5.0, -3.0]})
    assert panels.describe_segments(data, "months", "Net hiring", "persons").startswith(
        "Net hiring goes from 5 in 2022-01 to \N{MINUS SIGN}3 in 2022-02")
