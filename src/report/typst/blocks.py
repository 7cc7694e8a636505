"""Paragraphs, lists and what else stands between headings, as Typst markup."""

from __future__ import annotations

from docutils import nodes
from sphinx.locale import admonitionlabels

from report.typst.markup import content, escape, string
from report.typst.page import Page, passes, skips

_NUMBERING = {"loweralpha": "a.", "upperalpha": "A.", "lowerroman": "i.", "upperroman": "I."}


class Blocks(Page):
    """Rules for blocks."""

    visit_comment = visit_substitution_definition = visit_pending = visit_meta = skips
    visit_transition = visit_footnote = visit_index = visit_toctree = skips
    visit_tabular_col_spec = visit_docinfo = visit_exhibit_tools = skips
    visit_document = depart_document = visit_compound = depart_compound = passes
    visit_glossary = depart_glossary = passes
    visit_list_item = depart_list_item = visit_definition = depart_definition = passes
    visit_line = visit_term = passes

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """Paragraphs stand between empty lines."""
        self.write("\n\n")

    depart_paragraph = visit_paragraph

    def visit_rubric(self, node: nodes.rubric) -> None:
        """Title without a place in the contents."""
        self.write(f"\n#rubric[{self.rendered(node.children)}]\n")
        raise nodes.SkipNode

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        """Typewriter text, line by line."""
        self.write(f"\n#raw(block: true, {string(node.astext())})\n")
        raise nodes.SkipNode

    visit_doctest_block = visit_literal_block

    def visit_bullet_list(self, node: nodes.bullet_list) -> None:
        """List with bullets."""
        self.write(f"\n#list({self._items(node)})\n")
        raise nodes.SkipNode

    def visit_enumerated_list(self, node: nodes.enumerated_list) -> None:
        """List with numbers or letters."""
        style = _NUMBERING.get(node.get("enumtype", ""), "1.")
        self.write(f"\n#enum(numbering: {string(style)}, start: {node.get('start', 1)}, "
                   f"{self._items(node)})\n")
        raise nodes.SkipNode

    def _items(self, node: nodes.Element) -> str:
        tight = all(len(item.children) < 2 for item in node.children)
        items = [f"[{self.rendered([item])}]" for item in node.children]
        return f"tight: {str(tight).lower()}, " + ", ".join(items)

    def visit_definition_list(self, node: nodes.definition_list) -> None:
        """Terms and their definitions, also as a glossary has them."""
        items = [self._definition(item) for item in node.children]
        self.write(f"\n#terms(tight: false, {', '.join(items)})\n")
        raise nodes.SkipNode

    def _definition(self, item: nodes.definition_list_item) -> str:
        heads = [c for c in item.children if not isinstance(c, nodes.definition)]
        told = [c for c in item.children if isinstance(c, nodes.definition)]
        return f"terms.item([{self.rendered(heads)}], [{self.rendered(told)}])"

    def depart_term(self, node: nodes.term) -> None:
        """A space before a second term or a classifier."""
        self.write(" ")

    def visit_classifier(self, node: nodes.classifier) -> None:
        """Kind of a term, in italics beside it."""
        self.write(f"#emph[{self.rendered(node.children)}];")
        raise nodes.SkipNode

    def visit_field_list(self, node: nodes.field_list) -> None:
        """Names and values, as terms."""
        items = [f"terms.item([{self.rendered(f[0].children)}], [{self.rendered(f[1].children)}])"
                 for f in node.children]
        self.write(f"\n#terms({', '.join(items)})\n")
        raise nodes.SkipNode

    def visit_block_quote(self, node: nodes.block_quote) -> None:
        """Quotation, with who said it where that is given."""
        source = [c for c in node.children if isinstance(c, nodes.attribution)]
        told = [c for c in node.children if not isinstance(c, nodes.attribution)]
        by = content(self.rendered(source[0].children)) if source else "none"
        self.write(f"\n#quote(block: true, attribution: {by})[{self.rendered(told)}]\n")
        raise nodes.SkipNode

    def visit_line_block(self, node: nodes.line_block) -> None:
        """Lines that break where they are told to; an inner block stands in."""
        nested = isinstance(node.parent, nodes.line_block)
        lines = [self.rendered([c]) for c in node.children]
        body = " \\\n".join(lines)
        self.write(f"#box(inset: (left: 1.2em))[{body}];" if nested else f"\n#lines[{body}]\n")
        raise nodes.SkipNode

    depart_line = passes

    def visit_Admonition(self, node: nodes.Element) -> None:
        """Note, warning and their kind: a title and what it says, set apart."""
        title = [c for c in node.children if isinstance(c, nodes.title)]
        told = [c for c in node.children if not isinstance(c, nodes.title)]
        head = self.rendered(title[0].children) if title else escape(
            str(admonitionlabels.get(node.tagname, "")))
        self.write(f"\n#aside({content(head)})[{self.rendered(told)}]\n")
        raise nodes.SkipNode

    visit_seealso = visit_topic = visit_sidebar = visit_Admonition

    def visit_citation(self, node: nodes.citation) -> None:
        """Entry of the list of references."""
        self.write(f"\n#entry[{self.rendered(node.children)}]\n")
        raise nodes.SkipNode
