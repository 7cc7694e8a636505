"""Figures, and exhibits with the note that stands beside them, as Typst markup."""

from __future__ import annotations

from docutils import nodes
from sphinx.util import logging

from report.alt_text import describes
from report.typst.markup import anchors, content, escape, length, string
from report.typst.page import Page, passes

logger = logging.getLogger(__name__)

# More sources than these are told by their number.
SOURCES_SHOWN = 4
# Characters of markup that fill the first page of a chapter, where nothing may float to the top.
FIRST_PAGE = 3500


class Figures(Page):
    """Rules for pictures, figures and the containers that hold an exhibit."""

    note = ""  # of the exhibit that is being written

    depart_image = depart_container = passes

    def visit_container(self, node: nodes.container) -> None:
        """Code stays out of print; notes of exhibits are set small; all else passes."""
        if node.get("nb_element") == "cell_code_source":
            raise nodes.SkipNode
        if "exhibit" in node["classes"]:
            self._write_with_note(node)
            raise nodes.SkipNode
        if "exhibit-note" in node["classes"]:
            self.write(f"\n#small[{self.rendered(node.children)}]\n")
            raise nodes.SkipNode
        if "claim" in node["classes"]:
            title, *told = node.children
            self.write(f"\n#aside[{self.rendered(title.children)}][{self.rendered(told)}]\n")
            raise nodes.SkipNode
        if "number-index" in node["classes"]:
            self._write_index(node)
            raise nodes.SkipNode

    def _write_index(self, node: nodes.container) -> None:
        """Id, value and first source of each number; its definition stands on the web page."""
        for listed in node.findall(nodes.definition_list):
            term, told = next(listed.findall(nodes.term)), next(listed.findall(nodes.definition))
            value = next(told.findall(nodes.strong))
            self.write(f"\n#number-line[{anchors(self.places(listed['ids']))}"
                       f"{escape(term.astext())}][{self.rendered(value.children)}]"
                       f"[{self._first_source(told)}]\n")

    def _first_source(self, told: nodes.Element) -> str:
        """The first source, and how many more there are."""
        cited = [one for one in told.findall(nodes.reference) if self._is_cited(one)]
        more = f" and {len(cited) - 1} more" if len(cited) > 1 else ""
        return self.rendered(cited[:1]) + more

    def _is_cited(self, link: nodes.reference) -> bool:
        """Whether a link leads to the list of references."""
        return link.get("refuri", "").startswith(f"%{self.config.typst_references}#")

    def _write_with_note(self, node: nodes.container) -> None:
        """Figure or table with the note that stands beside it, kept together."""
        notes = [child for child in node.children if "exhibit-note" in child.get("classes", ())]
        rest = [child for child in node.children if child not in notes]
        if any(isinstance(child, (nodes.table, nodes.figure)) for child in rest):
            self.note = "\n\n".join(map(self._note, notes))
        else:
            rest = node.children
        for child in rest:
            child.walkabout(self)
        self.note = ""

    def _note(self, note: nodes.Element) -> str:
        """Note of an exhibit; a long list of sources is told by its number."""
        *rest, last = note.children
        cited = sum(map(self._is_cited, last.findall(nodes.reference)))
        if cited <= SOURCES_SHOWN:
            return self.rendered(note.children)
        status = self.rendered(last.children[:1])
        said = f"{status} {cited} sources, named in the record of the book."
        return f"{self.rendered(rest)}\n\n{said}"

    def visit_figure(self, node: nodes.figure) -> None:
        """Picture with its title above and its legend below."""
        caption = next(node.findall(nodes.caption), None)
        legend = next(node.findall(nodes.legend), None)
        pictures = [self.picture(image) for image in node.findall(nodes.image)
                    if "only-dark" not in image["classes"]]
        note, self.note = self.note, ""
        note = self.rendered(legend.children) if legend is not None else note
        body = " ".join(filter(None, pictures))
        self.write_exhibit("image", node, caption, note, body, self.floats(caption))
        raise nodes.SkipNode

    def visit_image(self, node: nodes.image) -> None:
        """Picture in the text."""
        alone = len(node.parent.children) == 1 or not isinstance(node.parent, nodes.TextElement)
        shown = self.picture(node)
        self.write(shown if alone or not shown else f"#box[{shown}];")
        raise nodes.SkipNode

    def write_exhibit(self, kind: str, node: nodes.Element, caption: nodes.Element | None,
                      note: str, body: str, flow: str) -> None:
        """Write the call that shows an exhibit.

        Parameters
        ----------
        kind : {'image', 'table'}
        node : docutils.nodes.Element
            Figure or table.
        caption : docutils.nodes.Element or None
            Its title.
        note, body : str
            Markup of what stands below it and of itself.
        flow : str
            Where it may go, and whether it may break across pages; see `floats`.
        """
        figtype = "figure" if kind == "image" else "table"
        places = self.places(node["ids"])
        title = self.rendered(caption.children, anchored=False) if caption is not None else ""
        word = self.config.numfig_format.get(figtype, "").replace("%s", "").strip()
        target = string(places[0] if places else None)
        shown = (f"\n#exhibit({kind}, {string(word)}, {string(self._number(figtype, node))}, "
                 f"{content(title)}, {target}, {content(note)}, {flow})"
                 f"[{anchors(places[1:])}{body}]\n")
        self.book.exhibits |= dict.fromkeys(node["ids"], shown)
        self.write(shown)

    def floats(self, caption: nodes.Element | None) -> str:
        """Where an exhibit may go: near its text, but not above the title of a chapter.

        Parameters
        ----------
        caption : docutils.nodes.Element or None
            Its title; what has none stays where it is.

        Returns
        -------
        str
            Side of the page and whether it breaks, as arguments of Typst.
        """
        if self.nested > 1 or caption is None:
            return "none, false"
        early = sum(map(len, self.body)) < FIRST_PAGE
        return f"{'bottom' if early else 'auto'}, false"

    def _number(self, figtype: str, node: nodes.Element) -> str:
        kinds = self.builder.env.toc_fignumbers.get(self.docname, {})
        numbers = kinds.get(figtype, {})
        found = next((numbers[name] for name in node["ids"] if name in numbers), ())
        return ".".join(map(str, found))

    def picture(self, node: nodes.image) -> str:
        """Call that shows a picture; one without alternative text is an ornament.

        Parameters
        ----------
        node : docutils.nodes.image
        """
        path, alt = self.book.picture(node), node.get("alt", "")
        if path is None:
            return ""
        if not describes(alt) and (alt or isinstance(node.parent, nodes.figure)):
            logger.warning("typst: no alternative text for %s", node["uri"], location=node)
        width = length(node.get("width"))
        size = f", width: {width}" if width else ""
        if not describes(alt):
            return f"#pdf.artifact(image({string(path)}{size}));"
        return f"#image({string(path)}, alt: {string(' '.join(alt.split()))}{size});"
