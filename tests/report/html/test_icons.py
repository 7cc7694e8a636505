"""Icons are cut out of the theme's own script; names by hand."""

import pytest
from bs4 import BeautifulSoup

from report.html import icons


def drawn(markup):
    soup = BeautifulSoup(f"<html><head></head><body>{markup}</body></html>", "html.parser")
    return icons.draw(soup), soup


def test_icon_becomes_a_drawing_that_is_not_read_aloud():
    unknown, soup = drawn('<i class="fa-solid fa-download" title="Download"></i>')
    assert unknown == [] and not soup.find("i")
    assert soup.svg["aria-hidden"] == "true" and "title" not in soup.svg.attrs
    assert soup.svg.path["d"].startswith("M") and soup.svg.path["fill"] == "currentColor"
    assert icons.CREDIT in soup.head.decode_contents()


def test_outlined_and_filled_icon_differ():
    filled, outlined = (icons.outline("sun", regular) for regular in (False, True))
    assert filled != outlined


def test_older_name_is_known_as_well():
    assert icons.outline("magnifying-glass") == icons.outline("search")


def test_unknown_icon_is_named_and_left():
    unknown, soup = drawn('<span class="fa-solid fa-no-such-icon"></span>')
    assert unknown == ["no-such-icon"] and soup.span
    with pytest.raises(KeyError, match="no-such-icon"):
        icons.outline("no-such-icon")


def test_script_of_all_icons_goes():
    _, soup = drawn('<script src="../_static/scripts/fontawesome.js?digest=1"></script>')
    assert not soup.find("script") and icons.CREDIT not in soup.decode()
