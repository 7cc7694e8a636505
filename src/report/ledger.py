"""Record of every number, figure and table that the book shows."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from report.exhibit import KEY as EXHIBIT_KEY
from report.project import ROOT

NUMBER_KEY = "report.number"
EVIDENCE, RECORD = Path("_build", "evidence.json"), Path("results", "ledger.json")
# Notebook metadata that marks a chapter which rests on the results of the others.
AFTER_OTHERS = "after_others"


class LedgerError(ValueError):
    """A number or exhibit cannot be recorded as it stands."""


def collect(outputs: Iterable[dict]) -> tuple[dict, dict]:
    """Numbers and exhibits among the outputs of executed cells.

    Parameters
    ----------
    outputs : iterable of dict
        Outputs as nbformat has them, of all chapters in the book's order.

    Returns
    -------
    numbers, exhibits : dict
        By id, in order of appearance.

    Raises
    ------
    LedgerError
        If an id stands twice.
    """
    found: dict[str, dict] = {NUMBER_KEY: {}, EXHIBIT_KEY: {}}
    for output in outputs:
        for key, kept in found.items():
            record = output.get("metadata", {}).get(key)
            if record is None:
                continue
            if record["id"] in kept:
                raise LedgerError(f"the id {record['id']!r} stands twice")
            kept[record["id"]] = record
    return found[NUMBER_KEY], found[EXHIBIT_KEY]


NUMBER_FIELDS = ("id", "value", "low", "high", "unit", "text", "chapter", "tables", "tolerance",
                 "format", "meaning", "rows", "sources")
EXHIBIT_FIELDS = ("id", "kind", "number", "chapter", "title", "alt", "status", "tables", "rows",
                  "sources", "tolerance", "data")


def fingerprints(folder: Path) -> dict[str, dict]:
    """Mark of every column of every table, so that a change of any cell shows.

    Parameters
    ----------
    folder : Path
        Folder that holds ``datapackage.json`` and the tables.

    Returns
    -------
    dict
        By table: ``rows``, their number, and ``columns``, a mark (SHA-256, cut) by name.
    """
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    found = {}
    for resource in described["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        columns = {name: _mark(row[i] for row in rows) for i, name in enumerate(header)}
        found[resource["name"]] = {"rows": len(rows), "columns": columns}
    return found


def _mark(cells: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(cells).encode()).hexdigest()[:12]


def dumps(numbers: dict[str, dict], exhibits: dict[str, dict], tables: dict[str, dict]) -> str:
    """Ledger as JSON text, one record or row of data a line, so that a change is easy to see."""
    blocks = [_block("numbers", {n: _line({f: r[f] for f in NUMBER_FIELDS})
                                 for n, r in numbers.items()}),
              _block("exhibits", {n: _line({f: r[f] for f in EXHIBIT_FIELDS})
                                  for n, r in exhibits.items()}),
              _block("tables", {n: json.dumps(r) for n, r in tables.items()})]
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _block(part: str, lines: dict[str, str]) -> str:
    inner = ",\n".join(f"  {json.dumps(name)}: {line}" for name, line in lines.items())
    return f" {json.dumps(part)}: {{\n{inner}\n }}"


# Exhibits with more rows than this are drawings of much data; nothing is judged by them.
EVIDENCE_ROWS = 400


def write_evidence(root: Path, numbers: dict[str, dict], exhibits: dict[str, dict]) -> None:
    """Write what chapters recorded, for those that rest on it; only if it has changed."""
    kept = {name: {f: e[f] for f in ("id", "kind", "label", "title", "alt", "rows", "data")}
            for name, e in exhibits.items() if len(e["data"]["rows"]) <= EVIDENCE_ROWS}
    path = root / EVIDENCE
    text = json.dumps({"numbers": numbers, "exhibits": kept}, ensure_ascii=False, indent=0) + "\n"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write(path, text)


def evidence(root: Path = ROOT) -> dict:
    """Numbers and exhibits of the other chapters: of this build, else of the record.

    Parameters
    ----------
    root : Path
        Project folder.

    Returns
    -------
    dict
        ``numbers`` and ``exhibits`` by id, as they were recorded.

    Raises
    ------
    LedgerError
        If there is neither.
    """
    for path in (root / EVIDENCE, root / RECORD):
        if path.exists():
            return json.loads(path.read_text(encoding="utf-8"))
    raise LedgerError("no results of other chapters are at hand: run `make book`")


def write(path: Path, text: str) -> None:
    """Write a file as a whole or not at all: what stood there stays until the new one is done.

    Raises
    ------
    OSError
        If it cannot be written, for example because the disk is full.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".new")
    try:
        new.write_text(text, encoding="utf-8")
        os.replace(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _line(record: dict) -> str:
    if "data" not in record:
        return json.dumps(record, ensure_ascii=False)
    rows = ",\n    ".join(json.dumps(r, ensure_ascii=False) for r in record["data"]["rows"])
    head = json.dumps({k: v for k, v in record.items() if k != "data"}, ensure_ascii=False)
    columns = json.dumps(record["data"]["columns"], ensure_ascii=False)
    return f'{head[:-1]}, "data": {{"columns": {columns}, "rows": [\n    {rows}]}}}}'
