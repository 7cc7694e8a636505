"""Sections and headings as Typst markup."""

from docutils import nodes
from typstmarkup import markup, translator


def section(name, *children):
    return nodes.section("", nodes.title("", name), *children, ids=[name.lower()])


def test_headings_go_down_with_sections_and_have_the_numbers_of_sphinx():
    written = markup(section("One", section("Two")), sections={"": (1,), "#two": (1, 1)})
    assert written.splitlines() == [
        '#section(1, "1", "page#one")[One]#anchor("page#");', "",
        '#section(2, "1.1", "page#two")[Two]']


def test_section_that_follows_stands_on_the_same_level():
    levels = [line[:11] for line in markup(section("One"), section("Two")).splitlines() if line]
    assert levels == ["#section(1,", "#section(1,"]


def test_heading_without_a_number():
    assert markup(section("One")) == '#section(1, none, "page#one")[One]#anchor("page#");'


def test_title_of_the_front_page_is_the_one_configured():
    assert "[Summary]" in markup(section("Front"), docname="index")


def test_page_below_a_chapter_begins_one_level_lower():
    made = translator(section("One"))
    made.level = 1
    assert made.rendered(made.document.children).startswith("#section(2, ")


def test_title_that_heads_no_section_is_no_place_in_the_contents():
    assert markup(nodes.sidebar("", nodes.title("", "Aside"))) == "#aside([Aside])[]"
    assert markup(nodes.compound("", nodes.title("", "Aside"))) == "#rubric[Aside]"
