"""The record as data on the site: one file for all, and one for each number and exhibit.

``ledger.json`` is the record of the build; ``numbers/<id>.json`` and ``exhibits/<id>.json`` are
its entries, at addresses that stay from version to version.
"""

from __future__ import annotations

import json
from pathlib import Path

from sphinx.application import Sphinx

from report import ledger
from report.bibliography import cff
from report.sphinx import events, state

# What of an exhibit other files hold: its drawing and its data as CSV.
ELSEWHERE = ("drawing", "csv")


def entries(numbers: dict[str, dict], exhibits: dict[str, dict], version: str) -> dict[str, dict]:
    """Entries by the file that holds each.

    Parameters
    ----------
    numbers, exhibits : dict
        By id, as the chapters recorded them.
    version : str
        Of the book, told in each entry.
    """
    told = {"version": version}
    found = {f"numbers/{name}.json": told | held for name, held in numbers.items()}
    for name, held in exhibits.items():
        kept = {key: value for key, value in held.items() if key not in ELSEWHERE}
        found[f"exhibits/{name}.json"] = told | kept
    return found


def _write(app: Sphinx) -> None:
    recorded, out = state.build(app), Path(app.outdir)
    made = entries(recorded.numbers, recorded.exhibits, cff.read().version)
    for kind in ("numbers", "exhibits"):
        (out / kind).mkdir(exist_ok=True)
        for stray in (out / kind).glob("*.json"):
            if f"{kind}/{stray.name}" not in made:
                stray.unlink()
    for name, held in made.items():
        ledger.write(out / name, json.dumps(held, indent=1, ensure_ascii=False) + "\n")
    built = Path(app.srcdir, "_build", "ledger.json")
    if built.exists():
        ledger.write(out / "ledger.json", built.read_text(encoding="utf-8"))


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    events.when_html_is_done(app, _write)
    return events.PARALLEL
