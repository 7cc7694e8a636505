"""Pages of the book as Typst markup. Numbers and link texts are those of Sphinx."""

from __future__ import annotations

from docutils import nodes

from report.typst.blocks import Blocks
from report.typst.formulas import Formulas
from report.typst.inline import Inline
from report.typst.markup import anchors, escape, string
from report.typst.tables import Tables


class TypstTranslator(Inline, Blocks, Tables, Formulas):
    """Writes one page: all rules, and those for sections and their headings.

    Parameters
    ----------
    document, builder, book, docname, depth
        See `report.typst.page.Page`.
    """

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
                   f"{anchors(places[1:])}\n")
        raise nodes.SkipNode

    def _section_number(self, target: str, first: bool) -> str:
        numbers = self.builder.env.toc_secnumbers.get(self.docname, {})
        found = numbers.get("" if first else f"#{target}") or ()
        return ".".join(map(str, found))
