"""Sphinx extensions: execution, numbers with provenance, exhibits, generated pages.

``report.sphinx`` as an extension sets up all that the report needs.
"""

from __future__ import annotations

# In this order; what does not say when it runs, runs in the order of set-up.
EXTENSIONS = (
    "report.sphinx.execution", "report.sphinx.declared", "report.html.numref",
    "report.sphinx.numbers", "report.sphinx.provenance", "report.sphinx.reproduction",
    "report.sphinx.tables", "report.sphinx.citation", "report.sphinx.claims",
    "report.sphinx.exhibits", "report.html.metadata", "report.html.downloads",
    "report.bibliography.citations", "report.html.mathml", "report.html.accessibility",
    "report.typst.builder")


def setup(app) -> dict:
    """Register all extensions with Sphinx."""
    for name in EXTENSIONS:
        app.setup_extension(name)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
