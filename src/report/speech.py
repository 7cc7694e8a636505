"""Formulas in words, as somebody would read them aloud.

The words are those of the usual way to read mathematics in English [1]_, for what this engine's
books need: letters, indices, powers, fractions, roots, sums and relations.

References
----------
.. [1] Chang, L. A. (1983). Handbook for spoken mathematics. Lawrence Livermore Laboratory.
"""

from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree

from latex2mathml.converter import convert

_SIGNS = {
    "=": "equals", "\u2260": "does not equal", "<": "is less than", ">": "is greater than",
    "\u2264": "is at most", "\u2265": "is at least", "+": "plus", "\u2212": "minus", "-": "minus",
    "\u00b1": "plus or minus", "/": "over", "\u2208": "in", "\u22c5": "times", "\u00d7": "times",
    "\u2211": "the sum", "\u2032": "transposed", "'": "transposed", "#": "the number of",
    "ln": "the logarithm of", "log": "the logarithm of", "exp": "the exponential of",
    "max": "the maximum of", "min": "the minimum of", "sup": "the supremum of",
    "{": "the set", "}": "", ":": ":", "|": "|",
    "\u2113": "l", "\u2223": "|", ".": "", ",": ",", "(": "(", ")": ")", "[": "[", "]": "]",
}
_ACCENTS = {"^": "hat", "\u00af": "bar", "\u203e": "bar", "~": "tilde", "\u02c6": "hat"}
# What only says where a piece of a formula stands.
_LAYOUT = re.compile(r"\\Bigl|\\Bigr|\\(?:begin|end)\{[a-z]+\*?\}|&")
_POWERS = {"2": "squared", "3": "cubed"}


def spoken(tex: str) -> str:
    r"""Formula in words.

    Parameters
    ----------
    tex : str
        Formula in LaTeX without delimiters.

    Raises
    ------
    ValueError
        If it holds a sign for which there is no word.

    Examples
    --------
    >>> spoken(r"\hat\beta_k \le \frac{a + 1}{n}")
    'beta hat sub k is at most the fraction a plus 1 over n, end of fraction'
    >>> spoken(r"\sum_{i=1}^{N} x_i^2")
    'the sum from i equals 1 to N of x sub i squared'
    """
    try:
        markup = ElementTree.fromstring(convert(_LAYOUT.sub("", tex).replace("\\\\", ", ")))
    except Exception as error:  # the converter has no common base class of its errors
        raise ValueError(f"there are no words for the formula {tex}") from error
    return _tidy(_words(markup))


def _tidy(words: str) -> str:
    words = re.sub(r"\s+", " ", words)
    words = re.sub(r" ([,:)\]])", r"\1", words)
    words = re.sub(r",+", ",", words)
    words = re.sub(r"([(\[]) ", r"\1", words)
    return words.strip().rstrip(",").strip()


def _words(node: ElementTree.Element) -> str:
    """Words of an element of MathML and all that is in it."""
    kind, kids = node.tag.rpartition("}")[2], list(node)
    if kind in ("mi", "mo", "mn", "mtext"):
        return _leaf(node.text or "", kind)
    if kind == "mfrac":
        return f"the fraction {_words(kids[0])} over {_words(kids[1])}, end of fraction,"
    if kind == "msqrt":
        return f"the square root of {_row(kids)}, end of root,"
    if kind == "mover" and (kids[1].text or "") in _ACCENTS:
        return f"{_words(kids[0])} {_ACCENTS[kids[1].text]}"
    if kind in ("msub", "munder", "msup", "mover", "msubsup", "munderover"):
        return _scripts(kind, kids)
    return "" if kind == "mspace" else _row(kids)


def _row(kids: list[ElementTree.Element]) -> str:
    return " ".join(map(_words, kids))


def _scripts(kind: str, kids: list[ElementTree.Element]) -> str:
    """Base with what stands below and above it."""
    below = _words(kids[1]) if kind not in ("msup", "mover") else ""
    above = kids[-1] if kind not in ("msub", "munder") else None
    base = _words(kids[0])
    if (kids[0].text or "") in ("\u2211", "max", "min", "sup"):
        joined = "from" if above is not None else "over"
        end = f" to {_words(above)}" if above is not None else ""
        return f"{base.removesuffix(' of')} {joined} {below}{end} of"
    closed = f"{below}, end of index," if " minus " in below or " plus " in below else below
    told = f"{base} sub {closed}" if below else base
    return f"{told} {_power(above)}" if above is not None else told


def _power(node: ElementTree.Element) -> str:
    text = (node.text or "").strip()
    if text in ("\u2032", "'"):
        return "transposed"
    return _POWERS.get(text, f"to the power of {_words(node)}")


def _leaf(text: str, kind: str) -> str:
    """Letter, number or sign."""
    text = text.replace("\u00a0", " ").strip()
    if kind in ("mn", "mtext") or not text:
        return text
    if text in _SIGNS:
        return _SIGNS[text]
    return _letter(text) if len(text) == 1 else text.removeprefix("\\")


def _letter(sign: str) -> str:
    """Letter by its name: Greek ones in words, Latin ones as they are."""
    name = unicodedata.name(sign, "")
    found = re.fullmatch(r"GREEK (SMALL|CAPITAL) LETTER (\w+)|GREEK (\w+) SYMBOL", name)
    if found:
        word = (found[2] or found[3]).lower().replace("lamda", "lambda")
        return f"capital {word}" if found[1] == "CAPITAL" else word
    if sign.isalnum() and sign.isascii():
        return sign
    raise ValueError(f"there is no word for {sign!r} ({name.lower()})")
