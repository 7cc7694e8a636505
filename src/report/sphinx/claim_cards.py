"""Directive ``{claim-card}``: the card of a claim, its address, and what the web page adds.

A cell of the chapter on claims emits it with the record of the claim as JSON. The record is kept
with the page, from where the machine-readable list of claims is written.
"""

from __future__ import annotations

import json
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from report import cards
from report.bibliography import cff, reference
from report.sphinx import events, state


def anchor(claim: str) -> str:
    """Label of the card of a claim.

    Parameters
    ----------
    claim : str
        Its id.
    """
    return f"claim-{claim}"


class ClaimCard(SphinxDirective):
    """Card of one claim; the content is its record, as `report.cards.Card.record` gives it."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The card, under a heading that is no section."""
        held = json.loads("\n".join(self.content))
        state.page(self.env).claims[held["id"]] = held
        title = nodes.rubric(held["title"], held["title"], classes=["claim-title"])
        title["level"] = 3  # MyST writes it as a heading
        card = nodes.container("", title, *self.parse_text_to_nodes(cards.markdown(held)),
                               self._more(held), classes=["claim"])
        card["names"].append(anchor(held["id"]))
        self.state.document.note_explicit_target(card, card)
        return [card]

    def _more(self, held: dict) -> nodes.Node:
        """Fold of the web page: severity, how to cite, how to object."""
        self.env.note_dependency(str(cff.FILE))
        report, name = cff.read(), anchor(held["id"])
        part = reference.Part(title=f"Claim “{held['title']}” ({name})", id=name,
                              address=self._address(name))
        severe = cards.severity(held)
        text = f"{severe}\n\n" if severe else ""
        text += f"Cite as: {reference.sentence(report, part)}\n\n{self._links(held, report)}"
        opening = ('<details class="claim-more"><summary>Could it have failed? How to cite'
                   f'<span class="visually-hidden"> “{escape(held["title"])}”</span></summary>')
        return nodes.container(
            "", nodes.raw("", opening, format="html"), *self.parse_text_to_nodes(text),
            nodes.raw("", "</details>", format="html"), classes=["html-only"])

    def _address(self, name: str) -> str:
        base = self.config.html_baseurl
        return f"{base}{self.env.docname}.html#{name}" if base else ""

    def _links(self, held: dict, report: cff.Report) -> str:
        up = "../" * self.env.docname.count("/")
        links = [f'<a href="#{anchor(held["id"])}">Link</a>',
                 f'<a class="download" href="{up}claims.json" download>Claims as JSON</a>']
        address = cards.challenge(held, report)
        if address:
            links.append(f'<a href="{escape(address)}">Challenge this verdict</a>')
        return f'```{{raw}} html\n<p class="exhibit-links">{" ".join(links)}</p>\n```\n'


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive(cards.DIRECTIVE, ClaimCard)
    return events.PARALLEL
