"""Names of lines keep apart and keep to their lines."""

import matplotlib.pyplot as plt
import pytest

from report.drawing import labels, palette


def test_spread_keeps_order_mean_and_gap():
    placed = labels.spread([10, 10.5, 30], gap=4)
    assert placed[1] - placed[0] == pytest.approx(4)
    assert sum(placed) == pytest.approx(50.5)
    assert labels.spread([3, 1], gap=1) == [3, 1]


def named(ends, height=4, **options):
    figure, axes = plt.subplots(figsize=(6, height), layout="none")
    axes.set(xlim=(0, 10), ylim=(0, 100))
    colours = {"A": palette.FOCUS, "B or more": palette.BLUE}
    labels.name_ends(axes, ends, colours, **options)
    found = [(t.get_text(), t.xy, t.get_color()) for t in axes.texts]
    plt.close(figure)
    return found


def test_names_stand_beside_the_ends_of_lines():
    found = named({"A": (5, 50), "B or more": (10, 90)})
    assert [(name, colour) for name, _, colour in found] == [
        ("A", palette.FOCUS), ("B or more", palette.BLUE)]
    assert [place for _, place, _ in found] == [pytest.approx((0.5, 0.5)),
                                                pytest.approx((1, 0.9))]


def test_no_name_stands_below_the_axis():
    assert min(y for _, (_, y), _ in named({"A": (10, 0), "B or more": (10, 1)})) > 0


def test_names_are_broken_where_there_is_little_room():
    found = named({"A": (5, 50), "B or more": (10, 90)}, share=0.08)
    assert [name for name, *_ in found] == ["A", "B or\nmore"]
