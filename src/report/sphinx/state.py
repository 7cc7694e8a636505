"""What the extensions tell one another: of this build, and of each page between builds.

Sphinx keeps metadata of each page with its pages: it drops them when the page is read again and
collects them from the processes that read. A `PageState` therefore travels among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_NAME = "report_state"
# Raised when the fields of `PageState` change, so that pages of an older build are read again.
VERSION = 2


@dataclass
class BuildState:
    """What is known in one build.

    Attributes
    ----------
    numbers, exhibits : dict
        What the chapters recorded, by id; see `report.ledger.collect`.
    outputs : dict of str
        Mark of the outputs of each chapter, by page.
    pages_are_read : bool
        Whether any page is read in this build.
    """

    numbers: dict[str, dict] = field(default_factory=dict)
    exhibits: dict[str, dict] = field(default_factory=dict)
    outputs: dict[str, str] = field(default_factory=dict)
    pages_are_read: bool = False


@dataclass
class PageState:
    """What one page was read with; where that is no longer so, it is read again.

    Attributes
    ----------
    outputs : str
        Mark of the outputs of a chapter, '' for other pages.
    printed : dict of str
        Text of each number that it shows, by what stands in the role.
    places : dict of str
        Target of the first place where it shows a number, by id.
    listed : dict of str
        Numbers that it lists, as JSON by chapter; under `report.sphinx.provenance.EVERY` the
        chapters.
    rows, programs : str or None
        What it lists of rows and of programs, None where it lists none.
    results : dict of str
        Mark of each file of results that it shows, by name.
    claims : dict of dict
        Records of the claims whose cards it shows, by id; see `report.cards.Card.record`.
    """

    outputs: str = ""
    printed: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    listed: dict[str, str] = field(default_factory=dict)
    rows: str | None = None
    programs: str | None = None
    results: dict[str, str] = field(default_factory=dict)
    claims: dict[str, dict] = field(default_factory=dict)


def build(app: Sphinx) -> BuildState:
    """State of this build; an empty one at first.

    Parameters
    ----------
    app : Sphinx
    """
    if not hasattr(app, _NAME):
        setattr(app, _NAME, BuildState())
    return getattr(app, _NAME)


def page(env: BuildEnvironment, docname: str = "") -> PageState:
    """State of one page; an empty one at first.

    Parameters
    ----------
    env : BuildEnvironment
    docname : str
        Page; the one that is being read where none is named.
    """
    return env.metadata[docname or env.docname].setdefault(_NAME, PageState())


def pages(env: BuildEnvironment) -> Iterator[tuple[str, PageState]]:
    """Pages of the book that have a state.

    Parameters
    ----------
    env : BuildEnvironment

    Yields
    ------
    docname : str
    held : PageState
    """
    for docname, metadata in env.metadata.items():
        if _NAME in metadata and docname in env.found_docs:
            yield docname, metadata[_NAME]
