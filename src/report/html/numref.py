"""References by number without reading the target's page again for each of them.

Sphinx unpickles the whole page of the target at every ``{numref}``; a book with a thousand of them
spends minutes on that. Pages do not change once all are read, so one copy of each serves.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment

from report.sphinx import events


class KeptPages:
    """An environment that reads each page once; all else is that of the environment.

    Parameters
    ----------
    env : BuildEnvironment
    """

    def __init__(self, env: BuildEnvironment):
        self._env = env
        self._pages: dict[str, nodes.document] = {}

    def __getattr__(self, name: str):
        return getattr(self._env, name)

    def get_doctree(self, docname: str) -> nodes.document:
        """Page as it was read; not to be changed.

        Parameters
        ----------
        docname : str
        """
        if docname not in self._pages:
            self._pages[docname] = self._env.get_doctree(docname)
        return self._pages[docname]


class Domain(StandardDomain):
    """Standard domain whose references by number share one copy of each page."""

    def _resolve_numref_xref(self, env: BuildEnvironment, fromdocname, builder, *rest):
        # References are resolved once all pages are read, and each build has a builder of its own.
        if not hasattr(builder, "kept_pages"):
            builder.kept_pages = KeptPages(env)
        return super()._resolve_numref_xref(builder.kept_pages, fromdocname, builder, *rest)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_domain(Domain, override=True)
    return events.PARALLEL
