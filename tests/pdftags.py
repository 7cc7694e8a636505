"""Text of a tagged PDF by its structure: what a screen reader finds in each element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ContentStream


@dataclass
class Element:
    """Element of the structure tree.

    Attributes
    ----------
    kind : str
        Such as ``/H1``.
    children : list
        Elements and pieces of text, in reading order.
    targets : list
        Where a link leads: (page, -y, x) within the file.
    page : int or None
        Page, from 0, of its first text.
    entry : dict
        Its dictionary in the file.
    """

    kind: str
    entry: dict = field(repr=False)
    page: int | None = None
    children: list = field(default_factory=list)
    targets: list = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text below it."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    def walk(self) -> Iterator[Element]:
        """Itself and all elements below, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *kinds: str) -> list[Element]:
        """Elements of some kinds below it."""
        return [e for e in self.walk() if e.kind in kinds]


class Tags:
    """Structure tree of a file."""

    def __init__(self, reader: PdfReader):
        self.pages = {page.indirect_reference.idnum: number
                      for number, page in enumerate(reader.pages)}
        self.texts = [dict(marked(page, reader)) for page in reader.pages]
        self.root = self._element(reader.trailer["/Root"]["/StructTreeRoot"].get_object(), None)

    def _element(self, entry: dict, page: int | None) -> Element:
        element = Element(str(entry.get("/S", "")), entry)
        page = self._page(entry, page)
        kids = entry.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        for kid in kids if isinstance(kids, list) else [kids]:
            self._add(element, kid.get_object() if hasattr(kid, "get_object") else kid, page)
        return element

    def _page(self, entry: dict, page: int | None) -> int | None:
        return self.pages[entry.raw_get("/Pg").idnum] if "/Pg" in entry else page

    def _add(self, element: Element, kid: object, page: int | None) -> None:
        if isinstance(kid, int) or "/MCID" in kid:
            page = page if isinstance(kid, int) else self._page(kid, page)
            number = kid if isinstance(kid, int) else kid["/MCID"]
            element.page = page if element.page is None else element.page
            element.children.append(self.texts[page].get(number, ""))
        elif kid.get("/Type") == "/OBJR":
            link = kid["/Obj"]
            if isinstance(link.get("/Dest", None) and link["/Dest"], list):
                on, _, x, y, *_ = link["/Dest"]
                element.targets.append((self.pages[on.idnum], -float(y), float(x)))
        else:
            element.children.append(self._element(kid, page))
            if element.page is None:
                element.page = element.children[-1].page


def marked(page, reader: PdfReader) -> Iterator[tuple[int, str]]:
    """Text of a page by the numbers of its marked content."""
    fonts = {name: characters(font.get_object())
             for name, font in page["/Resources"].get("/Font", {}).items()}
    font, stack, found = {}, [], {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            facts = operands[1] if len(operands) > 1 and isinstance(operands[1], dict) else {}
            stack.append((facts.get("/MCID"), facts.get("/ActualText")))
        elif operator == b"EMC":
            number, said = stack.pop()
            if said is not None:
                inner = next((n for n, _ in [*stack, (number, said)][::-1] if n is not None), None)
                found[inner] = found.get(inner, "") + str(said)
        elif operator == b"Tf":
            font = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ") and not any(said is not None for _, said in stack):
            pieces = operands[0] if operator == b"TJ" else operands
            number = next((n for n, _ in stack[::-1] if n is not None), None)
            text = "".join(decode(p, font) for p in pieces if isinstance(p, (str, bytes)))
            found[number] = found.get(number, "") + text
    yield from found.items()


PAINTING = {b"Tj", b"TJ", b"Do", b"S", b"s", b"f", b"f*", b"B", b"B*", b"b", b"b*", b"sh"}


def unmarked(page, reader: PdfReader) -> list[bytes]:
    """What is painted on a page and is neither tagged nor called an artifact."""
    depth, found = 0, []
    for _, operator in ContentStream(page.get_contents(), reader).operations:
        depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
        if operator in PAINTING and not depth:
            found.append(operator)
    return found


def decode(piece: str | bytes, font: dict[int, str]) -> str:
    """Characters of a string of two-byte codes."""
    raw = piece if isinstance(piece, bytes) else piece.original_bytes
    return "".join(font.get(int.from_bytes(raw[i:i + 2], "big"), "")
                   for i in range(0, len(raw), 2))


def characters(font: dict) -> dict[int, str]:
    """Codes of a font and the characters that they stand for."""
    table = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(text, 16)
            for code in range(int(first, 16), int(last, 16) + 1):
                found[code] = chr(start + code - int(first, 16))
    return found
