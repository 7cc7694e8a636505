"""What the pages of one book share while they are written as Typst: places, links, pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from docutils import nodes
from sphinx.util import logging

from report.typst.markup import anchors, place, string

logger = logging.getLogger(__name__)


@dataclass
class Book:
    """Places, links and pictures of all pages that have been written so far.

    Attributes
    ----------
    source : Path
        Folder of the sources of the book; pictures are named as seen from there.
    root : Path
        Folder that the compiler may read, which holds all pictures and files to attach.
    places : set of str
        Names of what can be linked to.
    links : dict of str
        First node that links to a place, by its name.
    pictures : set of Path
        Files that are shown.
    exhibits : dict of str
        Markup of each figure and table by its ids.
    abstract, abstract_text : str
        Abstract as markup and as plain text, '' where the front page marks none.
    """

    source: Path
    root: Path
    places: set[str] = field(default_factory=set)
    links: dict[str, nodes.Node] = field(default_factory=dict)
    pictures: set[Path] = field(default_factory=set)
    exhibits: dict[str, str] = field(default_factory=dict)
    abstract: str = ""
    abstract_text: str = ""

    def take_places(self, docname: str, ids: Iterable[str]) -> list[str]:
        """Names for ids of a page that are new in the book.

        Parameters
        ----------
        docname : str
        ids : iterable of str
            Of elements of the page, '' for the page itself.
        """
        names = dict.fromkeys(place(docname, name) for name in ids)
        new = [name for name in names if name not in self.places]
        self.places.update(new)
        return new

    def places_of(self, docname: str) -> list[str]:
        """Places of one page that stand nowhere in the abstract, in order.

        Parameters
        ----------
        docname : str
        """
        mine = sorted(name for name in self.places if name.startswith(place(docname)))
        return [name for name in mine if string(name) not in self.abstract]

    def loose_ends(self) -> str:
        """Places for links that lead nowhere, each with a warning; they stand at the end."""
        missing = sorted(set(self.links) - self.places)
        for name in missing:
            logger.warning("typst: %s is not in the PDF", name, location=self.links[name])
        return anchors(missing)

    def picture(self, node: nodes.image) -> str | None:
        """Path of a picture as Typst knows it; None, and a warning, if there is no such file.

        Parameters
        ----------
        node : docutils.nodes.image
        """
        path = Path(self.source, node["uri"]).resolve()
        if not path.is_file() or not path.is_relative_to(self.root):
            logger.warning("typst: no picture %s", node["uri"], location=node)
            return None
        self.pictures.add(path)
        return self.rooted(path)

    def rooted(self, path: Path) -> str:
        """Path of a file as Typst knows it.

        Parameters
        ----------
        path : Path
            Below `root`.

        Raises
        ------
        ValueError
            If it is not below `root`.
        """
        return "/" + path.relative_to(self.root).as_posix()
