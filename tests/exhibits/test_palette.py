"""Colours keep apart and are readable on both pages."""

from itertools import combinations

import pytest

from analysis.exhibits import palette


def test_dark_drawing_has_only_dark_colours():
    light = " ".join(f'<path style="fill: {c.upper()}"/>' for c in palette.LIGHT_TO_DARK)
    assert palette.colours(palette.darkened(light)) == set(palette.LIGHT_TO_DARK.values())


def test_colour_without_counterpart_is_refused():
    with pytest.raises(ValueError, match="#123456"):
        palette.darkened('<path style="fill: #123456"/>')


def luminance(colour):
    """Relative luminance, Web Content Accessibility Guidelines 2.2."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [palette.INK, palette.MUTED, *palette.SERIES])
def test_text_and_lines_are_readable_on_both_pages(colour):
    # 4.5:1 is the level of WCAG for text; labels of lines have the colour of the line
    assert contrast(colour, "#ffffff") >= 4.5
    assert contrast(palette.LIGHT_TO_DARK[colour], "#14181e") >= 4.5


def deuteranopia(colour):
    """Linear simulation of Vienot, Brettel and Mollon (1999), in RGB."""
    r, g, b = (int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5))
    return (0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g,
            -0.02234 * r + 0.02234 * g + b)


@pytest.mark.parametrize("palette", [palette.SERIES[:4],
                                     [palette.LIGHT_TO_DARK[c] for c in palette.SERIES[:4]]])
def test_first_four_series_keep_apart_for_the_colour_blind(palette):
    for a, b in combinations(palette, 2):
        distance = sum((x - y) ** 2 for x, y in zip(deuteranopia(a), deuteranopia(b))) ** 0.5
        assert distance > 0.12, (a, b)
