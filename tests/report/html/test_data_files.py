"""Tables stand beside the pages, and their names lead to them."""

from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.utils import new_document

from report.html import data_files


@pytest.fixture
def app(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/events.csv").write_text("event\na\n")
    (tmp_path / "data/other").mkdir()
    (tmp_path / "data/other/events.csv").write_text("event\nb\n")
    return SimpleNamespace(srcdir=tmp_path, outdir=tmp_path / "html")


def test_tables_are_copied_and_strays_go(app):
    (app.outdir / "data").mkdir(parents=True)
    (app.outdir / "data/old.csv").write_text("")
    data_files._copy_tables(app)
    assert sorted(path.name for path in (app.outdir / "data").iterdir()) == ["events.csv", "other"]


def test_book_without_tables_describes_none(tmp_path):
    assert data_files.package(SimpleNamespace(srcdir=tmp_path)) == {"resources": []}


@pytest.mark.parametrize(("text", "address"), [
    ("events.csv", "../data/events.csv"), ("data/events.csv", "../data/events.csv"),
    ("none.csv", None), ("other/events.csv", None)])
def test_name_of_a_table_leads_to_its_file(app, text, address):
    document = new_document("page")
    document.settings.env = SimpleNamespace(docname="chapters/data", app=app)
    document += nodes.paragraph("", "", nodes.literal("", text))
    data_files.LinkTables(document).run()
    assert [link["refuri"] for link in document.findall(nodes.reference)] == (
        [address] if address else [])
