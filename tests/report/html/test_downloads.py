"""Notebooks to download and services to open them in."""

from types import SimpleNamespace

import nbformat

from report.html import downloads


def app(tmp_path, launch):
    (tmp_path / "notebooks").mkdir(exist_ok=True)
    (tmp_path / "notebooks/park.ipynb").write_text("{}", encoding="utf-8")
    return SimpleNamespace(srcdir=tmp_path, config=SimpleNamespace(
        launch_addresses=launch, typst_pdf_name="small-report"))


def row(tmp_path, launch, name="chapters/park"):
    return downloads.links(app(tmp_path, launch), name)


def test_row_stands_under_the_first_heading_of_pages_of_the_book(tmp_path):
    context = {"body": "<h1>T</h1><p>text</p><h1>no</h1>"}
    downloads._add_row(app(tmp_path, {}), "chapters/park", "page.html", context, object())
    assert context["body"].startswith('<h1>T</h1>\n<p class="page-tools">')
    assert context["body"].count("page-tools") == 1
    downloads._add_row(app(tmp_path, {}), "search", "search.html", context, None)
    assert context["body"].count("page-tools") == 1


def test_no_button_while_no_address_is_set(tmp_path):
    assert 'class="launch"' not in row(tmp_path, {})


def test_button_opens_the_notebook_of_the_chapter(tmp_path):
    shown = row(tmp_path, {"Binder": "https://b.example/?path=notebooks/{chapter}.ipynb&x"})
    assert 'href="https://b.example/?path=notebooks/park.ipynb&amp;x">Open in Binder</a>' in shown


def test_page_without_a_notebook_offers_the_report_only(tmp_path):
    shown = row(tmp_path, {"Binder": "https://b.example/{chapter}"}, "chapters/data")
    assert "ipynb" not in shown and "Binder" not in shown
    assert "../small-report.pdf" in shown


def test_executed_notebook_keeps_what_a_reader_sees():
    output = nbformat.v4.new_output("display_data", {"text/plain": "a", "text/markdown": "b"},
                                    metadata={"analysis.exhibit": {"csv": "x"}})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("a", outputs=[output])])
    kept = downloads.plainly(notebook, "park")
    assert kept.cells[0].id == "park-0"
    assert kept.cells[0].outputs[0].data == {"text/plain": "a"}
    assert kept.cells[0].outputs[0].metadata == {}
