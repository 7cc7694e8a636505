"""Colours of entities can be seen on both pages."""

import pytest

from analysis import entities
from report.drawing.palette import LIGHT_TO_DARK

# Backgrounds of the light page and of the dark one, as the theme has them.
LIGHT, DARK = "#ffffff", "#14181e"


def luminance(colour):
    """Relative luminance, by the definition of WCAG 2.2."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_and_white():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("name", entities.COLOURS)
def test_each_can_be_seen_on_both_pages(name):
    colour = entities.COLOURS[name]
    assert contrast(colour, LIGHT) >= 3 and contrast(LIGHT_TO_DARK[colour], DARK) >= 3


def test_colours_of_names():
    assert list(entities.colours(["Russia", "Asia"])) == ["Russia", "Asia"]
    with pytest.raises(KeyError):
        entities.colours(["Atlantis"])
