"""Directives ``{provenance}``, all numbers of a chapter, and ``{rows}``, the rows behind them.

Links run both ways: a number in the text leads to its entry, the entry to the rows that it rests
on and back to where it is shown, a row to the numbers and exhibits that rest on it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from numbers import Number
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.nodes import make_refnode

from report import ledger, published as figures
from report.sphinx.numbers import EVERY, REFERENCE, anchor, chapters_of


class shown_in(nodes.Element):  # noqa: N801 (docutils names nodes so)
    """Place of the links from an entry to the pages that show its number."""


class Provenance(SphinxDirective):
    """All numbers of one chapter, or of every chapter under its title."""

    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Emit one definition a number, as MyST text."""
        held = chapters_of(self.env.app.ledger_numbers)
        seen = self.env.metadata[self.env.docname].setdefault("ledger", {})
        if self.arguments:
            return self._parsed(self._numbers(self.arguments[0], held, seen))
        seen[EVERY] = json.dumps(list(held))
        return self._parsed("\n".join(f"## {title_of(self.env, chapter)}\n\n"
                                      + self._numbers(chapter, held, seen) for chapter in held))

    def _numbers(self, chapter: str, held: dict, seen: dict) -> str:
        if chapter not in held:
            raise self.error(f"no number is recorded for the chapter {chapter!r}")
        seen[chapter] = json.dumps(held[chapter])
        return "\n".join(map(entry, held[chapter]))

    def _parsed(self, text: str) -> list[nodes.Node]:
        return self.parse_text_to_nodes(text, allow_section_headings=True)


class ShownIn(SphinxRole):
    """``{shown-in}`park.exports.fall``: links to the pages that show a number."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Mark the place; the pages are known once all are read."""
        return [shown_in("", name=self.text)], []


def title_of(env: BuildEnvironment, chapter: str) -> str:
    """First heading of the page of a chapter."""
    for doc in env.found_docs:
        if doc.rpartition("/")[2] == chapter:
            text = Path(env.doc2path(doc)).read_text(encoding="utf-8")
            return re.search(r"^# (.+)$", text, re.M)[1]
    return chapter


def entry(record: dict) -> str:
    """MyST text of one number: target, id, text, definition, tables, rows and sources."""
    parts = [f"{record['meaning']}.", f"Unit: {record['unit']}.",
             f"Tables: {', '.join(map(to_table, record['tables']))}."]
    if record["rows"]:
        parts.append(f"Rows: {', '.join(map(to_row, record['rows']))}.")
    if record["sources"]:
        parts.append(f"Sources {{cite:p}}`{','.join(record['sources'])}`.")
    return f"({anchor(record['id'])})=\n`{record['id']}`\n: **{record['text']}**. " \
           + " ".join(parts) + f"{{shown-in}}`{record['id']}`\n"


def row_anchor(name: str) -> str:
    """Label of a row on the page that lists the rows."""
    return "row-" + re.sub(r"[^a-z0-9]+", "-", name.lower().replace("*", "all")).strip("-")


def to_row(name: str) -> str:
    """MyST link to a row."""
    return f"[`{name}`](#{row_anchor(name)})"


def to_table(name: str) -> str:
    """MyST link to the description of a table."""
    return f"[{name}](#table-{name.replace('_', '-')})"


class Rows(SphinxDirective):
    """Every row that a number or an exhibit names, with what it says and who rests on it."""

    def run(self) -> list[nodes.Node]:
        """Emit one definition a row, as MyST text, table by table."""
        users = used_by(self.env.app.ledger_numbers, self.env.app.ledger_exhibits)
        self.env.metadata[self.env.docname]["rows"] = state_of(self.env)
        if not users:
            return self.parse_text_to_nodes("No number or exhibit names single rows.")
        listed = "\n".join(f"## {head}\n\n" + "\n".join(row_entry(n, users[n]) for n in names)
                           for head, names in grouped(users).items())
        return self.parse_text_to_nodes(listed, allow_section_headings=True)


def grouped(names: Iterable[str]) -> dict[str, list[str]]:
    """Names of rows in order, by the topic of a published figure or the title of the table."""
    from report import rows, tables

    found: dict[str, list[str]] = {}
    for name in sorted(names):
        table = rows.table_of(name)
        head = tables.resource(table)["title"] if ":" in name else \
            f"Published figures: {rows.find(name)['topic'].iloc[0].replace('_', ' ')}"
        found.setdefault(head, []).append(name)
    return dict(sorted(found.items()))


def used_by(numbers: dict, exhibits: dict) -> dict[str, list[str]]:
    """MyST links to all numbers and exhibits that rest on a row, by row."""
    found: dict[str, list[str]] = {}
    for record in numbers.values():
        for name in record["rows"]:
            found.setdefault(name, []).append(f"[`{record['id']}`](#{anchor(record['id'])})")
    for record in exhibits.values():
        for name in record["rows"]:
            found.setdefault(name, []).append(f"{{numref}}`{record['label']}`")
    return found


def row_entry(name: str, users: list[str]) -> str:
    """MyST text of one row: target, name, what it says, source, and what rests on it."""
    from report import rows  # pandas takes a quarter of a second, and few builds need it

    found = rows.find(name)
    table = rows.table_of(name)
    says = _row(table, found) if ":" in name else _figure(found.iloc[0])
    whole = name == f"{table}:*"  # all sources of a table would fill a page
    cited = "" if whole else f" {{cite:p}}`{','.join(rows.sources([name]))}`"
    return f"({row_anchor(name)})=\n`{name}`\n: {says}{cited}. Behind {', '.join(users)}.\n"


def _figure(row) -> str:
    """Published figure as it was printed, and the interval that its wording is read as."""
    from report import text

    span = figures.as_interval(row)
    word = "" if row["qualifier"] in ("plain", "range") else row["qualifier"].replace("_", " ")
    high = f" to {row['value_high']:,.10g}" if row["qualifier"] == "range" else ""
    said = f"**{f'{word} ' if word else ''}{row['value']:,.10g}{high} {row['unit']}**"
    read = "" if text.is_narrow(span) else f" Read as {span.low:,.10g} to {span.high:,.10g}."
    return f"{said}, {row['period']}: {row['concept']}.{read}"


def _row(table: str, found) -> str:
    """Row of an open data set, or how many rows a pattern stands for."""
    from report import tables

    if len(found) > 1:
        return f"{len(found):,} rows of {to_table(table)}"
    values = found.iloc[0].drop(tables.primary_key(table)).dropna()
    cells = "; ".join(f"{column} **{_cell(value)}**" for column, value in values.items()
                      if value != "")
    return f"{to_table(table)}: {cells}"


def _cell(value: object) -> str:
    """Value as MyST text: dates as days, large numbers without an exponent, cut to whole ones."""
    if not isinstance(value, Number):
        return str(value).removesuffix(" 00:00:00").replace("*", "\\*")
    return f"{value:,.0f}" if abs(value) >= 1e9 else f"{value:,.10g}"


def mark_shown(app: Sphinx, doctree: nodes.document) -> None:
    """Give the first place in the text where a number stands a target, for the way back."""
    app.some_page_read = True
    places = app.env.metadata[app.env.docname].setdefault("shown", {})
    for link in doctree.findall(addnodes.pending_xref):
        if link["reftype"] != REFERENCE or link["reftarget"] in places or _is_copied(link):
            continue
        places[link["reftarget"]] = f"shown-{anchor(link['reftarget'])}"
        link[0]["ids"].append(places[link["reftarget"]])


def _is_copied(node: nodes.Node) -> bool:
    """Whether it stands in a title or caption, which other pages repeat."""
    while node.parent is not None:
        node = node.parent
        if isinstance(node, (nodes.title, nodes.caption)):
            return True
    return False


def lead_back(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put in the links from entries to the pages that show their numbers."""
    for place in list(doctree.findall(shown_in)):
        links = list(_links(app, docname, place["name"]))
        text = [nodes.Text(" Shown in ")] if links else []
        for i, link in enumerate(links):
            text += [nodes.Text(", "), link] if i else [link]
        place.replace_self([*text, nodes.Text(".")] if links else [])


def _links(app: Sphinx, docname: str, name: str) -> Iterator[nodes.Node]:
    for page, metadata in app.env.metadata.items():
        target = metadata.get("shown", {}).get(name)
        if target:
            title = nodes.Text(app.env.titles[page].astext())
            # Elsewhere words in a line are no targets.
            yield make_refnode(app.builder, docname, page, target, title) \
                if app.builder.format == "html" else title


def state_of(env: BuildEnvironment) -> str:
    """What a page that lists rows rests on: who uses them, and all tables."""
    users = used_by(env.app.ledger_numbers, env.app.ledger_exhibits)
    return json.dumps([users, ledger.fingerprints(Path(env.srcdir, "data"))])


def reread_rows(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Pages that list rows which are no longer those that they list."""
    listing = {doc: held["rows"] for doc, held in env.metadata.items()
               if "rows" in held and doc in env.found_docs}
    return [doc for doc, old in listing.items() if old != state_of(env)]


def rewrite(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Pages whose ways back may have changed since some page was read."""
    read = getattr(app, "some_page_read", False)
    return [doc for doc, metadata in env.metadata.items() if read and "ledger" in metadata]


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_node(shown_in)
    app.add_role("shown-in", ShownIn())
    app.add_directive("provenance", Provenance)
    app.add_directive("rows", Rows)
    app.connect("doctree-read", mark_shown)
    app.connect("env-get-outdated", reread_rows, priority=601)
    app.connect("env-updated", rewrite)
    app.connect("doctree-resolved", lead_back)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
