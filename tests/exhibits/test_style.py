"""Drawings repeat themselves and use the colours of the palette only."""

import matplotlib.pyplot as plt
import pytest

from analysis.exhibits import palette, style


def drawn(colour=palette.FOCUS):
    style.apply()
    figure, axes = plt.subplots()
    axes.plot([1, 2, 3], color=colour)
    axes.fill_between([0, 1], [1, 1], [2, 2], color=colour)
    drawing = style.svg(figure)
    plt.close(figure)
    return drawing


def test_same_characters_on_each_run():
    assert drawn() == drawn()


def test_drawing_uses_the_palette_only():
    assert palette.colours(drawn()) <= set(palette.LIGHT_TO_DARK)


def test_missing_font_is_said_and_not_replaced(monkeypatch):
    monkeypatch.setattr(style.mpl.font_manager, "get_font_names", lambda: ["Another Font"])
    with pytest.raises(LookupError, match="the font DejaVu Sans is missing"):
        style.apply()
