"""Record of every number, figure and table that the book shows."""

from __future__ import annotations

import json
from collections.abc import Iterable

from analysis.exhibits import KEY as EXHIBIT_KEY

NUMBER_KEY = "analysis.number"


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
EXHIBIT_FIELDS = ("id", "kind", "number", "chapter", "title", "alt", "status", "tables",
                  "sources", "tolerance", "data")


def dumps(numbers: dict[str, dict], exhibits: dict[str, dict]) -> str:
    """Ledger as JSON text, one record or row of data a line, so that a change is easy to see."""
    parts = {"numbers": (numbers, NUMBER_FIELDS), "exhibits": (exhibits, EXHIBIT_FIELDS)}
    blocks = []
    for part, (records, fields) in parts.items():
        lines = [f"  {json.dumps(name)}: {_line({f: record[f] for f in fields})}"
                 for name, record in records.items()]
        blocks.append(f" {json.dumps(part)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def _line(record: dict) -> str:
    if "data" not in record:
        return json.dumps(record, ensure_ascii=False)
    rows = ",\n    ".join(json.dumps(r, ensure_ascii=False) for r in record["data"]["rows"])
    head = json.dumps({k: v for k, v in record.items() if k != "data"}, ensure_ascii=False)
    columns = json.dumps(record["data"]["columns"], ensure_ascii=False)
    return f'{head[:-1]}, "data": {{"columns": {columns}, "rows": [\n    {rows}]}}}}'
