"""Tables of data beside the pages, and links to them where their files are named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from report.sphinx import events

FOLDER = "data"


def package(app: Sphinx) -> dict:
    """Description of the tables; without any table where the book has none.

    Parameters
    ----------
    app : Sphinx
    """
    path = Path(app.srcdir, FOLDER, "datapackage.json")
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"resources": []}


class LinkTables(SphinxPostTransform):
    """Names of table files lead to the file."""

    default_priority = 195
    formats = ("html",)

    def run(self, **kwargs) -> None:
        """Make a link of each literal that is the name of a file in the folder of tables."""
        up = "../" * self.env.docname.count("/")
        for literal in list(self.document.findall(nodes.literal)):
            name = literal.astext().removeprefix(f"{FOLDER}/")
            known = "/" not in name and Path(self.app.srcdir, FOLDER, name).is_file()
            if known and not isinstance(literal.parent, nodes.reference):
                link = nodes.reference("", "", literal.deepcopy(), internal=True,
                                       refuri=f"{up}{FOLDER}/{name}")
                literal.replace_self(link)


def _copy_tables(app: Sphinx) -> None:
    """Put the tables beside the pages."""
    source, target = Path(app.srcdir, FOLDER), Path(app.outdir, FOLDER)
    shutil.rmtree(target, ignore_errors=True)
    if source.is_dir():
        shutil.copytree(source, target)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_post_transform(LinkTables)
    events.when_html_is_done(app, _copy_tables)
    return events.PARALLEL
