"""What stands between headings, as Typst markup."""

import pytest
from docutils import nodes
from typstmarkup import markup, of_text


def lines(text):
    return [line for line in of_text(text).splitlines() if line]


@pytest.mark.parametrize(("text", "written"), [
    ("a\n\nb", ["a", "b"]),
    ("- a\n- b", ["#list(tight: true, [a], [b])"]),
    ("- a\n\n  b\n- c", ["#list(tight: false, [a", "b], [c])"]),
    ("3. a\n4. b", ['#enum(numbering: "1.", start: 3, tight: true, [a], [b])']),
    ("b. a\nc. b", ['#enum(numbering: "a.", start: 2, tight: true, [a], [b])']),
    ("term\n   meaning", ["#terms(tight: false, terms.item([term], [meaning]))"]),
    ("a\n\n:Name: value", ["a", "#terms(terms.item([Name], [value]))"]),
    ("::\n\n   x = \"1\"", ['#raw(block: true, "x = \\"1\\"")']),
    (".. note:: Take care.", ["#aside([Note])[Take care\\.]"]),
    (".. rubric:: More", ["#rubric[More]"]),
    (".. comment", [])])
def test_block(text, written):
    assert lines(text) == written


def test_quotation_names_who_said_it():
    assert of_text("   Words.\n\n   -- Somebody") == (
        "#quote(block: true, attribution: [Somebody])[Words\\.]")
    assert of_text("   Words.") == "#quote(block: true, attribution: none)[Words\\.]"


def test_lines_break_where_they_are_told_to():
    assert of_text("| One\n| Two\n|   In") == (
        "#lines[One \\\nTwo \\\n#box(inset: (left: 1.2em))[In];]")


def test_title_of_an_admonition_is_its_own():
    told = nodes.admonition("", nodes.title("", "Mind"), nodes.paragraph("", "this"))
    assert markup(told) == "#aside([Mind])[this]"


def test_entry_of_the_list_of_references():
    assert markup(nodes.citation("", nodes.paragraph("", "Doe (2020)"))) == "#entry[Doe (2020)]"
