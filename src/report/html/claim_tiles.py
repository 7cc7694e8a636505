"""Directive ``{claim-tiles}``: all claims of a page as tiles, which a script can filter."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from report.sphinx import events, state
from report.sphinx.claim_cards import anchor


class ClaimTiles(SphinxDirective):
    """Place of the tiles; they are known when the page is read."""

    def run(self) -> list[nodes.Node]:
        """Mark the place, for the web page only."""
        return [nodes.container("", classes=["html-only", "claim-tiles"])]


class FillTiles(SphinxPostTransform):
    """Fill the place with the claims of the page."""

    default_priority = 197
    formats = ("html",)

    def run(self, **kwargs) -> None:
        """Write the tiles of one page."""
        claims = state.page(self.env, self.env.docname).claims.values()
        for place in self.document.findall(nodes.container):
            if "claim-tiles" in place["classes"]:
                place += nodes.raw("", tiles(list(claims)), format="html")


def tiles(claims: list[dict]) -> str:
    """Tiles as HTML.

    Parameters
    ----------
    claims : list of dict
        Records of claims; see `report.cards.Card.record`.
    """
    return f'<ul class="tiles" role="list">{"".join(map(_tile, claims))}</ul>'


def _tile(held: dict) -> str:
    data = {"verdict": held["verdict"], "speaker": held["speaker"], "kind": held["kind"]}
    kept = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    return (f'<li class="tile verdict-edge" {kept}><a href="#{anchor(held["id"])}">'
            f'{escape(held["title"])}</a><span class="tile-who">{escape(held["speaker"])}, '
            f'{escape(held["kind"])}</span><span class="verdict" data-verdict='
            f'"{escape(held["verdict"])}">{escape(held["verdict"])}</span></li>')


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive("claim-tiles", ClaimTiles)
    app.add_post_transform(FillTiles)
    return events.PARALLEL
