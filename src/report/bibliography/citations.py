"""Author-year style: citations in the text and the list of references agree to the letter.

Both print from the labels of the list, so that a suffix (2024a) is the same everywhere. Configure
it by ``bibtex_default_style: authoryear`` and ``bibtex_reference_style: author_year``.
"""

from __future__ import annotations

from dataclasses import dataclass

from docutils import nodes
from pybtex.plugin import find_plugin, register_plugin
from pybtex.style.template import join
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinxcontrib.bibtex import plugin as sphinx_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle, GroupReferenceStyle
from sphinxcontrib.bibtex.style.referencing.basic_author_year import (
    BasicAuthorYearParentheticalReferenceStyle as Parenthetical,
    BasicAuthorYearTextualReferenceStyle as Textual,
)
from sphinxcontrib.bibtex.style.template import join2, post_text, pre_text, reference

from report.bibliography.entries import Style, label_who, label_year
from report.sphinx import events


@dataclass
class _InParentheses(Parenthetical):
    """``(World Bank, 2024a)``."""

    def inner(self, role_name: str):
        return join2(sep1=self.pre_text_sep, sep2=self.post_text_sep)[
            pre_text, reference[join(sep=self.author_year_sep)[label_who, label_year]], post_text]


@dataclass
class _InText(Textual):
    """``World Bank (2024a)``."""

    def inner(self, role_name: str):
        dated = join2(sep1=self.pre_text_sep, sep2=self.post_text_sep)[
            pre_text, reference[label_year], post_text]
        return join(sep=self.text_reference_sep)[
            label_who, join[self.bracket.left, dated, self.bracket.right]]


@dataclass
class Citations(GroupReferenceStyle):
    """Citations in the text, from the labels of the list: roles p, t and their variants."""

    def __post_init__(self) -> None:
        bracket = BracketStyle(left="(", right=")", sep="; ")
        self.styles.extend([_InParentheses(bracket=bracket), _InText(bracket=bracket)])
        super().__post_init__()


class DropLabels(SphinxPostTransform):
    """The list opens with name and year: the bracketed label would say it twice.

    The entry in the page is a copy. The node that sphinxcontrib-bibtex fills each time a page is
    written is its own and is kept for all builders, so it is left empty for the next one.
    """

    default_priority = 6  # right after the list has been made
    formats = ("html", "typst")

    def run(self, **kwargs) -> None:
        """Take the label out of each entry of the list."""
        for kept in list(self.document.findall(nodes.citation)):
            entry = kept.deepcopy()
            entry.children = [c for c in entry.children if not isinstance(c, nodes.label)]
            kept.replace_self(entry)
            kept.clear()


def setup(app: Sphinx) -> dict:
    """Register with pybtex, sphinxcontrib-bibtex and Sphinx."""
    register_plugin("pybtex.style.formatting", "authoryear", Style)
    # Asked for at each citation; once registered it is not searched among all packages again.
    text = find_plugin("pybtex.backends", "plaintext")
    register_plugin("pybtex.backends", "plaintext", text, force=True)
    # In place of the stock style of this name, which would cite "2024" where the list has "2024a".
    sphinx_plugin.register_plugin(
        "sphinxcontrib.bibtex.style.referencing", "author_year", Citations, force=True)
    app.add_post_transform(DropLabels)
    return events.PARALLEL
