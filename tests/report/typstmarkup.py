"""Nodes of a page as Typst markup, without a book around them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import new_document

from report.typst.book import Book
from report.typst.translator import TypstTranslator

FORMATS = {"figure": "Figure %s", "table": "Table %s"}


def translator(*children: nodes.Node, folder: Path | None = None, docname: str = "page",
               numbers: dict | None = None, sections: dict | None = None,
               baseurl: str = "") -> TypstTranslator:
    """Translator of a page that holds some nodes.

    Parameters
    ----------
    *children : docutils.nodes.Node
    folder : Path, optional
        Where pictures stand.
    docname : str
        The front page is called ``index``.
    numbers, sections : dict, optional
        Numbers of exhibits by kind and id, and of sections.
    baseurl : str
        Address of the web pages; the page ``rows`` is not printed.
    """
    document = new_document("page")
    document.extend(children)
    folder = folder or Path("/")
    env = SimpleNamespace(toc_fignumbers={docname: numbers or {}}, domains={},
                          toc_secnumbers={docname: sections or {}})
    config = SimpleNamespace(root_doc="index", numfig_format=FORMATS, typst_front_title="Summary",
                             math_numfig=True, math_numsep=".", numfig=True, html_baseurl=baseurl,
                             typst_left_out=["rows"], typst_references="references")
    builder = SimpleNamespace(config=config, env=env, name="typst", fignumbers=numbers or {})
    return TypstTranslator(document, builder, Book(source=folder, root=folder), docname)


def markup(*children: nodes.Node, **options: object) -> str:
    """Typst markup of some nodes; options are those of `translator`."""
    made = translator(*children, **options)
    return made.rendered(made.document.children)


def of_text(text: str, **options: object) -> str:
    """Typst markup of reStructuredText."""
    return markup(*publish_doctree(text).children, **options)
