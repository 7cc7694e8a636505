"""Formulas as Typst markup."""

from __future__ import annotations

from docutils import nodes
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number
from tex2typst import tex2typst

from report import speech
from report.typst.markup import anchors, string
from report.typst.page import Page

logger = logging.getLogger(__name__)

# Commands that the converter leaves as they are.
MACROS = {"\\lVert": "\\|", "\\rVert": "\\|", "\\lvert": "|", "\\rvert": "|"}


def formula(tex: str) -> str:
    """Formula in Typst's notation.

    Parameters
    ----------
    tex : str
        Formula in LaTeX without delimiters.

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


class Formulas(Page):
    """Rules for formulas, each with words to be read aloud."""

    def visit_math(self, node: nodes.math) -> None:
        """Formula in a line."""
        self.write(f"#formula({string(_spoken(node))})[${_converted(node)}$];")
        raise nodes.SkipNode

    def visit_math_block(self, node: nodes.math_block) -> None:
        """Formula on its own, with its number."""
        number = str(get_node_equation_number(self, node)) if node.get("number") else ""
        places = self.places(node["ids"])
        target = string(places[0] if places else None)
        self.write(f"\n#equation({string(_spoken(node))}, {string(number)}, {target})"
                   f"[$ {_converted(node)} $]{anchors(places[1:])}\n")
        raise nodes.SkipNode


def _spoken(node: nodes.Element) -> str:
    """Formula in words; one that cannot be shown, as it stands."""
    source = " ".join(node.astext().split())
    try:
        formula(source)
    except ValueError:
        return source  # and a warning by `_converted`
    try:
        return speech.spoken(source)
    except ValueError as error:
        logger.warning("typst: %s", error, location=node)
        return source


def _converted(node: nodes.Element) -> str:
    try:
        return formula(node.astext())
    except ValueError as error:
        logger.warning("typst: %s", error, location=node)
        return string(node.astext())
