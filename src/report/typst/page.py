"""What all rules for Typst markup rest on: writing, rendering apart, and places to link to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.docutils import SphinxTranslator

from report.typst.book import Book
from report.typst.markup import anchors

logger = logging.getLogger(__name__)

# Classes of what belongs to the web page only.
WEB_ONLY = {"html-only", "only-dark", "toctree-wrapper"}
# Elements that carry their place themselves.
PLACED = (nodes.section, nodes.figure, nodes.table, nodes.math_block)

# Rule for a node: it writes markup, or ends by SkipNode.
Rule = Callable[["Page", nodes.Element], None]


class Page(SphinxTranslator):
    """One page as Typst markup; what inherits it has rules for kinds of nodes.

    A rule ``visit_<node>`` takes the node and writes what opens it, or all of it and then raises
    `docutils.nodes.SkipNode`; ``depart_<node>`` writes what closes it.

    Parameters
    ----------
    document : docutils.nodes.document
        Page after all post-transforms.
    builder : Builder
        Builder that writes it.
    book : Book
        Collects places, links, pictures and the abstract.
    docname : str
    depth : int
        Levels by which headings move down: 0 for a chapter, 1 for a page below it.
    """

    def __init__(self, document: nodes.document, builder: Builder, book: Book, docname: str,
                 depth: int = 0) -> None:
        super().__init__(document, builder)
        self.book, self.docname, self.level = book, docname, depth
        self.body: list[str] = []
        self.anchored = True  # off where Typst repeats the text, as in a list of figures
        self.nested = 0  # in how many elements that are rendered apart

    def write(self, text: str) -> None:
        """Append markup.

        Parameters
        ----------
        text : str
        """
        self.body.append(text)

    def rendered(self, children: Iterable[nodes.Node], anchored: bool = True) -> str:
        """Markup of some nodes, apart from the page.

        Parameters
        ----------
        children : iterable of docutils.nodes.Node
        anchored : bool
            Whether places to link to stand in it.
        """
        outer, self.body = self.body, []
        was, self.anchored = self.anchored, self.anchored and anchored
        self.nested += 1
        for child in children:
            child.walkabout(self)
        self.nested -= 1
        markup, self.body, self.anchored = "".join(self.body).strip(), outer, was
        return markup

    def places(self, ids: Iterable[str]) -> list[str]:
        """Names for ids that are new in the book; none where no places stand.

        Parameters
        ----------
        ids : iterable of str
            Of elements of the page, '' for the page itself.
        """
        return self.book.take_places(self.docname, ids) if self.anchored else []

    def dispatch_visit(self, node: nodes.Node) -> None:
        """Skip what is not for print, set the abstract aside, mark places, then visit.

        Parameters
        ----------
        node : docutils.nodes.Node

        Raises
        ------
        docutils.nodes.SkipNode
            If nothing is left to visit.
        """
        if isinstance(node, nodes.Element):
            classes = set(node.get("classes", ()))
            if classes & WEB_ONLY:
                raise nodes.SkipNode
            if "abstract" in classes and self.docname == self.config.root_doc:
                self._keep_abstract(node)
            if not isinstance(node, PLACED):
                self.write(anchors(self.places(node.get("ids", ()))))
        super().dispatch_visit(node)

    def _keep_abstract(self, node: nodes.Element) -> None:
        kept = [child for child in node.children if not isinstance(child, nodes.title)]
        self.book.abstract = anchors(self.places(node["ids"])) + self.rendered(kept)
        self.book.abstract_text = " ".join(child.astext() for child in kept)
        raise nodes.SkipNode

    def unknown_visit(self, node: nodes.Node) -> None:
        """Warn: what is not known would be missing from the PDF.

        Parameters
        ----------
        node : docutils.nodes.Node

        Raises
        ------
        docutils.nodes.SkipNode
            Always.
        """
        logger.warning("typst: no rule for <%s>", node.__class__.__name__, location=node)
        raise nodes.SkipNode


def opens(call: str) -> Rule:
    """Rule that opens a call of Typst; `closes` closes it.

    Parameters
    ----------
    call : str
        Such as ``#emph``.
    """
    def visit(self: Page, node: nodes.Element) -> None:
        self.write(f"{call}[")

    return visit


def closes(self: Page, node: nodes.Element) -> None:
    """Rule that closes what `opens` has opened.

    Parameters
    ----------
    node : docutils.nodes.Element
        Not used.
    """
    # The semicolon ends the call: "(" or "." that follows is text again.
    self.write("];")


def passes(self: Page, node: nodes.Element) -> None:
    """Rule for a node of which only the text is of interest.

    Parameters
    ----------
    node : docutils.nodes.Element
        Not used.
    """


def skips(self: Page, node: nodes.Element) -> None:
    """Rule for a node that stays out of print.

    Parameters
    ----------
    node : docutils.nodes.Element
        Not used.

    Raises
    ------
    docutils.nodes.SkipNode
        Always.
    """
    raise nodes.SkipNode
