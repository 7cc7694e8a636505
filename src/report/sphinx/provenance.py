"""Directive ``{provenance}``: all numbers of a chapter, each with what it rests on.

Links run both ways: a number in the text leads to its entry, the entry to the rows that it rests
on (`report.sphinx.rows`) and back to where the number is shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.nodes import make_refnode

from report import anchors, text
from report.sphinx import events, front, state
from report.sphinx.numbers import REFERENCE

# Name under which a page that lists all chapters keeps which there were.
EVERY = "*"


class shown_in(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Place of the links from an entry to the pages that show its number."""


class Provenance(SphinxDirective):
    """All numbers of one chapter, or of every chapter under its title."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Emit one definition a number, as MyST text."""
        held = chapters_of(state.build(self.env.app).numbers)
        if self.arguments:
            return self._parsed(self._entries(self.arguments[0], held))
        state.page(self.env).listed[EVERY] = json.dumps(list(held))
        parts = (f"## {title_of(self.env, chapter)}\n\n{self._entries(chapter, held)}"
                 for chapter in held)
        return self._parsed("\n".join(parts))

    def _entries(self, chapter: str, held: dict[str, list[dict]]) -> str:
        if chapter not in held:
            raise self.error(f"no number is recorded for the chapter {chapter!r}")
        state.page(self.env).listed[chapter] = json.dumps(held[chapter])
        return "\n".join([":::{container} number-index", *map(entry, held[chapter]), ":::", ""])

    def _parsed(self, text: str) -> list[nodes.Node]:
        return self.parse_text_to_nodes(text, allow_section_headings=True)


class ShownIn(SphinxRole):
    """``{shown-in}`park.exports.fall``: links to the pages that show a number."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Mark the place; the pages are known once all are read."""
        return [shown_in("", name=self.text)], []


def chapters_of(numbers: dict[str, dict]) -> dict[str, list[dict]]:
    """Numbers by chapter, in the order of the book.

    Parameters
    ----------
    numbers : dict
        By id, as the ledger holds them.
    """
    held: dict[str, list[dict]] = {}
    for number in numbers.values():
        held.setdefault(number["chapter"], []).append(number)
    return held


def title_of(env: BuildEnvironment, chapter: str) -> str:
    """First heading of the page of a chapter, the front page's in the PDF; else its name.

    Parameters
    ----------
    env : BuildEnvironment
    chapter : str
        File name without its ending.
    """
    for docname in env.found_docs:
        if docname.rpartition("/")[2] == chapter:
            if docname == env.config.root_doc:
                return front.title(env.config)
            page = Path(env.doc2path(docname)).read_text(encoding="utf-8")
            return re.search(r"^# (.+)$", page, re.M)[1]
    return chapter


def entry(number: dict) -> str:
    """MyST text of one number: target, id, text, definition, tables, rows and sources.

    Parameters
    ----------
    number : dict
        As the ledger holds it.
    """
    name = number["id"]
    parts = [text.sentence(number["meaning"]), _plain(f"Unit: {text.unit(number['unit'])}."),
             f"Tables: {', '.join(map(anchors.to_table, number['tables']))}."]
    if number["rows"]:
        parts.append(f"Rows: {', '.join(map(anchors.to_row, number['rows']))}.")
    if number["sources"]:
        parts.append(f"Sources {{cite:p}}`{','.join(number['sources'])}`.")
    told = f"**{_plain(number['text'])}**. {' '.join(parts)}"
    return (f"({anchors.number(name)})=\n`{name}`\n: {told}"
            f"{{shown-in}}`{name}`\n")


def _plain(told: str) -> str:
    """Dollars as MyST text: two of them would enclose a formula."""
    return told.replace("$", "\\$")


def _lead_to_entry(app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref,
                   content: nodes.Node) -> nodes.reference | None:
    """Link from a number to its entry on the page that lists its chapter."""
    if node["reftype"] != REFERENCE:
        return None
    name = node["reftarget"]
    chapter = state.build(app).numbers[name]["chapter"]
    for docname, page in state.pages(env):
        if chapter in page.listed:
            return make_refnode(app.builder, node["refdoc"], docname, anchors.number(name),
                                content)
    return None


def _mark_shown(app: Sphinx, doctree: nodes.document) -> None:
    """Give the first place in the text where a number stands a target, for the way back."""
    places = state.page(app.env).places
    for link in doctree.findall(addnodes.pending_xref):
        name = link["reftarget"]
        if link["reftype"] == REFERENCE and name not in places and not _is_copied(link):
            places[name] = f"shown-{anchors.number(name)}"
            link[0]["ids"].append(places[name])


def _is_copied(node: nodes.Node) -> bool:
    """Whether it stands in a title or caption, which other pages repeat."""
    while node.parent is not None:
        node = node.parent
        if isinstance(node, (nodes.title, nodes.caption)):
            return True
    return False


def _lead_back(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put in the links from entries to the pages that show their numbers."""
    for place in list(doctree.findall(shown_in)):
        links = list(_links(app, docname, place["name"]))
        told = [nodes.Text(" Shown in ")] if links else []
        for i, link in enumerate(links):
            told += [nodes.Text(", "), link] if i else [link]
        place.replace_self([*told, nodes.Text(".")] if links else [])


def _links(app: Sphinx, docname: str, name: str) -> Iterator[nodes.Node]:
    for shows, page in state.pages(app.env):
        if name in page.places:
            first = shows == app.config.root_doc
            title = nodes.Text(front.title(app.config) if first
                               else app.env.titles[shows].astext())
            # Elsewhere words in a line are no targets.
            yield make_refnode(app.builder, docname, shows, page.places[name], title) \
                if app.builder.format == "html" else title


def _read_again(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Pages that list numbers which are no longer those that they list."""
    held = chapters_of(state.build(app).numbers)
    now = {EVERY: json.dumps(list(held))}
    now |= {chapter: json.dumps(own) for chapter, own in held.items()}
    return [docname for docname, page in state.pages(env) if not page.listed.items() <= now.items()]


def _note_reading(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Keep whether this build reads any page."""
    state.build(app).pages_are_read = bool(docnames)


def _write_again(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Pages whose ways back may have changed since some page was read."""
    if not state.build(app).pages_are_read:
        return []
    return [docname for docname, page in state.pages(env) if page.listed]


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_node(shown_in)
    app.add_role("shown-in", ShownIn())
    app.add_directive("provenance", Provenance)
    app.connect("doctree-read", _mark_shown)
    app.connect("env-get-outdated", _read_again, priority=events.JUDGE_PAGES)
    app.connect("env-before-read-docs", _note_reading)
    app.connect("env-updated", _write_again)
    app.connect("missing-reference", _lead_to_entry)
    app.connect("doctree-resolved", _lead_back)
    return events.PARALLEL
