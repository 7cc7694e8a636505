"""Sphinx extensions: execution, numbers with provenance, exhibits, generated pages.

``report.sphinx`` as an extension sets up all that the report needs.
"""

from __future__ import annotations

import gc

# In this order; what does not say when it runs, runs in the order of set-up.
EXTENSIONS = (
    "report.sphinx.execution", "report.sphinx.declared", "report.html.numref",
    "report.sphinx.numbers", "report.sphinx.provenance", "report.sphinx.rows",
    "report.sphinx.reproduction", "report.sphinx.tables", "report.sphinx.citation",
    "report.sphinx.claims", "report.sphinx.claim_cards", "report.sphinx.front",
    "report.sphinx.typography", "report.html.exhibits",
    "report.html.exhibit_files", "report.html.site", "report.html.claims", "report.html.metadata",
    "report.html.data_files", "report.html.downloads", "report.html.verified",
    "report.html.interface",
    "report.bibliography.citations", "report.html.mathml", "report.html.pages",
    "report.html.page_facts", "report.html.overviews", "report.html.claim_tiles",
    "report.html.findings", "report.html.terms", "report.html.previews", "report.html.search",
    "report.typst.builder", "report.typst.pictures", "report.typst.beside_html")


def setup(app) -> dict:
    """Register all extensions with Sphinx."""
    from report.sphinx import events, state

    # A third of Sphinx's time was spent in looking for garbage among nodes that all live on.
    gc.disable()
    for name in EXTENSIONS:
        app.setup_extension(name)
    return events.PARALLEL | {"env_version": state.VERSION}
