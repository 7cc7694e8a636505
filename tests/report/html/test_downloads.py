"""Notebooks to download and services to open them in."""

from types import SimpleNamespace

import nbformat

from report.html import downloads as pagetools


def row(tmp_path, launch, name="chapters/park"):
    (tmp_path / "notebooks").mkdir(exist_ok=True)
    (tmp_path / "notebooks/park.ipynb").write_text("{}", encoding="utf-8")
    app = SimpleNamespace(srcdir=tmp_path, config=SimpleNamespace(launch_addresses=launch))
    context = {"body": "<h1>T</h1><p>text</p><h1>no</h1>"}
    pagetools.add_row(app, name, "page.html", context, object())
    return context["body"]


def test_no_button_while_no_address_is_set(tmp_path):
    assert 'class="launch"' not in row(tmp_path, {})
    assert row(tmp_path, {}).startswith('<h1>T</h1>\n<p class="page-tools">')


def test_button_opens_the_notebook_of_the_chapter(tmp_path):
    shown = row(tmp_path, {"Binder": "https://b.example/?path=notebooks/{chapter}.ipynb&x"})
    assert 'href="https://b.example/?path=notebooks/park.ipynb&amp;x">Open in Binder</a>' in shown


def test_page_without_a_notebook_offers_the_report_only(tmp_path):
    shown = row(tmp_path, {"Binder": "https://b.example/{chapter}"}, "chapters/data")
    assert "ipynb" not in shown and "Binder" not in shown
    assert "../belarus-technology-sector.pdf" in shown


def test_executed_notebook_keeps_what_a_reader_sees():
    output = nbformat.v4.new_output("display_data", {"text/plain": "a", "text/markdown": "b"},
                                    metadata={"analysis.exhibit": {"csv": "x"}})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("a", outputs=[output])])
    kept = pagetools.plainly(notebook, "park")
    assert kept.cells[0].id == "park-0"
    assert kept.cells[0].outputs[0].data == {"text/plain": "a"}
    assert kept.cells[0].outputs[0].metadata == {}
