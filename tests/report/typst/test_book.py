"""Places, links and pictures of a book."""

import pytest
from docutils import nodes

from report.typst import book
from report.typst.book import Book


@pytest.fixture
def warnings(monkeypatch):
    said = []
    monkeypatch.setattr(book.logger, "warning", lambda text, *w, location: said.append(text % w))
    return said


@pytest.fixture
def whole(tmp_path):
    (tmp_path / "book").mkdir()
    return Book(source=tmp_path / "book", root=tmp_path)


def test_place_is_taken_once(whole):
    assert whole.take_places("a", ["x", "y", "x"]) == ["a#x", "a#y"]
    assert whole.take_places("a", ["y", "z"]) == ["a#z"]
    assert whole.take_places("b", ["x", ""]) == ["b#x", "b#"]


def test_places_of_a_page_leave_out_those_of_the_abstract(whole):
    whole.take_places("a", ["y", "x", ""])
    whole.take_places("b", ["x"])
    whole.abstract = '#anchor("a#y");Text'
    assert whole.places_of("a") == ["a#", "a#x"]


def test_link_that_leads_nowhere_is_said_and_leads_to_the_end(whole, warnings):
    whole.take_places("a", ["x"])
    whole.links = {"a#x": nodes.reference(), "a#z": nodes.reference()}
    assert whole.loose_ends() == '#anchor("a#z");'
    assert warnings == ["typst: a#z is not in the PDF"]


def test_picture_is_named_from_the_root_and_kept(whole, tmp_path):
    (tmp_path / "book/line.svg").write_text("<svg/>")
    assert whole.picture(nodes.image(uri="line.svg")) == "/book/line.svg"
    assert whole.pictures == {tmp_path / "book/line.svg"}


def test_picture_that_is_not_there_or_out_of_reach_is_said(whole, tmp_path, warnings):
    outside = tmp_path.parent / f"{tmp_path.name}.svg"
    outside.write_text("<svg/>")
    for uri in ("none.svg", f"../../{outside.name}"):
        assert whole.picture(nodes.image(uri=uri)) is None
    assert warnings == ["typst: no picture none.svg", f"typst: no picture ../../{outside.name}"]
    outside.unlink()
