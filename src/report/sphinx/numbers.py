"""Role ``{v}`` prints a recorded number and links it to its entry; the ledger is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import make_refnode

from report import ledger, text

logger = logging.getLogger(__name__)

LEDGER = "ledger.json"
REFERENCE = "recorded-number"
EVERY = "*"


def shown(record: dict, form: str = "") -> str:
    """Text of a number in one of its forms.

    Parameters
    ----------
    record : dict
        Number as the ledger holds it.
    form : {'', 'value', 'low', 'high', 'abs', 'range'}
        As recorded; its central value; a bound; without its sign; from bound to bound.

    Raises
    ------
    ValueError
        If the number has no such form.
    """
    unit, spec = record["unit"], record["format"]
    if form == "":
        return record["text"]
    if form in ("value", "low", "high") and record[form] is not None:
        return text.number(record[form], unit, spec)
    if form == "range" and record["low"] is not None:
        low, high = record["low"], record["high"]
        return f"{text.digits(low, spec)} to {text.digits(high, spec)}"
    if form == "abs" and isinstance(record["value"], float):
        if record["text"] == text.number(record["value"], unit, spec):
            return text.number(abs(record["value"]), unit, spec)
        low, high = sorted((abs(record["low"]), abs(record["high"])))
        return text.span(low, high, unit, spec)
    raise ValueError(f"{record['id']} has no form {form!r}")


def anchor(name: str) -> str:
    """Label of a number on the page that lists them all."""
    return "number-" + name.replace(".", "-").replace("_", "-").lower()


class ValueRole(SphinxRole):
    """``{v}`park.exports.fall``` or, with a form, ``{v}`park.exports.fall low```."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Print the number and link it to its provenance."""
        name, _, form = self.text.partition(" ")
        try:
            printed = shown(self.env.app.ledger_numbers[name], form)
        except KeyError:
            return self._refuse(f"no number is recorded as {name!r}")
        except ValueError as error:
            return self._refuse(str(error))
        self.env.metadata[self.env.docname].setdefault("values", {})[self.text] = printed
        link = addnodes.pending_xref(
            "", nodes.inline(printed, printed, classes=["number"]), refdomain="",
            reftype=REFERENCE, reftarget=name, refwarn=True, refdoc=self.env.docname)
        return [link], []

    def _refuse(self, why: str):
        logger.warning("value role: %s", why, location=self.get_location())
        return [nodes.inline(self.text, self.text)], []


def chapters_of(numbers: dict) -> dict[str, list[dict]]:
    """Numbers by chapter, in the order of the book."""
    held: dict[str, list[dict]] = {}
    for record in numbers.values():
        held.setdefault(record["chapter"], []).append(record)
    return held


def lead_to_entry(app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref,
                  content: nodes.Node) -> nodes.reference | None:
    """Link from a number to its entry on the page that lists its chapter."""
    if node["reftype"] != REFERENCE:
        return None
    chapter = app.ledger_numbers[node["reftarget"]]["chapter"]
    for page, metadata in env.metadata.items():
        if chapter in metadata.get("ledger", {}):
            return make_refnode(app.builder, node["refdoc"], page, anchor(node["reftarget"]),
                                content)
    return None


def reread(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> Iterator[str]:
    """Pages that show a number whose text is no longer what they printed."""
    numbers = app.ledger_numbers
    held = chapters_of(numbers)
    now = {EVERY: json.dumps(list(held))} | {name: json.dumps(own) for name, own in held.items()}
    for doc, metadata in env.metadata.items():
        stale = any(not _same(numbers, key, old) for key, old in metadata.get("values", {}).items())
        listed = any(now.get(name) != old for name, old in metadata.get("ledger", {}).items())
        if (stale or listed) and doc in env.found_docs:
            yield doc


def _same(numbers: dict, key: str, old: str) -> bool:
    name, _, form = key.partition(" ")
    return name in numbers and shown(numbers[name], form) == old


def write_ledger(app: Sphinx, exception: Exception | None) -> None:
    """Write the ledger of this build, with the number that Sphinx gave to each exhibit."""
    if exception or app.builder.format != "html":
        return
    numbered = dict(_exhibit_numbers(app.env))
    exhibits = {name: record | {"number": numbered.get(record["label"])}
                for name, record in app.ledger_exhibits.items()}
    tables = ledger.fingerprints(Path(app.srcdir, "data"))
    ledger.write(Path(app.srcdir, "_build", LEDGER),
                 ledger.dumps(app.ledger_numbers, exhibits, tables))


def _exhibit_numbers(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    for kinds in env.toc_fignumbers.values():
        for kind, numbers in kinds.items():
            for label, number in numbers.items():
                yield label, f"{kind.capitalize()} {'.'.join(map(str, number))}"


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.ledger_numbers, app.ledger_exhibits = {}, {}
    app.add_role("v", ValueRole())
    app.connect("env-get-outdated", reread, priority=600)
    app.connect("missing-reference", lead_to_entry)
    app.connect("build-finished", write_ledger)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
