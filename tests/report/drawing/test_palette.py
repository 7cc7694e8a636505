"""Colours keep apart and are readable on both pages."""

from itertools import combinations

import numpy as np
import pytest

from report.drawing import palette


def test_dark_drawing_has_only_dark_colours():
    light = " ".join(f'<path style="fill: {c.upper()}"/>' for c in palette.LIGHT_TO_DARK)
    assert palette.colours(palette.darkened(light)) == set(palette.LIGHT_TO_DARK.values())


def test_colour_without_counterpart_is_refused():
    with pytest.raises(ValueError, match="#123456"):
        palette.darkened('<path style="fill: #123456"/>')


def test_lines_take_the_colours_in_order():
    assert palette.in_order(["Belarus", "Russia"]) == {
        "Belarus": palette.FOCUS, "Russia": palette.BLUE}


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


# Machado, Oliveira and Fernandes (2009), table 1, severity 1: applied to linear RGB.
SEEN = {
    "in full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
                    (-0.003882, -0.048116, 1.051998)),
    "without green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
                      (-0.011820, 0.042940, 0.968881)),
    "without blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
                     (0.004733, 0.691367, 0.303900)),
}


def lab(colour, seen=SEEN["in full"]):
    """CIE L*a*b* of a colour as someone sees it."""
    linear = np.array([c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
                       for c in (int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5))])
    linear = np.clip(np.array(seen) @ linear, 0, 1)
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722],
                    [0.0193, 0.1192, 0.9505]]) @ linear / (0.9505, 1, 1.089)
    x, y, z = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_lab_of_known_colours():
    assert lab("#ffffff") == pytest.approx([100, 0, 0], abs=0.05)
    assert lab("#ff0000") == pytest.approx([53.24, 80.09, 67.20], abs=0.1)


PAGES = pytest.mark.parametrize(
    "series", [palette.SERIES, [palette.LIGHT_TO_DARK[c] for c in palette.SERIES]],
    ids=["light", "dark"])


@PAGES
@pytest.mark.parametrize("seen", SEEN.values(), ids=list(SEEN))
def test_series_keep_apart_for_the_colour_blind(series, seen):
    # A difference of 2 can just be seen side by side, 10 at a glance.
    for a, b in combinations(series[:4], 2):
        assert np.linalg.norm(lab(a, seen) - lab(b, seen)) > 10, (a, b)
    for a, b in combinations(series, 2):
        assert np.linalg.norm(lab(a, seen) - lab(b, seen)) > 7, (a, b)


@PAGES
def test_first_four_series_keep_apart_in_grey_print(series):
    # More lines than four carry their names, as all lines of this report do.
    grey = sorted(lab(colour)[0] for colour in series[:4])
    assert min(b - a for a, b in zip(grey, grey[1:])) > 8, grey


def test_names_share_no_colour_and_need_enough_of_them():
    assert palette.in_order(["a", "b", "a"], ["x", "y", "z"]) == {"a": "x", "b": "y"}
    with pytest.raises(ValueError, match="1 colours for 2 names"):
        palette.in_order(["a", "b"], ["x"])
