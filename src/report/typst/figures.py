"""Figures, tables and formulas as Typst markup."""

from __future__ import annotations

from docutils import nodes
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from tex2typst import tex2typst

from report.html.accessibility import describes
from report.typst.inline import _passes
from report.typst.markup import array, content, length, string

logger = logging.getLogger(__name__)

# Widths of tables in characters (a column counts up to COLUMN) and the type that fits them.
COLUMN = 27
SIZES = ((96, "9.4pt"), (112, "8.6pt"), (130, "7.8pt"))
SMALLEST = "7pt"
# Lines up to which a table is kept on one page.
WHOLE = 24
# Characters of markup that fill the first page of a chapter, where nothing may float to the top.
FIRST_PAGE = 3500
# Commands that the converter leaves as they are.
MACROS = {"\\lVert": "\\|", "\\rVert": "\\|", "\\lvert": "|", "\\rvert": "|"}


def formula(tex: str) -> str:
    """Formula in Typst's notation.

    Raises
    ------
    ValueError
        If the converter refuses it or is known to go wrong.
    """
    if "\\operatorname*" in tex:
        raise ValueError(f"\\operatorname* is not supported, write \\arg\\max or alike: {tex}")
    try:
        return tex2typst(tex, custom_tex_macros=MACROS)
    except Exception as error:  # the converter raises bare errors
        raise ValueError(f"formula cannot be read: {tex}: {error}") from error


def type_size(heads: list[list[nodes.entry]], rows: list[list[nodes.entry]]) -> str:
    """Size of type in which a table fits the page; heads may break between words."""
    width: dict[int, int] = {}
    for cells, counted in ((rows, len), (heads, _longest_word)):
        for row in cells:
            for place, cell in enumerate(row):
                width[place] = max(width.get(place, 0), min(counted(cell.astext()), COLUMN))
    total = sum(width.values()) + 2 * len(width)
    return next((size for limit, size in SIZES if total <= limit), SMALLEST)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def breaks(rows: list[list[nodes.entry]]) -> bool:
    """Whether a table is so long that it has to break across pages."""
    return sum(max(-(-len(c.astext()) // COLUMN) for c in row) for row in rows) > WHOLE


class Exhibits:
    """Rules for figures, tables and formulas; a part of the translator."""

    depart_image = _passes

    def visit_figure(self, node: nodes.figure) -> None:
        """Picture with its title above and its legend below."""
        caption = next(node.findall(nodes.caption), None)
        legend = next(node.findall(nodes.legend), None)
        pictures = [self.picture(i) for i in node.findall(nodes.image)
                    if "only-dark" not in i["classes"]]
        note, self.note = self.note, ""
        note = self.rendered(legend.children) if legend is not None else note
        body = " ".join(filter(None, pictures))
        self._exhibit("image", node, caption, note, body, self._floats(caption))
        raise nodes.SkipNode

    def _exhibit(self, kind: str, node: nodes.Element, caption: nodes.Element | None,
                 note: str, body: str, flow: str) -> None:
        figtype = "figure" if kind == "image" else "table"
        places = self.places(node["ids"])
        title = self.rendered(caption.children, anchored=False) if caption is not None else ""
        format_ = self.config.numfig_format.get(figtype, "")
        self.write(
            f"\n#exhibit({kind}, {string(format_.replace('%s', '').strip())}, "
            f"{string(self._number(figtype, node))}, {content(title)}, "
            f"{string(places[0] if places else None)}, {content(note)}, {flow})"
            f"[{self.anchors(places[1:])}{body}]\n")

    def _floats(self, caption: nodes.caption | None) -> str:
        """Where a figure may go: near its text, but not above the title of a chapter."""
        if self.nested > 1 or caption is None:
            return "none, false"
        early = sum(map(len, self.body)) < FIRST_PAGE
        return f"{'bottom' if early else 'auto'}, false"

    def _number(self, figtype: str, node: nodes.Element) -> str:
        numbers = self.builder.fignumbers.get(figtype, {})
        found = next((numbers[i] for i in node["ids"] if i in numbers), ())
        return ".".join(map(str, found))

    def picture(self, node: nodes.image) -> str:
        """Call that shows a picture; one without alternative text is an ornament."""
        path, alt = self.builder.image_path(node), node.get("alt", "")
        if path is None:
            return ""
        if not describes(alt) and (alt or isinstance(node.parent, nodes.figure)):
            logger.warning("typst: no alternative text for %s", node["uri"], location=node)
        width = length(node.get("width"))
        size = f", width: {width}" if width else ""
        if not describes(alt):
            return f"#pdf.artifact(image({string(path)}{size}));"
        return f"#image({string(path)}, alt: {string(' '.join(alt.split()))}{size});"

    def visit_image(self, node: nodes.image) -> None:
        """Picture in the text."""
        alone = len(node.parent.children) == 1 or not isinstance(node.parent, nodes.TextElement)
        shown = self.picture(node)
        self.write(shown if alone or not shown else f"#box[{shown}];")
        raise nodes.SkipNode

    def write_exhibit(self, node: nodes.container) -> None:
        """Figure or table with the note that stands beside it, kept together."""
        notes = [c for c in node.children if "exhibit-note" in c.get("classes", ())]
        rest = [c for c in node.children if c not in notes]
        if any(isinstance(c, (nodes.table, nodes.figure)) for c in rest):
            self.note = "\n\n".join(self.rendered(n.children) for n in notes)
        else:
            rest = node.children
        for child in rest:
            child.walkabout(self)
        self.note = ""

    def visit_table(self, node: nodes.table) -> None:
        """Table; its heads are repeated where it breaks across pages."""
        caption = next((c for c in node.children if isinstance(c, nodes.title)), None)
        note, self.note = self.note, ""
        rows = [list(row.children) for row in node.findall(nodes.row)]
        body = self._grid(next(node.findall(nodes.tgroup)), "colwidths-given" in node["classes"])
        long = breaks(rows)
        flow = "none, true" if long or caption is None else self._floats(caption)
        self._exhibit("table", node, caption, note, body, flow)
        raise nodes.SkipNode

    def _grid(self, group: nodes.tgroup, given: bool) -> str:
        specs = list(group.findall(nodes.colspec))
        heads = [list(row.children) for part in group.findall(nodes.thead) for row in part]
        rows = [list(row.children) for part in group.findall(nodes.tbody) for row in part]
        widths = [f"{s['colwidth']}fr" if given else "auto" for s in specs]
        sides = [self._side(rows or heads, column) for column in range(len(specs))]
        cells = [self._cell(c, place < len(specs) and bool(specs[place].get("stub")))
                 for row in rows for place, c in enumerate(row)]
        head = ", ".join(self._cell(c, False) for row in heads for c in row)
        top = f"table.header({head}), table.hline(stroke: 0.5pt), " if heads else ""
        return (f"#grid-of-cells({array(widths)}, {array(sides)}, {type_size(heads, rows)}, "
                f"{len(heads)}, {top}\n{', '.join(cells)})")

    @staticmethod
    def _side(rows: list[list[nodes.entry]], column: int) -> str:
        classes = [row[column]["classes"] for row in rows if column < len(row)]
        for side in ("right", "center"):
            if any(f"text-{side}" in found for found in classes):
                return side
        return "left"

    def _cell(self, entry: nodes.entry, stub: bool) -> str:
        spans = {"colspan": entry.get("morecols", 0) + 1, "rowspan": entry.get("morerows", 0) + 1}
        given = "".join(f"{key}: {value}, " for key, value in spans.items() if value > 1)
        body = f"[{self.rendered(entry.children)}]"
        body = f"strong({body})" if stub else body
        return f"table.cell({given}{body})" if given else body

    def visit_math(self, node: nodes.math) -> None:
        """Formula in a line."""
        self.write(f"#formula({string(self._spoken(node))})[${self._formula(node)}$];")
        raise nodes.SkipNode

    def visit_math_block(self, node: nodes.math_block) -> None:
        """Formula on its own, with its number."""
        number = str(get_node_equation_number(self, node)) if node.get("number") else ""
        places = self.places(node["ids"])
        self.write(f"\n#equation({string(self._spoken(node))}, {string(number)}, "
                   f"{string(places[0] if places else None)})[$ {self._formula(node)} $]"
                   f"{self.anchors(places[1:])}\n")
        raise nodes.SkipNode

    @staticmethod
    def _spoken(node: nodes.Element) -> str:
        return " ".join(node.astext().split())

    def _formula(self, node: nodes.Element) -> str:
        try:
            return formula(node.astext())
        except ValueError as error:
            logger.warning("typst: %s", error, location=node)
            return string(node.astext())
