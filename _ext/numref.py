"""References to numbered exhibits, resolved from each page's doctree once.

Sphinx loads the whole page that an exhibit stands on anew for each reference to it [1]_. Pages
that hold many figures take a tenth of a second to load, and this book has hundreds of references,
in HTML and again in the PDF.

References
----------
.. [1] ``sphinx.domains.std.StandardDomain._resolve_numref_xref``
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment


class Kept:
    """Environment whose pages are loaded once: to be looked at, never to be changed."""

    def __init__(self, env: BuildEnvironment):
        self._env = env
        self._pages: dict[str, nodes.document] = {}

    def __getattr__(self, name: str):
        return getattr(self._env, name)

    def get_doctree(self, docname: str) -> nodes.document:
        """Page as it was read."""
        if docname not in self._pages:
            self._pages[docname] = self._env.get_doctree(docname)
        return self._pages[docname]


class Domain(StandardDomain):
    """The standard domain, with numbered references that load no page twice."""

    def _resolve_numref_xref(self, env: BuildEnvironment, *arguments):
        # All pages are read before the first reference is resolved; a new build has a new builder.
        builder = arguments[1]
        if not hasattr(builder, "kept_pages"):
            builder.kept_pages = Kept(env)
        return super()._resolve_numref_xref(builder.kept_pages, *arguments)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_domain(Domain, override=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
