"""What the web page adds to an exhibit: its files, data, code and how to cite it.

The directive ``{exhibit-tools}`` stands in the text of each exhibit. On a web page it becomes a
row of links and one fold with the data as a table, lines that load them, the cell that made the
exhibit and its reference. Other formats leave it out. The files have permanent addresses; see
`report.html.exhibit_files`.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from report.bibliography import cff, reference
from report.exhibit import STATUS
from report.html import data_table, verified
from report.html.exhibit_files import FOLDER
from report.sphinx import events, reproduction, state
from report.sphinx.numbers import numbered

# More sources than this are folded on the web page.
SOURCES_SHOWN = 6


class exhibit_tools(nodes.General, nodes.Element):  # noqa: N801
    """Place of the links and the fold of one exhibit."""


class markup(nodes.General, nodes.Element):  # noqa: N801
    """HTML that the search does not index."""


class Tools(SphinxDirective):
    """``{exhibit-tools} <id>``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Mark the place."""
        state.page(self.env).results[verified.FILE] = reproduction.mark(verified.FILE)
        return [exhibit_tools(exhibit=self.arguments[0])]


class FillTools(SphinxPostTransform):
    """Fill the places of one web page, when numbers and citations are known."""

    default_priority = 190  # before MyST-NB folds the code of cells
    formats = ("html",)

    def run(self, **kwargs) -> None:
        """Fill each place, then take the code that moved there from above the exhibit."""
        moved = []
        for place in list(self.document.findall(exhibit_tools)):
            exhibit = state.build(self.app).exhibits[place["exhibit"]]
            source = _source(_around(place, "nb_element", "cell_code"))
            fold_sources(_around(place, "classes", ["exhibit"]), exhibit)
            place.replace_self(self._tools(exhibit, place, source))
            moved += [source] if source is not None else []
        for source in {id(s): s for s in moved}.values():
            source.parent.remove(source)

    def _tools(self, exhibit: dict, place: nodes.Node,
               source: nodes.Element | None) -> nodes.Node:
        """Row of links and fold of one exhibit."""
        number = self._number(exhibit)
        part = self._part(exhibit, number, _around(place, "classes", ["exhibit"]))
        inner = [*_citation(part), *_loading(exhibit["id"], self.config.html_baseurl),
                 *_code_of(source)]
        is_table = exhibit["kind"] == "table"
        if not is_table:
            inner = [_head("Data"), markup(html=data_table.html(exhibit, number)), *inner]
        summary = "Code and citation" if is_table else "Data table, code and citation"
        here = "../" * self.env.docname.count("/") + FOLDER
        opening = (f"{links(exhibit, number, here)}<details><summary>{summary}"
                   f'<span class="visually-hidden"> of {number}</span></summary>')
        return nodes.container("", markup(html=opening), *inner, markup(html="</details>"),
                               classes=["exhibit-tools"])

    def _number(self, exhibit: dict) -> str:
        kind, label = exhibit["kind"], exhibit["label"]
        return numbered(kind, self.env.toc_fignumbers[self.env.docname][kind][label])

    def _part(self, exhibit: dict, number: str, card: nodes.Element) -> reference.Part:
        caption = next(card.findall(lambda n: isinstance(n, (nodes.caption, nodes.title))))
        base = self.config.html_baseurl
        address = f"{base}{self.env.docname}.html#{exhibit['label']}" if base else ""
        return reference.Part(title=f"{number}: {caption.astext()}", id=exhibit["id"],
                              address=address)


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


def _block(text: str, language: str) -> nodes.Node:
    return nodes.literal_block(text, text, language=language)


def _citation(part: reference.Part) -> list[nodes.Node]:
    """How to cite an exhibit, as a sentence and for BibTeX."""
    report = cff.read()
    before, title, after = reference.pieces(report, part)
    said = nodes.paragraph("", "", nodes.Text(before), nodes.emphasis(title, title),
                           nodes.Text(after))
    return [_head("How to cite"), said, _block(reference.bibtex(report, part), "bibtex")]


def _loading(name: str, base: str) -> list[nodes.Node]:
    """Lines that load the data in Python and in R."""
    file = f"{base}{FOLDER}/{name}.csv" if base else f"{name}.csv"
    python = f'import pandas as pd\n\ndata = pd.read_csv("{file}")'
    return [_head("Load the data"), _block(python, "python"),
            _block(f'data <- read.csv("{file}")', "r")]


def _code_of(source: nodes.Element | None) -> list[nodes.Node]:
    if source is None:
        return []
    return [_head("The code that made it"), *[child.deepcopy() for child in source.children]]


def fold_sources(card: nodes.Element, exhibit: dict) -> None:
    """Fold a long list of sources behind its number, without a tip on each (a page of text).

    Parameters
    ----------
    card : docutils.nodes.Element
        Container of the exhibit, changed in place.
    exhibit : dict
        As the ledger holds it.
    """
    note = next(c for c in card.children if "exhibit-note" in c.get("classes", ()))
    paragraph = note.children[-1]
    references = list(paragraph.findall(nodes.reference))
    if len(references) <= SOURCES_SHOWN:
        return
    for cited in references:
        cited.attributes.pop("reftitle", None)
    note.remove(paragraph)
    said = f"{STATUS[exhibit['status']]} Licence and {len(exhibit['sources'])} sources"
    note += [markup(html=f'<details class="exhibit-sources"><summary>{said}</summary>'),
             paragraph, markup(html="</details>")]


def links(exhibit: dict, number: str, folder: str) -> str:
    """Links to the files of an exhibit and to its own address, as HTML.

    Parameters
    ----------
    exhibit : dict
        As the ledger holds it.
    number : str
        Such as ``Figure 2.1``.
    folder : str
        Where the files stand, as seen from the page.
    """
    kinds = [("csv", "CSV", "data")]
    if exhibit["drawing"]:
        kinds += [("svg", "SVG", "drawing"), ("png", "PNG", "picture")]
    parts = [f'<a class="download" download href="{folder}/{exhibit["id"]}.{ending}" '
             f'aria-label="{shown}, {what} of {number}">{shown}</a>'
             for ending, shown, what in kinds]
    parts.append(f'<a href="#{exhibit["label"]}" aria-label="Link to {number}">Link</a>')
    if day := verified.day(exhibit["id"]):
        parts.append(f'<span class="verified">Rerun and equal on {day}</span>')
    return f'<p class="exhibit-links">{" ".join(parts)}</p>'


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
    return events.PARALLEL
