"""Formulas as MathML, written while the book is built: no script, no request, read aloud."""

from __future__ import annotations

import re
from functools import lru_cache

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

from report.sphinx import events

# Environments that latex2mathml lays out wrongly, and the one that gives the same look. The
# numbered ones would count their own lines, beside the number that Sphinx gives.
_SAME_LOOK = {"aligned": "split", "align": "align*", "equation": "", "equation*": ""}
# Signs, in what the converter returns, that it passed over something it does not know.
_LEFTOVERS = {
    "command": re.compile(r">(\\[A-Za-z]+)"),
    "alignment mark": re.compile(r"<mi>(&)</mi>"),
    "line break": re.compile(r'(linebreak="newline")'),
}


@lru_cache(maxsize=1024)
def to_mathml(tex: str, display: str = "inline") -> str:
    """MathML of a formula, with its TeX source as the text for readers without MathML.

    Parameters
    ----------
    tex : str
        Formula in LaTeX without delimiters.
    display : {'inline', 'block'}

    Raises
    ------
    ValueError
        If the formula holds something that would not be shown as it should.
    """
    if "\\operatorname*" in tex:
        raise ValueError(f"\\operatorname* is not supported, write \\arg\\max or alike: {tex}")
    try:
        markup = convert(_with_known_environments(tex), display=display)
    except Exception as error:  # the converter has no common base class of its errors
        raise ValueError(f"formula cannot be read ({type(error).__name__}): {tex}") from error
    for kind, pattern in _LEFTOVERS.items():
        if found := pattern.search(markup):
            raise ValueError(f"{kind} {found[1]} is not supported in a formula: {tex}")
    return markup.replace("<math ", f'<math alttext="{_attribute(tex)}" ', 1)


def _with_known_environments(tex: str) -> str:
    def renamed(match: re.Match[str]) -> str:
        name = _SAME_LOOK.get(match[2], match[2])
        return f"\\{match[1]}{{{name}}}" if name else ""

    return re.sub(r"\\(begin|end)\{([a-z]+\*?)\}", renamed, tex)


def _attribute(text: str) -> str:
    plain = " ".join(text.split())
    return plain.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _markup(node: nodes.Element, display: str) -> str:
    try:
        return to_mathml(node.astext(), display)
    except ValueError as error:
        raise ExtensionError(f"{node.source}:{node.line}: {error}") from error


def visit_inline(self: HTML5Translator, node: nodes.math) -> None:
    """Write a formula of the running text."""
    self.body.append(f'<span class="math notranslate">{_markup(node, "inline")}</span>')
    raise nodes.SkipNode


def visit_block(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write a displayed formula, with the number and the link that Sphinx gives it."""
    # Wide formulas scroll on a phone, so that the keyboard must reach them.
    self.body.append(self.starttag(node, "div", CLASS="math mathml notranslate", tabindex="0"))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    self.body.append(_markup(node, "block") + "</div>\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict:
    """Register the renderer `mathml` (``html_math_renderer``)."""
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return events.PARALLEL
