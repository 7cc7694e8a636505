"""Marks of the last verification that was kept: a day on each exhibit, and a badge."""

from __future__ import annotations

import json
from html import escape
from itertools import chain
from pathlib import Path

from sphinx.application import Sphinx

from report import ledger
from report.project import ROOT
from report.run import environment
from report.sphinx import events

RESULTS = ROOT / "results"
FILE, BADGE = "verification.json", "verification.svg"
# Widths of a letter and of the space at each side, in pixels at 11 px.
LETTER, SPACE = 6.5, 6


def last(results: Path = RESULTS) -> dict:
    """The last verification, empty where none was kept or the record has changed since.

    Parameters
    ----------
    results : Path
        Folder of the record and of the verification.
    """
    path, record = results / FILE, results / "ledger.json"
    if not (path.exists() and record.exists()):
        return {}
    found = json.loads(path.read_text(encoding="utf-8"))
    return found if found["record"] == environment.checksum(record) else {}


def day(name: str, results: Path = RESULTS) -> str:
    """Day on which a number or an exhibit passed last, '' where that is not known.

    Parameters
    ----------
    name : str
        Its id.
    results : Path
        See `last`.
    """
    found = last(results)
    failed = {one["id"] for one in found.get("not_passed", ())}
    return "" if name in failed else found.get("date", "")


def badge(found: dict) -> str:
    """Badge as SVG: what came out, of which version and when.

    Parameters
    ----------
    found : dict
        See `last`.
    """
    counts = chain.from_iterable(held.items() for held in found.get("counts", {}).values())
    passed = sum(n for kind, n in counts if kind.endswith("PASS"))
    if not found:
        words, colour = "not verified since the record changed", "#6a6a6a"
    elif found["not_passed"] or not found["identical"]:
        words = f"{len(found['not_passed'])} did not pass" if found["not_passed"] \
            else "two builds differ"
        colour = "#a4262c"
    else:
        words = f"{passed} of {passed} passed, {found['report']}, {found.get('date', '')}"
        colour = "#1b6e3c"
    return _drawn("verification", words.rstrip(", "), colour)


def _drawn(head: str, words: str, colour: str) -> str:
    left, right = (LETTER * len(text) + 2 * SPACE for text in (head, words))
    text = escape(f"{head}: {words}")
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right:g}" height="20" '
            f'role="img" aria-label="{text}"><title>{text}</title>'
            f'<rect width="{left:g}" height="20" fill="#444"/>'
            f'<rect x="{left:g}" width="{right:g}" height="20" fill="{colour}"/>'
            f'<g fill="#fff" font-family="Verdana, sans-serif" font-size="11">'
            f'<text x="{SPACE}" y="14">{escape(head)}</text>'
            f'<text x="{left + SPACE:g}" y="14">{escape(words)}</text></g></svg>\n')


def _write(app: Sphinx) -> None:
    ledger.write(Path(app.outdir, BADGE), badge(last()))


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    events.when_html_is_done(app, _write)
    return events.PARALLEL
