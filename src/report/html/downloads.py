"""Row under the title of a page: its notebook, the whole report as PDF, and where to run it.

Each chapter offers its notebook clean, as a reviewer opens it, and executed, with all outputs.
``launch_addresses`` names the services that open a notebook: a name, and an address in which
``{chapter}`` stands for the chapter. While there is none, no button is shown.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path

import nbformat
from jupyter_cache import get_cache
from sphinx.application import Sphinx

from report.sphinx import events
from report.sphinx.execution import read_notebooks

FOLDER = "notebooks"


def _add_row(app: Sphinx, name: str, template: str, context: dict, doctree: object) -> None:
    """Put the row under the first heading of a page of the book."""
    if doctree is not None and "body" in context:
        context["body"] = context["body"].replace("</h1>", f"</h1>\n{links(app, name)}", 1)


def links(app: Sphinx, name: str) -> str:
    """Row of links of a page, as HTML.

    Parameters
    ----------
    app : Sphinx
    name : str
        Document.
    """
    return f'<p class="page-tools">{" ".join(_each(app, name))}</p>'


def _each(app: Sphinx, name: str) -> Iterator[str]:
    up, chapter = "../" * name.count("/"), name.rpartition("/")[2]
    report = f"{up}{app.config.typst_pdf_name}"
    if Path(app.srcdir, FOLDER, f"{chapter}.ipynb").is_file():
        yield _file(f"{up}{FOLDER}/{chapter}.ipynb", "Notebook")
        yield _file(f"{up}{FOLDER}/{chapter}-executed.ipynb", "Executed notebook")
        for service, address in app.config.launch_addresses.items():
            yield (f'<a class="launch" href="{escape(address.format(chapter=chapter))}">'
                   f"Open in {escape(service)}</a>")
    yield _file(f"{report}.pdf", "Book as PDF (A4)")
    yield _file(f"{report}-letter.pdf", "(US Letter)", "Book as PDF (US Letter)")


def _file(path: str, text: str, said: str = "") -> str:
    label = f' aria-label="{said}"' if said else ""
    return f'<a class="download" href="{path}" download{label}>{text}</a>'


def _write_notebooks(app: Sphinx) -> None:
    """Put the notebooks beside the pages, clean and executed."""
    folder = Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    cache = get_cache(app.env.mystnb_config.execution_cache_path)
    for name, notebook in read_notebooks(app.env):
        chapter = name.rpartition("/")[2]
        twin = Path(app.srcdir, FOLDER, f"{chapter}.ipynb")
        if twin.is_file():
            shutil.copyfile(twin, folder / twin.name)
            done = plainly(cache.merge_match_into_notebook(notebook)[1], chapter)
            nbformat.write(done, folder / f"{chapter}-executed.ipynb")


def plainly(notebook: nbformat.NotebookNode, chapter: str) -> nbformat.NotebookNode:
    """Executed notebook without what only the book reads, with the same ids on each build.

    Parameters
    ----------
    notebook : NotebookNode
        With its outputs; changed in place.
    chapter : str
        Beginning of the ids of its cells.
    """
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"{chapter}-{number}"
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("text/markdown", None)
            if "metadata" in output:
                output["metadata"] = {}
    return notebook


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_config_value("launch_addresses", {}, "html", dict)
    app.connect("html-page-context", _add_row)
    events.when_html_is_done(app, _write_notebooks)
    return events.PARALLEL
