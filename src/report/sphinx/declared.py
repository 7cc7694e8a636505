"""The build stops where numbers are declared and not given, or given and shown nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

from report import declarations
from report.sphinx import events, state

logger = logging.getLogger(__name__)


def files(env: BuildEnvironment) -> Iterator[Path]:
    """Declarations that stand beside the pages of the book.

    Parameters
    ----------
    env : BuildEnvironment

    Yields
    ------
    Path
    """
    for doc in env.found_docs:
        path = Path(env.doc2path(doc)).with_suffix(".toml")
        if path.exists():
            yield path


def _check_all_filled(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Refuse declared numbers and exhibits that no cell of their chapter gave.

    Raises
    ------
    ExtensionError
        Names file, line and id of each.
    """
    recorded = state.build(app)
    filled = {*recorded.numbers, *recorded.exhibits}
    absent: list[str] = []
    for path in files(env):
        absent += declarations.load(path).not_filled(filled)
    if absent:
        raise ExtensionError("declared and not given by any cell: " + "; ".join(absent))
    return []


def _check_all_shown(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each number that no page shows."""
    printed = chain.from_iterable(page.printed for _, page in state.pages(env))
    shown = {key.partition(" ")[0] for key in printed}
    paths = {path.stem: path for path in files(env)}
    for name, number in state.build(app).numbers.items():
        path = paths.get(number["chapter"])
        if name not in shown and path:
            logger.warning("%r is given and shown nowhere", name,
                           location=f"{path}:{declarations.line(path, name)}")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx; numbers are collected before this runs."""
    app.connect("env-get-outdated", _check_all_filled, priority=events.CHECK_RECORDED)
    app.connect("env-check-consistency", _check_all_shown)
    return events.PARALLEL
