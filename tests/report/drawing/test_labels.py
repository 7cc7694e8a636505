"""Names of lines keep apart and keep to their lines."""

import matplotlib.pyplot as plt
import pytest

from report.drawing import labels, palette


def test_spread_keeps_order_mean_and_gap():
    placed = labels.spread([10, 10.5, 30], gap=4)
    assert placed[1] - placed[0] == pytest.approx(4)
    assert sum(placed) == pytest.approx(50.5)
    assert labels.spread([3, 1], gap=1) == [3, 1]


@pytest.mark.parametrize(("aligned", "places"), [
    (True, [(1, 0.5), (1, 0.9)]), (False, [(0.5, 0.5), (1, 0.9)])])
def test_names_stand_beside_the_longest_line_or_each_beside_its_own(aligned, places):
    figure, axes = plt.subplots()
    axes.set(xlim=(0, 10), ylim=(0, 100))
    colours = {"A": palette.FOCUS, "B": palette.BLUE}
    labels.name_ends(axes, {"A": (5, 50), "B": (10, 90)}, colours, gap=0.1, aligned=aligned)
    found = [(t.get_text(), t.xy, t.get_color()) for t in axes.texts]
    plt.close(figure)
    assert [name for name, _, _ in found] == ["A", "B"]
    assert [place for _, place, _ in found] == [pytest.approx(place) for place in places]
    assert [colour for *_, colour in found] == list(colours.values())
