"""What the web page adds to an exhibit: its files, data, code and how to cite it.

The directive ``{exhibit-tools}`` stands in the text of each exhibit. On a web page it becomes a
row of links and one fold with the data as a table, lines that load them, the cell that made the
exhibit and its reference. Other formats leave it out. The files have permanent addresses:
``exhibits/<id>.csv``, ``.svg`` and ``.png``.
"""

from __future__ import annotations

import csv
import io
import shutil
from contextlib import suppress
from html import escape
from math import isfinite
from pathlib import Path

import typst
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from report.exhibit import STATUS
from report.sphinx import citation

FOLDER = "exhibits"
# More sources than this are folded on the web page.
SOURCES_SHOWN = 6
# Rows of data that the page shows; the file has all.
ROWS_SHOWN = 300
# Of the picture: 2.5 times the size on the page, so that it is sharp on paper and on a phone.
DOTS_PER_INCH = 180
PAGE = "#set page(width: auto, height: auto, margin: 6pt, fill: white)\n"


class exhibit_tools(nodes.General, nodes.Element):  # noqa: N801
    """Place of the links and the fold of one exhibit."""


class markup(nodes.General, nodes.Element):  # noqa: N801
    """HTML that the search does not index."""


class Tools(SphinxDirective):
    """``{exhibit-tools} <id>``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Mark the place."""
        return [exhibit_tools(exhibit=self.arguments[0])]


class FillTools(SphinxPostTransform):
    """Fill the places of one web page, when numbers and citations are known."""

    default_priority = 190  # before MyST-NB folds the code of cells
    formats = ("html",)

    def run(self, **kwargs) -> None:
        """Fill each place, then take the code that moved there from above the exhibit."""
        moved = []
        for place in list(self.document.findall(exhibit_tools)):
            record = self.app.ledger_exhibits[place["exhibit"]]
            cell = _around(place, "nb_element", "cell_code")
            source = _source(cell)
            fold_sources(_around(place, "classes", ["exhibit"]), record)
            place.replace_self(self.tools(record, place, source))
            moved += [source] if source is not None else []
        for source in {id(s): s for s in moved}.values():
            source.parent.remove(source)

    def tools(self, record: dict, place: nodes.Node, source: nodes.Element | None) -> nodes.Node:
        """Row of links and fold of one exhibit."""
        name, number = record["id"], self._number(record)
        card = _around(place, "classes", ["exhibit"])
        caption = next(card.findall(lambda n: isinstance(n, (nodes.caption, nodes.title))))
        part = f"{number}: {caption.astext()}"
        here = "../" * self.env.docname.count("/") + FOLDER
        base = self.config.html_baseurl
        target = base and f"{base}{self.env.docname}.html#{record['label']}"
        inner = [
            _head("How to cite"), *_reference(part, target), *_code(
                citation.bibtex(citation.read(), part, name, target), "bibtex"),
            _head("Load the data"), *_snippets(name, base),
            *([_head("The code that made it"), *[c.deepcopy() for c in source.children]]
              if source is not None else [])]
        table = record["kind"] == "table"
        if not table:
            inner = [_head("Data"), markup(html=data_table(record, number)), *inner]
        summary = "Code and citation" if table else "Data table, code and citation"
        return nodes.container(
            "", markup(html=links(record, number, here) + f"<details><summary>{summary}"
                       f'<span class="visually-hidden"> of {number}</span></summary>'),
            *inner, markup(html="</details>"), classes=["exhibit-tools"])

    def _number(self, record: dict) -> str:
        numbers = self.env.toc_fignumbers[self.env.docname][record["kind"]][record["label"]]
        return f"{record['kind'].capitalize()} {'.'.join(map(str, numbers))}"


def _around(node: nodes.Node, attribute: str, value: object) -> nodes.Element | None:
    """Nearest element around a node that has this value."""
    while node is not None and getattr(node, "attributes", {}).get(attribute) != value:
        node = node.parent
    return node


def _source(cell: nodes.Element | None) -> nodes.Element | None:
    """Code of a cell, None where the page does not show it."""
    found = (c for c in (cell.children if cell is not None else ())
             if c.get("nb_element") == "cell_code_source")
    return next(found, None)


def _head(text: str) -> nodes.Node:
    return nodes.rubric(text, text)


def _code(text: str, language: str) -> list[nodes.Node]:
    return [nodes.literal_block(text, text, language=language)]


def _reference(part: str, target: str) -> list[nodes.Node]:
    said = citation.sentence(citation.read(), part, target)
    before, title, after = said.split("*")
    return [nodes.paragraph("", "", nodes.Text(before), nodes.emphasis(title, title),
                            nodes.Text(after))]


def _snippets(name: str, base: str) -> list[nodes.Node]:
    file = f"{base}{FOLDER}/{name}.csv" if base else f"{name}.csv"
    python = f'import pandas as pd\n\ndata = pd.read_csv("{file}")'
    return [*_code(python, "python"), *_code(f'data <- read.csv("{file}")', "r")]


def fold_sources(card: nodes.Element, record: dict) -> None:
    """Fold a long list of sources behind its number, without a tip on each (a page of text)."""
    note = next(c for c in card.children if "exhibit-note" in c.get("classes", ()))
    paragraph = note.children[-1]
    references = list(paragraph.findall(nodes.reference))
    if len(references) <= SOURCES_SHOWN:
        return
    for reference in references:
        reference.attributes.pop("reftitle", None)
    note.remove(paragraph)
    said = f"{STATUS[record['status']]} Licence and {len(record['sources'])} sources"
    note += [markup(html=f'<details class="exhibit-sources"><summary>{said}</summary>'),
             paragraph, markup(html="</details>")]


def links(record: dict, number: str, folder: str) -> str:
    """Links to the files of an exhibit and to its own address."""
    kinds = [("csv", "CSV", "data"), *([("svg", "SVG", "drawing"), ("png", "PNG", "picture")]
                                      if record["drawing"] else [])]
    parts = [f'<a class="download" download href="{folder}/{record["id"]}.{ending}" '
             f'aria-label="{shown}, {what} of {number}">{shown}</a>'
             for ending, shown, what in kinds]
    parts.append(f'<a href="#{record["label"]}" aria-label="Link to {number}">Link</a>')
    return f'<p class="exhibit-links">{" ".join(parts)}</p>'


def data_table(record: dict, number: str) -> str:
    """Data of an exhibit as an HTML table that scrolls in itself."""
    heads, *rows = csv.reader(io.StringIO(record["csv"]))
    sides = [' class="text-right"' if all(map(_is_number, column)) else ""
             for column in zip(*rows)]
    head = "".join(f'<th scope="col"{s}>{escape(h)}</th>' for h, s in zip(heads, sides))
    body = "".join("<tr>" + "".join(f"<td{s}>{_shown(v)}</td>" for v, s in zip(row, sides))
                   + "</tr>\n" for row in rows[:ROWS_SHOWN])
    left = len(rows) - ROWS_SHOWN
    more = f"<p>The file has {left:,} more rows.</p>" if left > 0 else ""
    return (f'<div class="exhibit-data" role="region" tabindex="0" aria-label="Data of {number}">'
            f"<table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table></div>{more}")


def _is_number(value: str) -> bool:
    with suppress(ValueError):
        return value == "" or isfinite(float(value))
    return False


def _shown(value: str) -> str:
    """Cell of the table: four digits are enough to read, six of what may be a date in years."""
    if value in ("", "True", "False"):
        return {"": "\N{EN DASH}", "True": "yes", "False": "no"}[value]
    if not _is_number(value):
        return escape(value)
    number = float(value)
    digits = 4 if abs(number) < 1000 else 6
    shown = f"{number:.0f}" if number.is_integer() else f"{number:.{digits}g}"
    return shown.replace("-", "\N{MINUS SIGN}")


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Put data, drawing and picture of every exhibit beside the pages, and nothing else."""
    if exception or app.builder.format != "html":
        return
    made, folder = Path(app.srcdir, "_build", FOLDER), Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    kept = set()
    for name, record in app.ledger_exhibits.items():
        for ending in ("csv", "svg", "png") if record["drawing"] else ("csv",):
            target = folder / f"{name}.{ending}"
            source = made / f"{name}.{'csv' if ending == 'csv' else 'svg'}"
            kept.add(target.name)
            if not target.exists() or target.stat().st_mtime_ns != source.stat().st_mtime_ns:
                picture(source, target) if ending == "png" else shutil.copyfile(source, target)
                shutil.copystat(source, target)
    for stray in [p for p in folder.iterdir() if p.name not in kept]:
        stray.unlink()


def picture(source: Path, target: Path) -> None:
    """Draw an SVG on white as PNG."""
    page = f'{PAGE}#image("/{source.name}")\n'.encode()
    typst.compile(page, output=str(target), root=str(source.parent), format="png",
                  ppi=DOTS_PER_INCH, ignore_system_fonts=True)


def _skip(self, node: nodes.Node) -> None:
    raise nodes.SkipNode


def _write(self, node: markup) -> None:
    self.body.append(node["html"])
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    nothing = dict.fromkeys(("latex", "text", "man", "texinfo"), (_skip, None))
    app.add_node(exhibit_tools, html=(_skip, None), **nothing)
    app.add_node(markup, html=(_write, None), **nothing)
    app.add_directive("exhibit-tools", Tools)
    app.add_post_transform(FillTools)
    app.connect("build-finished", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
