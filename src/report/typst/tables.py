"""Tables as Typst markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, zip_longest

from docutils import nodes

from report.typst.figures import Figures
from report.typst.markup import array

# Widths of tables in characters (a column counts up to COLUMN) and the type that fits them.
COLUMN = 27
SIZES = ((96, "9.4pt"), (112, "8.6pt"), (130, "7.8pt"))
SMALLEST = "7pt"
# Lines up to which a table is kept on one page.
WHOLE = 24

Line = Sequence[nodes.entry]


def type_size(heads: Sequence[Line], body: Sequence[Line]) -> str:
    """Size of type in which a table fits the page; heads may break between words.

    Parameters
    ----------
    heads, body : sequence of lines
        Cells of the head and of the body, one sequence a line.
    """
    width: dict[int, int] = {}
    _widen(width, body, len)
    _widen(width, heads, _longest_word)
    total = sum(width.values()) + 2 * len(width)
    return next((size for limit, size in SIZES if total <= limit), SMALLEST)


def _widen(width: dict[int, int], lines: Sequence[Line], counted: Callable[[str], int]) -> None:
    """Widths of columns, by their place, at which some lines fit as well."""
    for line in lines:
        for place, cell in enumerate(line):
            wanted = min(counted(cell.astext()), COLUMN)
            width[place] = max(width.get(place, 0), wanted)


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)


def breaks(lines: Sequence[Line]) -> bool:
    """Whether a table is so long that it has to break across pages.

    Parameters
    ----------
    lines : sequence of lines
        Cells of head and body, one sequence a line.
    """
    return sum(map(_height, lines)) > WHOLE


def _height(line: Line) -> int:
    """Lines of type that the cells of a line need, each COLUMN characters wide."""
    return max(-(-len(cell.astext()) // COLUMN) for cell in line)


class Tables(Figures):
    """Rules for tables; they are exhibits, as figures are."""

    def visit_table(self, node: nodes.table) -> None:
        """Table; its heads are repeated where it breaks across pages."""
        caption = next((c for c in node.children if isinstance(c, nodes.title)), None)
        note, self.note = self.note, ""
        lines = [list(line.children) for line in node.findall(nodes.row)]
        body = self._grid(next(node.findall(nodes.tgroup)), "colwidths-given" in node["classes"])
        stays = breaks(lines) or caption is None
        flow = "none, true" if stays else self.floats(caption)
        self.write_exhibit("table", node, caption, note, body, flow)
        raise nodes.SkipNode

    def _grid(self, group: nodes.tgroup, given: bool) -> str:
        columns = list(group.findall(nodes.colspec))
        heads, body = _lines(group, nodes.thead), _lines(group, nodes.tbody)
        widths = [f"{column['colwidth']}fr" if given else "auto" for column in columns]
        sides = [_side(body or heads, place) for place in range(len(columns))]
        stubs = [bool(column.get("stub")) for column in columns]
        cells = self._cells(body, stubs)
        top = ""
        if heads:
            top = f"table.header({', '.join(self._cells(heads))}), table.hline(stroke: 0.5pt), "
        return (f"#grid-of-cells({array(widths)}, {array(sides)}, {type_size(heads, body)}, "
                f"{len(heads)}, {top}\n{', '.join(cells)})")

    def _cells(self, lines: Sequence[Line], stubs: Sequence[bool] = ()) -> list[str]:
        """Cells line by line; those of columns of heads are in bold type."""
        cells = []
        for line in lines:
            cells += [self._cell(cell, stub)
                      for cell, stub in zip_longest(line, stubs[:len(line)], fillvalue=False)]
        return cells

    def _cell(self, entry: nodes.entry, stub: bool) -> str:
        spans = {"colspan": entry.get("morecols", 0) + 1, "rowspan": entry.get("morerows", 0) + 1}
        given = "".join(f"{key}: {value}, " for key, value in spans.items() if value > 1)
        body = f"[{self.rendered(entry.children)}]"
        body = f"strong({body})" if stub else body
        return f"table.cell({given}{body})" if given else body


def _lines(group: nodes.tgroup, part: type[nodes.Element]) -> list[Line]:
    """Cells of the head or of the body of a table."""
    parts = group.findall(part)
    return [list(line.children) for line in chain.from_iterable(parts)]


def _side(lines: Sequence[Line], place: int) -> str:
    classes = [line[place]["classes"] for line in lines if place < len(line)]
    for side in ("right", "center"):
        if any(f"text-{side}" in found for found in classes):
            return side
    return "left"
