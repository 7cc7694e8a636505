"""Exhibits of the front page have a letter before their number, as those of appendices do.

Appendices are lettered by sphinx-external-toc (``style: alphaupper`` in ``_toc.yml``). The front
page is no chapter, so that its first figure would be ``Figure 1``, beside ``Figure 1.1``.
"""

from __future__ import annotations

from sphinx.application import Sphinx
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


def _letter(app: Sphinx, env: BuildEnvironment) -> list[str]:
    if env.config.front_letter:
        letter(env)
    return []


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_config_value("front_letter", "", "env", str)
    app.connect("env-get-updated", _letter, priority=events.LETTER_FRONT)
    return events.PARALLEL
