"""Exhibits of the front page have a letter before their number, as those of appendices do.

Appendices are lettered by sphinx-external-toc (``style: alphaupper`` in ``_toc.yml``). The front
page is no chapter, so that its first figure would be ``Figure 1``, beside ``Figure 1.1``.
"""

from __future__ import annotations

from itertools import chain
from string import ascii_uppercase

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment

from report.sphinx import events


def letter(env: BuildEnvironment) -> None:
    """Put the letter into the numbers of all exhibits of the front page that have none yet.

    Parameters
    ----------
    env : BuildEnvironment
        After Sphinx has numbered its exhibits.
    """
    own = env.toc_fignumbers.get(env.config.root_doc, {})
    for numbers in own.values():
        for name, number in numbers.items():
            if number[0] != env.config.front_letter:
                numbers[name] = (env.config.front_letter, *number)


def count(env: BuildEnvironment) -> None:
    """Give lettered pages the numbers of the last build back, with which Sphinx compares its own.

    Else all of them would be written again at each build.

    Parameters
    ----------
    env : BuildEnvironment
        Before Sphinx numbers its sections; appendices are counted on from the chapters.
    """
    held = chain.from_iterable(numbers.values() for numbers in env.toc_secnumbers.values())
    firsts = [number[0] for number in held if number]
    chapters = max((first for first in firsts if isinstance(first, int)), default=0)
    for numbers in env.toc_secnumbers.values():
        for anchor, number in numbers.items():
            if number and isinstance(number[0], str):
                numbers[anchor] = (chapters + ascii_uppercase.index(number[0]) + 1, *number[1:])


def title(config: Config) -> str:
    """Heading of the front page among those of chapters; on the page it is that of the book.

    Parameters
    ----------
    config : Config
    """
    return getattr(config, "typst_front_title", "Summary")


def _letter(app: Sphinx, env: BuildEnvironment) -> list[str]:
    if env.config.front_letter:
        letter(env)
    return []


def _count(app: Sphinx, env: BuildEnvironment) -> list[str]:
    count(env)
    return []


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_config_value("front_letter", "", "env", str)
    app.connect("env-get-updated", _count, priority=events.COUNT_SECTIONS)
    app.connect("env-get-updated", _letter, priority=events.LETTER_FRONT)
    return events.PARALLEL
