"""Numbers, years and rows as all figures have them."""

import matplotlib.pyplot as plt
import pytest

from report.drawing import frame, palette
from report.drawing.form import NARROW, WIDE


@pytest.fixture
def axes():
    figure, made = plt.subplots()
    yield made
    plt.close(figure)


def test_numbers_are_those_of_the_text(axes):
    frame.values(axes.yaxis, ",.0f")
    shown = axes.yaxis.get_major_formatter()
    assert (shown(-1234.4, 0), shown(-0.1, 0)) == ("−1,234", "0")


def test_years_are_whole(axes):
    axes.set_xlim(2019.8, 2022.3)
    frame.years(axes, 9)
    assert all(tick == round(tick) for tick in axes.get_xticks())


def test_page_has_its_width_and_says_what_it_shows():
    figure, axes = frame.page(3.7, "Persons", ".1f")
    size, title = figure.get_size_inches().tolist(), axes.get_title()
    colour = axes.title.get_color()
    plt.close(figure)
    assert (size, title, colour) == ([WIDE.width, 3.7], "Persons", palette.MUTED)


def test_names_of_rows_stand_above_them_where_there_is_no_room_beside(axes):
    frame.name_rows(axes, frame.heights(2), ["A", "B"], NARROW)
    assert [(t.get_text(), t.xy) for t in axes.texts] == [("A", (0, 1)), ("B", (0, 0))]
    assert axes.get_yticks().size == 0


def test_rows_go_from_top_to_bottom_with_a_grid_across(axes):
    assert frame.heights(3).tolist() == [2, 1, 0]
    frame.horizontal(axes, ".0f")
    assert all(line.get_visible() for line in axes.get_xgridlines())
    assert not any(line.get_visible() for line in axes.get_ygridlines())


def test_unused_panels_are_blank():
    figure, grid = plt.subplots(2, 2)
    frame.hide_unused(grid.flat, 3)
    visible = [axes.get_visible() for axes in grid.flat]
    plt.close(figure)
    assert visible == [True, True, True, False]
