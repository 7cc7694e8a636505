"""Running text as Typst markup, character by character."""

import pytest
from docutils import nodes
from typstmarkup import markup, of_text, translator


@pytest.mark.parametrize(("text", "written"), [
    ("*a* b", "#emph[a]; b"), ("**a**.", r"#strong[a];\."), ("``a_b``", '#raw("a_b");'),
    ("E\\ :sup:`2`", "E#super[2];"), ("1. is", "#enum"),
    ("`a <https://b.example>`_", '#link("https://b.example")[a];')])
def test_words_in_a_line(text, written):
    assert of_text(text).startswith(written)


def test_words_in_another_language_are_marked():
    assert markup(nodes.inline("", "Парк", classes=["language-ru"])) == '#text(lang: "ru")[Парк];'
    assert markup(nodes.inline("", "park")) == "park"


def test_link_within_the_book_is_remembered():
    made = translator()
    here, there = nodes.reference("", "a", refid="x"), nodes.reference("", "b", refuri="%other#y")
    assert made.rendered([here, there]) == (
        '#link(label("page#x"))[a];#link(label("other#y"))[b];')
    assert made.book.links == {"page#x": here, "other#y": there}


def test_recorded_number_looks_like_text():
    number = nodes.inline("", "41%", classes=["number"])
    assert markup(nodes.reference("", "", number, refuri="%all#number-fall")) == (
        '#recorded(label("all#number-fall"))[41%];')


def test_reference_without_an_address_is_text():
    assert markup(nodes.reference("", "a")) == "#[a];"


def test_footnote_is_printed_where_it_is_first_called():
    note = nodes.footnote("", nodes.label("", "1"), nodes.paragraph("", "Note"), ids=["n"])
    calls = [nodes.footnote_reference("", "1", refid="n") for _ in range(2)]
    assert markup(*calls, note) == (
        '#footnote[Note]#label("page#n");#footnote(label("page#n"));')


def test_text_for_other_formats_stays_out():
    assert markup(nodes.raw("", "<b>", format="html"), nodes.raw("", "#v(1em)", format="typst")) \
        == "#v(1em)"


@pytest.mark.parametrize(("baseurl", "opened"), [
    ("", "#["), ("https://a.org/", '#link("https://a.org/rows.html#row-x")[')])
def test_link_to_a_page_that_is_not_printed_leads_to_the_web(baseurl, opened):
    link = nodes.reference("", "those rows", refuri="%rows#row-x", internal=True)
    assert markup(nodes.paragraph("", "", link), baseurl=baseurl).strip() == \
        f"{opened}those rows];"
