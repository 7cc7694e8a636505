"""Events are marked where they happened, and labelled where there is room."""

import matplotlib.pyplot as plt
import pytest

from report.drawing import events
from report.drawing.events import Place


@pytest.fixture
def axes():
    """Axes of ten inches over ten years, so that a year is an inch less the margins."""
    figure, made = plt.subplots(figsize=(10, 3), layout="none")
    made.set_xlim(2015, 2025)
    yield made
    plt.close(figure)


def test_each_event_has_a_line_and_its_label(axes):
    events.mark(axes, {2022.2: "War", 2020.6: "Vote"})
    assert [line.get_xdata()[0] for line in axes.lines] == [2020.6, 2022.2]
    shown = [(t.get_text(), t.xy) for t in axes.texts]
    assert shown == [("Vote", (2020.6, 1)), ("War", (2022.2, 1))]


def test_no_events_leave_no_mark(axes):
    events.mark(axes, None)
    assert not axes.lines and not axes.texts


def test_lines_may_stand_alone_and_behind(axes):
    events.mark(axes, {2020.6: "Vote"}, labels=False, behind=True)
    assert axes.lines[0].get_zorder() == 0 and not axes.texts


def test_label_that_is_too_near_goes_one_lower(axes):
    places = events.one_below_another(axes, [2016, 2016.5, 2016.9, 2020])
    assert [place.y for place in places] == [-2, -13, -24, -2]


def test_label_stands_on_the_left_where_the_next_line_is_near(axes):
    # Near is less than a fifth of the ten years.
    places = events.on_both_sides(axes, [2016, 2017.9, 2020])
    assert [(place.side, place.x) for place in places] == [("right", -3), ("left", 3), ("left", 3)]


def test_two_labels_stand_outside_of_their_lines(axes):
    first, second = events.outside_of_two(axes, [2020.6, 2022.2])
    assert (first.side, first.x, second.side, second.x) == ("right", -3, "left", 3)
    assert events.outside_of_two(axes, [2020.6]) == [first]


def test_labels_at_the_foot(axes):
    assert events.at_the_foot(axes, [2020.6]) == [Place(x=3, y=2, foot=True, va="bottom")]
    events.mark(axes, {2020.6: "Vote"}, events.at_the_foot)
    assert axes.texts[0].xy == (2020.6, 0)
