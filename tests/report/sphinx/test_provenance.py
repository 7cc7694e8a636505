"""Entries of numbers, and the links between them and the text."""

import json
from collections import defaultdict
from types import SimpleNamespace

import pytest
from docutils import nodes
from sphinx import addnodes

from report.sphinx import provenance, state

NUMBER = {"id": "park.exports.fall", "text": "−46 to −41%", "unit": "percent", "meaning": "Fall",
          "tables": ["published"], "rows": ["a-2021", "permits:EU27/*"], "sources": ["afp2025"],
          "chapter": "park"}


def test_entry_names_definition_tables_rows_and_sources():
    assert provenance.entry(NUMBER) == (
        "(number-park-exports-fall)=\n`park.exports.fall`\n: **−46 to −41%**. Fall. "
        "Unit: percent. Tables: [published](#table-published). Rows: [`a-2021`](#row-a-2021), "
        "[`permits:EU27/*`](#row-permits-eu27-all). Sources {cite:p}`afp2025`."
        "{shown-in}`park.exports.fall`\n")


def test_chapters_stand_in_the_order_of_the_book():
    numbers = {name: {"id": name, "chapter": name[0]} for name in ("b.x", "a.y", "b.z")}
    held = provenance.chapters_of(numbers)
    assert list(held) == ["b", "a"]
    assert [number["id"] for number in held["b"]] == ["b.x", "b.z"]


def test_title_of_a_chapter_is_its_first_heading(tmp_path):
    (tmp_path / "park.md").write_text("---\nx: 1\n---\n# The park\n\n# Not this\n")
    env = SimpleNamespace(found_docs=["chapters/park"],
                          config=SimpleNamespace(root_doc="chapters/index"),
                          doc2path=lambda name: tmp_path / "park.md")
    assert provenance.title_of(env, "park") == "The park"
    assert provenance.title_of(env, "pivot") == "pivot"


@pytest.fixture
def app():
    """Application with one number; the page ``all`` lists it, ``one`` shows it."""
    env = SimpleNamespace(found_docs={"all", "one"}, metadata=defaultdict(dict), docname="one")
    state.page(env, "all").listed["park"] = json.dumps([NUMBER])
    made = SimpleNamespace(env=env)
    state.build(made).numbers = {NUMBER["id"]: NUMBER}
    return made


def link():
    """Reference from a number to its entry."""
    return addnodes.pending_xref("", nodes.inline("", "x"), reftype=provenance.REFERENCE,
                                 reftarget=NUMBER["id"], refdoc="one")


def test_first_place_in_the_text_is_the_way_back(app):
    copied, first, again = link(), link(), link()
    document = nodes.document(None, None)
    document += nodes.section("", nodes.title("", "", copied), nodes.paragraph("", "", first),
                              nodes.paragraph("", "", again))
    provenance._mark_shown(app, document)
    assert state.page(app.env).places == {NUMBER["id"]: "shown-number-park-exports-fall"}
    assert [node[0]["ids"] for node in (copied, first, again)] == [
        [], ["shown-number-park-exports-fall"], []]


def test_number_leads_to_the_page_that_lists_its_chapter(app):
    app.builder = SimpleNamespace(get_relative_uri=lambda from_, to: f"{to}.html")
    found = provenance._lead_to_entry(app, app.env, link(), nodes.Text("x"))
    assert found["refuri"] == "all.html#number-park-exports-fall"
    other = addnodes.pending_xref("", reftype="ref", reftarget="x")
    assert provenance._lead_to_entry(app, app.env, other, nodes.Text("x")) is None


def test_page_that_lists_is_read_again_when_a_number_changes(app):
    assert provenance._read_again(app, app.env, (), (), ()) == []
    state.build(app).numbers = {NUMBER["id"]: NUMBER | {"text": "−45%"}}
    assert provenance._read_again(app, app.env, (), (), ()) == ["all"]
    state.build(app).numbers = {}
    assert provenance._read_again(app, app.env, (), (), ()) == ["all"]


def test_ways_back_are_written_again_when_any_page_was_read(app):
    provenance._note_reading(app, app.env, [])
    assert provenance._write_again(app, app.env) == []
    provenance._note_reading(app, app.env, ["one"])
    assert provenance._write_again(app, app.env) == ["all"]
