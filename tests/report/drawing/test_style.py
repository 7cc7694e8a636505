"""Drawings repeat themselves and use the colours of the palette only."""

import matplotlib.pyplot as plt
import pytest

from report.drawing import palette, style


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


def test_light_drawing_keeps_shapes_and_scales():
    drawing = ('<svg><metadata>\n<a/></metadata><!-- 2010 -->'
               '<path d="M 1.23456 -0.00049 \nL 3.04 4.5 \nz\n" '
               'transform="translate(10.98765 2) scale(0.015625)" style="stroke-width: 1.2345"/>')
    assert style.light(drawing) == (
        '<svg><path d="M1.2 0L3 4.5z" transform="translate(11 2) scale(0.015625)" '
        'style="stroke-width: 1.2345"/>')


def test_words_are_text_in_the_fonts_of_the_page():
    style.apply()
    figure, axes = plt.subplots()
    axes.set_title("Exports")
    drawing = style.svg(figure)
    plt.close(figure)
    assert "Exports</text>" in drawing and "font-family: 'DejaVu Sans'" not in drawing
    assert f"text{{font-family:{style.FAMILIES}}}</style>" in drawing


def test_missing_font_is_said_and_not_replaced(monkeypatch):
    monkeypatch.setattr(style.mpl.font_manager, "get_font_names", lambda: ["Another Font"])
    with pytest.raises(LookupError, match="the font DejaVu Sans is missing"):
        style.apply()
