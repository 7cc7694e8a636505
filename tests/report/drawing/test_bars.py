"""Stacked bars of counts."""

import pandas as pd

from report.drawing import bars, palette


def test_bars_are_stacked_in_order_and_numbered():
    data = pd.DataFrame({"kind": ["a", "a", "b", "b"], "part": ["x", "y"] * 2, "n": [2, 3, 0, 1]})
    figure = bars.stacked(data, "kind", "part", "n", xlabel="Things", colours={
        "x": palette.GREEN, "y": palette.BLUE})
    axes = figure.axes[0]
    spans = {(round(p.get_y() + 0.35), p.get_x(), p.get_width()) for p in axes.patches[:4]}
    assert spans == {(0, 0, 0), (0, 0, 1), (1, 0, 2), (1, 2, 3)}
    assert sorted(t.get_text() for t in axes.texts) == ["1", "2", "3"]
