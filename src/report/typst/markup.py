"""Python values as Typst markup: text, strings, places, lengths."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Everything that Typst could take for markup; the dot for "..." and for "1." at a line's start.
_MARKUP = re.compile(r"([\\#$*_`<>@\[\]{}~/\"'=+\-.])")
_STRING = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": ""}
_LENGTH = re.compile(r"^([\d.]+)\s*(%|px|pt|mm|cm|in|em)?$")


def escape(text: str) -> str:
    """Text that prints as it stands, line ends as spaces.

    Parameters
    ----------
    text : str
        Plain text.
    """
    return _MARKUP.sub(r"\\\1", re.sub(r"\s*\n\s*", " ", text)).replace("\u00a0", "~")


def string(text: str | None) -> str:
    """Typst string literal, or ``none`` for nothing.

    Parameters
    ----------
    text : str or None
        Plain text.
    """
    return '"' + "".join(_STRING.get(c, c) for c in text) + '"' if text else "none"


def content(markup: str | None) -> str:
    """Typst content block, or ``none`` for nothing.

    Parameters
    ----------
    markup : str or None
        What stands in it.
    """
    return f"[{markup.strip()}]" if markup and markup.strip() else "none"


def array(items: Iterable[str]) -> str:
    """Typst array of expressions.

    Parameters
    ----------
    items : iterable of str
        Expressions.
    """
    return "(" + "".join(f"{item}, " for item in items) + ")"


def place(docname: str, target: str = "") -> str:
    """Name of a place in the book: an element of a page, or the page itself.

    Parameters
    ----------
    docname : str
    target : str
        Id of the element, '' for the page.
    """
    return f"{docname}#{target}"


def anchors(places: Iterable[str]) -> str:
    """Invisible elements to link to.

    Parameters
    ----------
    places : iterable of str
        Their names.
    """
    return "".join(f"#anchor({string(name)});" for name in places)


def length(text: str | None) -> str | None:
    """Width of a picture as Typst writes it; pixels are those of the web, 96 to an inch.

    Parameters
    ----------
    text : str or None
        Number and unit, as HTML has them.

    Returns
    -------
    str or None
        In a unit of Typst; None where the text is no length.
    """
    found = _LENGTH.match(text or "")
    if not found:
        return None
    number, unit = found[1], found[2] or "px"
    return f"{float(number) * 0.75:g}pt" if unit == "px" else f"{number}{unit}"
