"""Appendices by letters, and exhibits of the front page by one of their own.

Sphinx counts all chapters; a book counts its appendices A, B, C, and their exhibits A.1, B.1. What
stands on the front page has a letter too, so that no two exhibits have one number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import ascii_uppercase

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors.toctree import TocTreeCollector

from report.sphinx import events

Numbers = dict[str, dict]


def lettered(number: tuple | list | None, letter: str) -> tuple | list | None:
    """Number of a section with a letter in the place of that of its chapter.

    Parameters
    ----------
    number : tuple or list, or None
        As Sphinx gives it; None for what has none.
    letter : str

    Examples
    --------
    >>> lettered((6, 2), "A")
    ('A', 2)
    """
    return number and type(number)([letter, *number[1:]])


def letters(env: BuildEnvironment) -> dict[str, str]:
    """Letter of each page of the parts that are lettered, with the pages below it.

    Parameters
    ----------
    env : BuildEnvironment
    """
    found: dict[str, str] = {}
    for tree in env.get_doctree(env.config.root_doc).findall(addnodes.toctree):
        if tree.get("caption") in env.config.lettered_parts and tree.get("numbered"):
            for (_, name), letter in zip(tree["entries"], ascii_uppercase):
                found |= dict.fromkeys(_with_below(env, name), letter)
    return found


def _with_below(env: BuildEnvironment, docname: str) -> Iterator[str]:
    yield docname
    for child in env.toctree_includes.get(docname, ()):
        yield from _with_below(env, child)


def letter_sections(env: BuildEnvironment) -> None:
    """Put letters into the numbers of sections, in contents and titles.

    Parameters
    ----------
    env : BuildEnvironment
        After Sphinx has numbered its sections.
    """
    for docname, letter in letters(env).items():
        numbers = env.toc_secnumbers.get(docname, {})
        env.toc_secnumbers[docname] = {
            anchor: lettered(number, letter) for anchor, number in numbers.items()}
        for link in [*env.tocs[docname].findall(nodes.reference), env.titles[docname]]:
            if link.get("secnumber"):
                link["secnumber"] = lettered(link["secnumber"], letter)


def letter_front(env: BuildEnvironment) -> None:
    """Put the letter of the front page into the numbers of its exhibits.

    Parameters
    ----------
    env : BuildEnvironment
        After Sphinx has numbered its exhibits.
    """
    letter, front = env.config.front_letter, env.config.root_doc
    if letter and front in env.toc_fignumbers:
        env.toc_fignumbers[front] = {
            kind: {name: (letter, *number) for name, number in own.items()}
            for kind, own in env.toc_fignumbers[front].items()}


def _then(step: Callable, kept: str, change: Callable[[BuildEnvironment], None]) -> Callable:
    """Step of Sphinx that numbers something, and what changes these numbers after it.

    Parameters
    ----------
    step : callable
        Of the collector and the environment; it gives the pages whose numbers are new.
    kept : str
        Attribute of the environment that holds the numbers.
    change : callable
        Of the environment.
    """
    def both(collector: TocTreeCollector, env: BuildEnvironment) -> list[str]:
        before: Numbers = getattr(env, kept)
        step(collector, env)
        change(env)
        after: Numbers = getattr(env, kept)
        return [name for name in after if after[name] != before.get(name)]

    both.__wrapped__, both.changes = step, change
    return both


def _number_with_letters(app: Sphinx) -> None:
    """Let the collector number with letters; other extensions set its methods before this."""
    for name, kept, change in (
            ("assign_section_numbers", "toc_secnumbers", letter_sections),
            ("assign_figure_numbers", "toc_fignumbers", letter_front)):
        step = getattr(TocTreeCollector, name)
        if getattr(step, "changes", None) is not change:
            setattr(TocTreeCollector, name, _then(step, kept, change))


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_config_value("lettered_parts", ["Appendices"], "env", list)
    app.add_config_value("front_letter", "", "env", str)
    app.connect("builder-inited", _number_with_letters)
    return events.PARALLEL
