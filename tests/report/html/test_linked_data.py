"""What pages say in JSON-LD, with a public address and without one."""

import pytest
from sitepages import BASE, NUMBER, page

from report.bibliography import cff
from report.bibliography.cff import Author
from report.html import linked_data


def graph(tmp_path, name="chapters/park", base="", **report):
    return linked_data.LinkedData(page(tmp_path, name, base, **report)).graph()["@graph"]


def test_chapter_is_a_part_of_the_report(tmp_path):
    chapter, = graph(tmp_path)
    assert chapter["@type"] == "Chapter"
    assert chapter["isPartOf"]["name"] == cff.read().title


def test_front_page_is_the_report(tmp_path):
    report, = graph(tmp_path, "chapters/index")
    assert report["@type"] == "Report" and report["version"] == cff.read().version
    assert [part["name"] for part in report["hasPart"]] == ["The park"]


def test_files_stand_where_the_page_sees_them_or_at_their_full_address(tmp_path):
    exhibit = graph(tmp_path)[0]["hasPart"][0]
    assert exhibit["distribution"][0]["contentUrl"] == "../exhibits/park-exports.csv"
    exhibit = graph(tmp_path, base=BASE)[0]["hasPart"][0]
    assert exhibit["url"] == f"{BASE}chapters/park.html#fig-park-exports"
    assert exhibit["distribution"][0]["contentUrl"] == f"{BASE}exhibits/park-exports.csv"


def test_numbers_in_titles_are_filled_in(tmp_path):
    assert graph(tmp_path)[0]["hasPart"][0]["name"] == "Fall by 41%, see fig-x"
    with pytest.raises(KeyError, match="park.rise"):
        linked_data.plain("By {v}`park.rise`", {"park.fall": NUMBER})


def test_people_and_bodies_are_told_apart_and_named_as_they_are_called(tmp_path):
    authors = (Author(given="Ann", family="Doe"), Author(body="A Project"))
    assert graph(tmp_path, authors=authors)[0]["author"] == [
        {"@type": "Person", "name": "Ann Doe"}, {"@type": "Organization", "name": "A Project"}]


def test_tables_are_data_sets_of_the_page_that_describes_them(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/datapackage.json").write_text(
        '{"resources": [{"name": "two_words", "title": "T", "path": "two_words.csv", '
        '"description": "What.", "licenses": [{"name": "CC0-1.0"}], '
        '"schema": {"fields": [{"name": "year"}]}}]}', encoding="utf-8")
    _, table = graph(tmp_path, "chapters/data")
    assert table["@type"] == "Dataset" and table["variableMeasured"] == ["year"]
    assert table["license"] == ["CC0-1.0"]
    assert table["distribution"][0]["contentUrl"] == "../data/two_words.csv"
    assert len(graph(tmp_path)) == 1  # not of other pages
