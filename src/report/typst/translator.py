"""Pages of the book as Typst markup. Numbers and link texts are those of Sphinx."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from report.typst.blocks import Blocks
from report.typst.figures import Exhibits
from report.typst.inline import Inline
from report.typst.markup import escape, place, string

if TYPE_CHECKING:
    from report.typst.builder import TypstBuilder

logger = logging.getLogger(__name__)

# Classes of what belongs to the web page only.
WEB_ONLY = {"html-only", "only-dark", "toctree-wrapper"}
# Elements that carry their place themselves.
PLACED = (nodes.section, nodes.figure, nodes.table, nodes.math_block)


class TypstTranslator(Inline, Blocks, Exhibits, SphinxTranslator):
    """Writes one page.

    Parameters
    ----------
    document : docutils.nodes.document
        Page after all post-transforms.
    builder : TypstBuilder
        Collects places, links, pictures and the abstract.
    docname : str
    depth : int
        Levels by which headings move down: 0 for a chapter, 1 for a page below it.
    """

    builder: TypstBuilder

    def __init__(self, document: nodes.document, builder: TypstBuilder, docname: str,
                 depth: int = 0) -> None:
        super().__init__(document, builder)
        self.docname, self.level = docname, depth
        self.body: list[str] = []
        self.anchored = True  # off where Typst repeats the text, as in a list of figures
        self.footnotes = {n["ids"][0]: n for n in document.findall(nodes.footnote)}
        self.note = ""  # of the table that is being written
        self.nested = 0  # in how many elements that are rendered apart

    def write(self, text: str) -> None:
        """Append markup."""
        self.body.append(text)

    def rendered(self, children: Iterable[nodes.Node], anchored: bool = True) -> str:
        """Markup of some nodes, apart from the page."""
        outer, self.body = self.body, []
        was, self.anchored = self.anchored, self.anchored and anchored
        self.nested += 1
        for child in children:
            child.walkabout(self)
        self.nested -= 1
        markup, self.body, self.anchored = "".join(self.body).strip(), outer, was
        return markup

    def places(self, ids: Iterable[str]) -> list[str]:
        """Names for ids that are new in the book."""
        if not self.anchored:
            return []
        names = (place(self.docname, i) for i in ids)
        new = [n for n in dict.fromkeys(names) if n not in self.builder.places]
        self.builder.places.update(new)
        return new

    def anchors(self, places: Iterable[str]) -> str:
        """Invisible elements to link to."""
        return "".join(f"#anchor({string(name)});" for name in places)

    def dispatch_visit(self, node: nodes.Node) -> None:
        """Skip what is not for print, set the abstract aside, mark places, then visit."""
        if isinstance(node, nodes.Element):
            classes = set(node.get("classes", ()))
            if classes & WEB_ONLY:
                raise nodes.SkipNode
            if "abstract" in classes and self.docname == self.config.root_doc:
                self._keep_abstract(node)
            if not isinstance(node, PLACED):
                self.write(self.anchors(self.places(node.get("ids", ()))))
        super().dispatch_visit(node)

    def _keep_abstract(self, node: nodes.Element) -> None:
        kept = [c for c in node.children if not isinstance(c, nodes.title)]
        self.builder.abstract = self.anchors(self.places(node["ids"])) + self.rendered(kept)
        self.builder.abstract_text = " ".join(c.astext() for c in kept)
        raise nodes.SkipNode

    def unknown_visit(self, node: nodes.Node) -> None:
        """Warn: what is not known would be missing from the PDF."""
        logger.warning("typst: no rule for <%s>", node.__class__.__name__, location=node)
        raise nodes.SkipNode

    def visit_section(self, node: nodes.section) -> None:
        """One level down."""
        self.level += 1

    def depart_section(self, node: nodes.section) -> None:
        """One level up."""
        self.level -= 1

    def visit_title(self, node: nodes.title) -> None:
        """Heading; the place of a page is its first heading."""
        section = node.parent
        if not isinstance(section, nodes.section):
            self.write(f"\n#rubric[{self.rendered(node.children)}]\n")
            raise nodes.SkipNode
        first = isinstance(section.parent, nodes.document)
        places = self.places([*section["ids"], ""] if first else section["ids"])
        title = self.rendered(node.children, anchored=False)
        if first and self.docname == self.config.root_doc:
            title = escape(self.config.typst_front_title)
        number = self._section_number(section["ids"][0], first)
        self.write(f"\n#section({self.level}, {string(number)}, {string(places[0])})[{title}]"
                   f"{self.anchors(places[1:])}\n")
        raise nodes.SkipNode

    def _section_number(self, target: str, first: bool) -> str:
        numbers = self.builder.env.toc_secnumbers.get(self.docname, {})
        found = numbers.get("" if first else f"#{target}") or ()
        return ".".join(map(str, found))
