"""Claims for machines: the list of all as JSON, with its schema, and JSON-LD of their reviews [1]_.

References
----------
.. [1] Schema.org. https://schema.org/ClaimReview
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from sphinx.application import Sphinx

from report.bibliography import cff, licences
from report.html.site import Page
from report.sphinx import events, state
from report.sphinx.claim_cards import anchor

FILE, SCHEMA = "claims.json", "claims.schema.json"
# Rating of each verdict from false to true; what cannot be tested has none.
RATINGS = {"holds": 5, "holds with a correction": 4, "not supported": 2, "contradicted": 1}
BEST, WORST = 5, 1


def reviews(page: Page) -> list[dict]:
    """Review of each claim that stands on a page, as JSON-LD.

    Parameters
    ----------
    page : Page
    """
    claims = state.page(page.app.env, page.name).claims.values()
    return [_review(page, held) for held in claims]


def _review(page: Page, held: dict) -> dict:
    report = page.report
    rating = {"@type": "Rating", "alternateName": held["verdict"]}
    if held["verdict"] in RATINGS:
        rating |= {"ratingValue": RATINGS[held["verdict"]], "bestRating": BEST,
                   "worstRating": WORST}
    return {
        "@type": "ClaimReview", "url": f"{page.own_address}#{anchor(held['id'])}",
        "name": held["title"], "claimReviewed": held["statement"],
        "reviewBody": f"{held['reason'][0].upper()}{held['reason'][1:]}.",
        "datePublished": str(report.released), "inLanguage": "en",
        "license": licences.address(page.licence),
        "author": {"@type": "Organization", "name": report.names[0]},
        "itemReviewed": {"@type": "Claim", "name": held["statement"],
                         "author": {"@type": "Person", "name": held["speaker"]}},
        "reviewRating": rating}


def listed(app: Sphinx) -> dict:
    """All claims of the book with what version they are of.

    Parameters
    ----------
    app : Sphinx
    """
    report, base = cff.read(), app.config.html_baseurl
    found = []
    for docname, page in state.pages(app.env):
        found += [held | {"address": f"{base}{docname}.html#{anchor(name)}"}
                  for name, held in page.claims.items()]
    return {"report": report.title, "version": report.version, "released": str(report.released),
            "claims": found}


def _write(app: Sphinx) -> None:
    """Write the list and its schema beside the pages."""
    held = listed(app)
    if held["claims"]:
        text = json.dumps(held, ensure_ascii=False, indent=1)
        Path(app.outdir, FILE).write_text(f"{text}\n", encoding="utf-8")
        shutil.copyfile(Path(__file__).with_name(SCHEMA), Path(app.outdir, SCHEMA))


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    events.when_html_is_done(app, _write)
    return events.PARALLEL
