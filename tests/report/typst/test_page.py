"""What all rules rest on: writing apart, places, and what stays out."""

from docutils import nodes
from sphinx.util import logging
from typstmarkup import markup, translator

from report.typst import page


def test_nodes_are_rendered_apart_from_the_page():
    made = translator()
    made.write("before")
    assert made.rendered([nodes.paragraph("", "apart")]) == "apart"
    assert (made.body, made.nested) == (["before"], 0)


def test_places_stand_once_and_not_where_text_is_repeated():
    made = translator()
    twice = [nodes.strong("", "a", ids=["x"]), nodes.strong("", "b", ids=["x"])]
    assert made.rendered(twice, anchored=False) == "#strong[a];#strong[b];"
    assert made.rendered(twice) == '#anchor("page#x");#strong[a];#strong[b];'


def test_places_stay_off_in_what_is_rendered_within():
    item = nodes.list_item("", nodes.paragraph("", "a", ids=["x"]))
    listed = translator().rendered([nodes.bullet_list("", item)], anchored=False)
    assert listed == "#list(tight: true, [a])"


def test_what_belongs_to_the_web_stays_out():
    assert markup(nodes.container("", nodes.paragraph("", "web"), classes=["html-only"]),
                  nodes.paragraph("", "paper")) == "paper"


def abstract():
    return nodes.container("", nodes.title("", "Abstract"), nodes.paragraph("", "Staff fell."),
                           classes=["abstract"], ids=["abs"])


def test_abstract_of_the_front_page_is_set_aside():
    made = translator(docname="index")
    assert made.rendered([abstract()]) == ""
    assert made.book.abstract == '#anchor("index#abs");Staff fell\\.'
    assert made.book.abstract_text == "Staff fell."


def test_abstract_of_another_page_is_text():
    made = translator()
    assert "Staff fell" in made.rendered([abstract()])
    assert made.book.abstract == ""


def test_node_without_a_rule_is_said(monkeypatch):
    said = []
    monkeypatch.setattr(page, "logger", logging.getLogger("test"))
    monkeypatch.setattr(page.logger, "warning", lambda text, *w, location: said.append(text % w),
                        raising=False)

    class novelty(nodes.General, nodes.Element):
        """Node that nobody knows."""

    assert markup(novelty(), nodes.paragraph("", "text")) == "text"
    assert said == ["typst: no rule for <novelty>"]
