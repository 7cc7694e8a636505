"""Four panels of lines."""

import pandas as pd

from report.drawing import palette, quarters


def test_each_panel_has_its_lines_and_starts_from_nought():
    data = pd.DataFrame([{"panel": p, "x": x, "y": x * (i + 1), "series": "s"}
                         for i, p in enumerate("abcd") for x in (2020, 2021)])
    figure = quarters.quarters(data, "panel", "x", "y", "series", colours={
        p: {"s": palette.FOCUS} for p in "abcd"}, events={
        2020.3: "First", 2020.6: "Second"})
    assert [axes.get_title() or axes.get_title(loc="left") for axes in figure.axes] == list("abcd")
    for i, axes in enumerate(figure.axes):
        assert {"First", "Second"} <= {t.get_text() for t in axes.texts}
        assert axes.get_ylim()[0] == 0
        assert list(axes.lines[0].get_ydata()) == [2020 * (i + 1), 2021 * (i + 1)]
