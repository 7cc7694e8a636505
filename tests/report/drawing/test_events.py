"""Events are marked where they happened, and labelled where there is room."""

import matplotlib.pyplot as plt
import pytest

from report.drawing import events


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


def test_lines_may_stand_alone_and_stand_behind(axes):
    events.mark(axes, {2020.6: "Vote"}, labels=False)
    assert axes.lines[0].get_zorder() == 0 and not axes.texts


def test_label_goes_lower_where_the_next_line_is_too_near(axes):
    # A year is 54 points on paper that names of lines may narrow; a label of four takes 26.
    assert events.rows(axes, dict.fromkeys([2016, 2016.5, 2016.9, 2020], "Four")) == [0, 1, 2, 2]


def test_line_ends_below_the_labels_of_earlier_events(axes):
    axes.set_ylim(0, 1)
    events.mark(axes, {2020.6: "Vote", 2020.8: "War"})
    first, second = (line.get_ydata()[1] for line in axes.lines)
    height = 72 * 3 * axes.get_position().height
    assert first == 1 and second == pytest.approx(1 - events.ROW / height)
    assert axes.texts[1].xy == (2020.8, second)


def test_room_for_labels_has_neither_data_nor_ticks(axes):
    axes.set_ylim(0, 1)
    events.mark(axes, {2020.6: "Vote"})
    height = 72 * 3 * axes.get_position().height
    assert axes.get_ylim()[1] == pytest.approx(1 / (1 - events.ROW / height))
    assert max(axes.get_yticks()) == pytest.approx(1)


def test_room_is_made_once_where_panels_share_an_axis():
    figure, panels = plt.subplots(1, 2, sharey=True)
    panels[0].set_ylim(0, 1)
    events.mark(list(panels), {0.5: "Vote"})
    height = 72 * figure.get_figheight() * panels[0].get_position().height
    tops = [axes.get_ylim()[1] for axes in panels]
    plt.close(figure)
    assert tops == [pytest.approx(1 / (1 - events.ROW / height))] * 2
