"""Marks that a typesetter would put into running text, on the web and in print alike.

An apostrophe between letters is a curved one, also in what comes from files that the parser of
the text never sees, such as the list of references; and what belongs together stays on one line:
``Figure 1.1``, ``2022 Q3``, ``p = 0.03``, ``$3.2 billion``.
"""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from report.sphinx import events

APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
NO_BREAK = "\N{NO-BREAK SPACE}"
# Spaces at which a line must not end.
_TOGETHER = re.compile(
    r"(?<=\bFigure) (?=[A-Z]?\.?\d)|(?<=\bTable) (?=[A-Z]?\.?\d)|(?<=\bSection) (?=[A-Z]?\.?\d)"
    r"|(?<=\bEquation) (?=\(?\d)|(?<=\d{4}) (?=Q[1-4]\b)"
    r"|(?<=\bp) (?=[=<] ?\d|0\.)|(?<=\bp [=<]) (?=\d)"
    r"|(?<=\d) (?=(?:million|billion)\b)")
# What is printed as it stands.
_AS_IT_IS = (nodes.literal, nodes.literal_block, nodes.raw, nodes.math, nodes.math_block,
             nodes.comment)


def typeset(text: str) -> str:
    """Text with curved apostrophes and spaces at which no line ends.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> typeset("L'Hour")
    'L\u2019Hour'
    >>> typeset("Figure 1.1 of 2022 Q3").count(NO_BREAK)
    2
    """
    return _TOGETHER.sub(NO_BREAK, re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?= )", APOSTROPHE, text))


class Typography(SphinxPostTransform):
    """Sets the text of a page when all its references are resolved."""

    default_priority = 900

    def run(self, **kwargs: object) -> None:
        """Replace the texts that are set otherwise.

        Parameters
        ----------
        **kwargs
            Not used.
        """
        for text in list(self.document.findall(nodes.Text)):
            set_text = typeset(text.astext())
            if set_text != text.astext() and not _is_kept(text):
                text.parent.replace(text, nodes.Text(set_text))


def _is_kept(node: nodes.Node) -> bool:
    while node.parent is not None:
        node = node.parent
        if isinstance(node, _AS_IT_IS):
            return True
    return False


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_post_transform(Typography)
    return events.PARALLEL
