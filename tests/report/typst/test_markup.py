"""Python values as Typst markup, character by character."""

import pytest

from report.typst import markup


@pytest.mark.parametrize("plain, escaped", [
    ("1. First", r"1\. First"), ("a_b* #c", r"a\_b\* \#c"), ("x\n  y", "x y"), ("a\u00a0b", "a~b"),
    ("\u2212$3", "\u2212\\$3"),
])
def test_escape(plain, escaped):
    assert markup.escape(plain) == escaped


@pytest.mark.parametrize("given, printed", [
    ("100%", "100%"), ("96px", "72pt"), ("96", "72pt"), ("5cm", "5cm"), (None, None), ("x", None),
])
def test_length(given, printed):
    assert markup.length(given) == printed


def test_nothing_is_none():
    assert markup.string(None) == markup.string("") == "none"
    assert markup.content(None) == markup.content("  ") == "none"


def test_strings_and_contents_and_arrays():
    assert markup.string('say "a\\b"\n') == r'"say \"a\\b\"\n"'
    assert markup.content(" a ") == "[a]"
    assert markup.array(["1", "2"]) == "(1, 2, )"
    assert markup.array([]) == "()"


def test_places_and_anchors():
    assert markup.place("park", "fall") == "park#fall"
    assert markup.anchors([markup.place("park"), "b"]) == '#anchor("park#");#anchor("b");'
