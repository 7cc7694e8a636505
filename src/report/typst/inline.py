"""Running text as Typst markup."""

from __future__ import annotations

from docutils import nodes

from report.typst.markup import escape, place, string
from report.typst.page import Page, closes, opens, passes, skips


class Inline(Page):
    """Rules for text and what stands in a line."""

    visit_emphasis = visit_title_reference = visit_literal_emphasis = opens("#emph")
    depart_emphasis = depart_title_reference = depart_literal_emphasis = closes
    visit_strong = visit_literal_strong = opens("#strong")
    depart_strong = depart_literal_strong = closes
    visit_superscript, depart_superscript = opens("#super"), closes
    visit_subscript, depart_subscript = opens("#sub"), closes
    visit_abbreviation = visit_generated = visit_problematic = passes
    depart_abbreviation = depart_generated = depart_problematic = passes
    visit_download_reference = visit_PassthroughTextElement = visit_target = passes
    depart_download_reference = depart_PassthroughTextElement = depart_target = passes
    visit_fontawesome = visit_label = visit_system_message = skips

    def visit_Text(self, node: nodes.Text) -> None:
        """Characters as they stand."""
        self.write(escape(node.astext()))

    depart_Text = depart_inline = passes

    def visit_inline(self, node: nodes.inline) -> None:
        """Words in another language (class ``language-ru``) are marked as such."""
        found = [c.removeprefix("language-") for c in node["classes"] if c.startswith("language-")]
        if found:
            self.write(f"#text(lang: {string(found[0])})[{self.rendered(node.children)}];")
            raise nodes.SkipNode

    def visit_literal(self, node: nodes.literal) -> None:
        """Typewriter text."""
        self.write(f"#raw({string(node.astext())});")
        raise nodes.SkipNode

    def visit_raw(self, node: nodes.raw) -> None:
        """Text for other formats stays out."""
        if "typst" in node.get("format", "").split():
            self.write(node.astext())
        raise nodes.SkipNode

    def visit_reference(self, node: nodes.reference) -> None:
        """Link to an address or to a place in the book."""
        name = self._target(node)
        if name and (page := self._left_out(node)):
            self.write(f"#link({string(page)})[" if page.startswith("http") else "#[")
        elif name:
            self.book.links.setdefault(name, node)
            recorded = any("number" in c["classes"] for c in node.findall(nodes.inline))
            self.write(f"#{'recorded' if recorded else 'link'}(label({string(name)}))[")
        elif node.get("refuri"):
            self.write(f"#link({string(node['refuri'])})[")
        else:
            self.write("#[")

    visit_number_reference = visit_reference
    depart_reference = depart_number_reference = closes

    def _left_out(self, node: nodes.reference) -> str:
        """Address of a page that is not printed, '.' where the book has none; else ''."""
        page, _, target = node.get("refuri", "").removeprefix("%").partition("#")
        if page not in self.config.typst_left_out:
            return ""
        base = self.config.html_baseurl
        return f"{base}{page}.html#{target}" if base else "."

    def _target(self, node: nodes.reference) -> str | None:
        if node.get("refid"):
            return place(self.docname, node["refid"])
        page, _, target = node.get("refuri", "").partition("#")
        return place(page[1:], target) if page.startswith("%") else None

    def visit_footnote_reference(self, node: nodes.footnote_reference) -> None:
        """Footnote where it is first called; later calls point to it."""
        name = place(self.docname, node["refid"])
        if name in self.book.places:
            self.write(f"#footnote(label({string(name)}));")
            raise nodes.SkipNode
        note = next(note for note in self.document.findall(nodes.footnote)
                    if note["ids"][0] == node["refid"])
        self.write(f"#footnote[{self.rendered(note.children)}]")
        labels = "".join(f"#label({string(new)})" for new in self.places([node["refid"]]))
        self.write(f"{labels};")
        raise nodes.SkipNode
