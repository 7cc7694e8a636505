"""Lines on axes: what is drawn in front and behind, ticks at doublings, gaps that stay gaps."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from report.drawing import lines, palette

DATA = pd.DataFrame({"year": [2021, 2020, 2020, 2021], "value": [30.0, 10, 5, 6],
                     "low": [25.0, 9, 4, 5], "high": [35.0, 11, 6, 7],
                     "who": ["Belarus"] * 2 + ["Poland"] * 2})
FRONT = {"Belarus": palette.FOCUS}


@pytest.fixture
def axes():
    figure, made = plt.subplots()
    yield made
    plt.close(figure)


def draw(axes, **options):
    lines.draw(axes, DATA, "year", "value", "who", FRONT, **options)


def test_line_that_is_not_named_stands_behind_without_a_name(axes):
    draw(axes)
    behind, front = axes.lines
    assert behind.get_color() == palette.FAINT and list(behind.get_ydata()) == [5, 6]
    assert front.get_color() == palette.FOCUS and list(front.get_xdata()) == [2020, 2021]
    assert not axes.texts
    lines.name_lines(axes, DATA, "year", "value", "who", FRONT)
    assert [text.get_text() for text in axes.texts] == ["Belarus"]


def test_band_and_level(axes):
    draw(axes, band=("low", "high"), level=20.0)
    shade = axes.collections[0].get_paths()[0].get_extents()
    assert (shade.y0, shade.y1) == (9, 35)
    assert list(axes.lines[-1].get_ydata()) == [20, 20]


def test_logarithmic_axis_has_a_tick_at_each_doubling_of_the_level(axes):
    draw(axes, log=True, level=3.0)
    ticks = axes.yaxis.get_major_locator()()
    assert {1.5, 3, 6, 12} <= set(ticks) and 2 not in ticks


def test_wide_axis_has_ticks_at_ones_and_threes(axes):
    wide = DATA.assign(value=[10_000.0, 10, 5, 6])
    lines.draw(axes, wide, "year", "value", "who", FRONT, log=True)
    axes.set_ylim(5, 20_000)
    assert {10, 30, 100, 300, 1000} <= set(axes.yaxis.get_major_locator()())


def test_pieces_end_where_a_gap_is_wider_than_allowed():
    line = pd.DataFrame({"middle": [2017.5, 2013.5, 2014.5, 2020.5]})
    assert [piece["middle"].to_list() for piece in lines.pieces(line)] == [
        [2013.5, 2014.5], [2017.5], [2020.5]]
    assert len(lines.pieces(line, gap=3)) == 1
