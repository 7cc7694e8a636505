"""The line that leads from an exhibit to the claims that it tests.

The directive ``{claims-line}`` stands in the text of each exhibit and is filled when the page is
read, so that no chapter runs again when only table ``claims`` has changed. It is for the web page.
"""

from __future__ import annotations

import pandas as pd
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from report import tables
from report.sphinx import events


def bears_on(label: str, claims: pd.DataFrame) -> str:
    """Claims that an exhibit tests, as MyST text with links; '' where there are none.

    Parameters
    ----------
    label : str
        Target of the exhibit, such as ``tab-park-growth``.
    claims : DataFrame
        Table ``claims``.
    """
    tested = claims[claims["exhibits"].str.split(";").map(lambda labels: label in labels)]
    links = [f"{{ref}}`{title} <claim-{name}>`"
             for name, title in zip(tested["claim"], tested["title"])]
    return f"Bears on: {'; '.join(links)}." if links else ""


class ClaimsLine(SphinxDirective):
    """``{claims-line} <label of the exhibit>``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The line, or nothing where the exhibit tests no claim."""
        self.env.note_dependency(str(tables.DATA / tables.resource("claims")["path"]))
        said = bears_on(self.arguments[0], tables.load("claims"))
        line = nodes.container(classes=["exhibit-note", "html-only"])
        self.state.nested_parse(StringList([said], source="claims"), self.content_offset, line)
        return [line] if said else []


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive("claims-line", ClaimsLine)
    return events.PARALLEL
