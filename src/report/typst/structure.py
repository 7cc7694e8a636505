"""Repairs to the structure tree of a PDF: what the compiler cannot say to a screen reader.

The first cell of a line of a table names the line, entries of one list are one list, and a link
says where it leads [1]_. The text and the look of a page stay as they are, and the same file comes
out of the same file.

References
----------
.. [1] PDF Association (2021). Matterhorn Protocol 1.1: PDF/UA conformance testing model.
   https://pdfa.org/resource/the-matterhorn-protocol/
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String

# Place in a file: page, and how far down it.
Spot = tuple[int, float]


def mend(pdf: pikepdf.Pdf) -> None:
    """Make all repairs; a second call changes nothing.

    Parameters
    ----------
    pdf : pikepdf.Pdf
        Tagged file, changed in place.
    """
    root = pdf.Root.StructTreeRoot
    for element in [root, *_elements(root)]:
        _join_lists(element)
        _drop_empty(element)
    for table in _elements(root):
        if table.get("/S") == Name.Table:
            _name_rows(table)
    _tell_targets(pdf)


def kids(element: Dictionary) -> list:
    """What an element holds: other elements, and pieces of pages.

    Parameters
    ----------
    element : pikepdf.Dictionary
        Of the structure tree.
    """
    held = element.get("/K", [])
    return list(held) if isinstance(held, Array) else [held]


def _elements(element: Dictionary) -> Iterator[Dictionary]:
    """All elements below one, in reading order."""
    for kid in kids(element):
        if _is_element(kid):
            yield kid
            yield from _elements(kid)


def _is_element(kid: object) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _join_lists(parent: Dictionary) -> None:
    """Lists that follow one another become one."""
    held: list = []
    for kid in kids(parent):
        last = held[-1] if held else None
        if _is_list(last) and _is_list(kid):
            for item in kids(kid):
                item.P = last
            last.K = Array([*kids(last), *kids(kid)])
            kid.K = Array()
            kid.S = Name.L
        else:
            held.append(kid)
    if len(held) < len(kids(parent)):
        parent.K = Array(held)


def _is_list(kid: object) -> bool:
    return _is_element(kid) and kid.S == Name.L


def _drop_empty(parent: Dictionary) -> None:
    """Paragraphs that hold nothing are not read."""
    held = [kid for kid in kids(parent) if not _is_empty(kid)]
    if len(held) < len(kids(parent)):
        parent.K = Array(held)


def _is_empty(kid: object) -> bool:
    return _is_element(kid) and kid.S == Name.P and not kids(kid) and "/ActualText" not in kid


def _name_rows(table: Dictionary) -> None:
    """The first of three or more cells is the head of its line, where there are some lines."""
    lines = list(map(_cells, _lines(table)))
    # A table of pairs, such as a glossary, is read in pairs: its heads name both columns.
    for first, *others in lines:
        if len(lines) > 1 and len(others) > 1 and first.S == Name.TD:
            first.S = Name.TH
            first.A = _with_scope(first.get("/A"))


def _cells(line: Dictionary) -> list[Dictionary]:
    return list(filter(_is_element, kids(line)))


def _lines(table: Dictionary) -> Iterator[Dictionary]:
    """Lines of a table, as they stand in it or in its body."""
    for kid in kids(table):
        if _is_element(kid) and kid.S == Name.TR:
            yield kid
        elif _is_element(kid) and kid.S == Name.TBody:
            yield from _lines(kid)


def _with_scope(attributes: object) -> Array:
    """Attributes of a cell, and that it heads its line."""
    given = list(attributes) if isinstance(attributes, Array) else [attributes]
    scope = Dictionary(O=Name.Table, Scope=Name.Row)
    for one in filter(None, given):
        if one.get("/O") == Name.Table:
            one.Scope = Name.Row
            return Array(filter(None, given))
    return Array([*filter(None, given), scope])


def _tell_targets(pdf: pikepdf.Pdf) -> None:
    """A link within the file says under which heading it leads, and on which page."""
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    heads = sorted(_heads(pdf, pages))
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            if isinstance(link.get("/Dest"), Array):
                spot = _spot(link.Dest, pages)
                before = bisect_right(heads, (spot, "\U0010ffff"))
                title = heads[before - 1][1] if before else "Title page"
                link.Contents = String(f"{title}, page {spot[0] + 1}")


def _heads(pdf: pikepdf.Pdf, pages: dict) -> Iterator[tuple[Spot, str]]:
    """Places and titles of all headings, from the bookmarks."""
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
    while waiting:
        item = waiting.pop()
        waiting.extend(item.children)
        target = item.destination if item.destination is not None else item.action.D
        yield _spot(target, pages), str(item.title)


def _spot(target: Array, pages: dict) -> Spot:
    """Page, and how far down: PDF counts from below; headings lead to a little above them."""
    return pages[target[0].objgen], -float(target[3]) if len(target) > 3 else 0.0
