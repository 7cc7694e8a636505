"""Rerun the whole book and compare every number, table and figure with the committed record.

``python -m analysis.verify`` wipes all outputs, executes every chapter in a clean kernel without
any cache, and prints one verdict a line.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import zip_longest
from math import isclose
from numbers import Number
from pathlib import Path

from analysis.tables import ROOT

RECORD = ROOT / "results" / "ledger.json"
FRESH = ROOT / "_build" / "ledger.json"
REPORT = ROOT / "_build" / "verification.json"
BUILD = [str(Path(sys.executable).with_name("jupyter-book")), "build", ".", "-W", "-n",
         "--keep-going", "-q"]


@dataclass(frozen=True)
class Verdict:
    """Outcome for one number or exhibit.

    Attributes
    ----------
    outcome : {'PASS', 'DRIFT', 'MISSING'}
    kind : {'number', 'figure', 'table'}
    id : str
    detail : str
        For a drift what differs, with both values; else the value or size.
    """

    outcome: str
    kind: str
    id: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.outcome:<8}{self.kind:<8}{self.id}  {self.detail}".rstrip()


def compare(record: dict, fresh: dict) -> list[Verdict]:
    """Verdict on every number and exhibit that stands in either ledger.

    Parameters
    ----------
    record, fresh : dict
        Ledgers, each with ``numbers`` and ``exhibits`` by id.

    Returns
    -------
    list of Verdict
        MISSING where only one of the two holds it.
    """
    found = []
    for part, judge in (("numbers", _number), ("exhibits", _exhibit)):
        for name in dict.fromkeys([*record[part], *fresh[part]]):
            old, new = record[part].get(name), fresh[part].get(name)
            kind = (old or new).get("kind", "number")
            if old and new:
                differences = list(judge(old, new))
                detail = "; ".join(differences[:3]) or old.get("text") or _size(old)
                found.append(Verdict("DRIFT" if differences else "PASS", kind, name, detail))
            else:
                lacking = "the rerun" if old else "the record"
                found.append(Verdict("MISSING", kind, name, f"not in {lacking}"))
    return found


def _size(exhibit: dict) -> str:
    rows, columns = exhibit["data"]["rows"], exhibit["data"]["columns"]
    return f"{len(rows)} rows x {len(columns)} columns"


def _number(old: dict, new: dict) -> Iterator[str]:
    for name in ("value", "low", "high"):
        if not _same(old[name], new[name], old["tolerance"]):
            yield f"{name} {_both(old[name], new[name])}"
    for name in ("text", "unit", "tables", "rows", "sources"):
        if old[name] != new[name]:
            yield f"{name} {_both(old[name], new[name])}"


def _exhibit(old: dict, new: dict) -> Iterator[str]:
    for name in ("number", "title", "tables", "sources", "status"):
        if old[name] != new[name]:
            yield f"{name} {_both(old[name], new[name])}"
    if old["data"]["columns"] != new["data"]["columns"]:
        yield f"columns {_both(old['data']['columns'], new['data']['columns'])}"
        return
    yield from _cells(old, new)


def _cells(old: dict, new: dict) -> Iterator[str]:
    columns = old["data"]["columns"]
    if len(old["data"]["rows"]) != len(new["data"]["rows"]):
        yield f"rows {_both(len(old['data']['rows']), len(new['data']['rows']))}"
    for line, (a, b) in enumerate(zip(old["data"]["rows"], new["data"]["rows"]), start=1):
        for column, x, y in zip_longest(columns, a, b):
            if not _same(x, y, old["tolerance"]):
                yield f"row {line}, {column} {_both(x, y)}"


def _same(old: object, new: object, tolerance: float) -> bool:
    if isinstance(old, Number) and isinstance(new, Number):
        return isclose(old, new, rel_tol=tolerance, abs_tol=tolerance * 1e-3)
    return old == new


def _both(old: object, new: object) -> str:
    if isinstance(old, Number) and isinstance(new, Number) and old:
        return f"{old:.10g} -> {new:.10g} ({new / old - 1:+.3%})"
    return f"{old} -> {new}"


def rebuild() -> None:
    """Wipe every output and build the book anew, strictly.

    Raises
    ------
    SystemExit
        If the build fails; what it printed stands above.
    """
    shutil.rmtree(ROOT / "_build", ignore_errors=True)
    if subprocess.run(BUILD, cwd=ROOT, check=False).returncode:
        raise SystemExit("verify: the book does not build, so nothing could be compared")


def main() -> int:
    """Rebuild, compare, print and save the verdicts; 0 if all of them pass."""
    if not RECORD.exists():
        raise SystemExit(f"verify: {RECORD.relative_to(ROOT)} is missing; `make ledger` writes it")
    rebuild()
    verdicts = compare(json.loads(RECORD.read_text("utf-8")), json.loads(FRESH.read_text("utf-8")))
    for verdict in verdicts:
        print(verdict)
    counts = Counter(v.outcome for v in verdicts)
    REPORT.write_text(json.dumps([asdict(v) for v in verdicts], indent=1), encoding="utf-8")
    print(", ".join(f"{counts[o]} {o}" for o in ("PASS", "DRIFT", "MISSING")))
    print(f"The same as JSON: {REPORT.relative_to(ROOT)}")
    return int(counts["PASS"] != len(verdicts) or not verdicts)


if __name__ == "__main__":
    raise SystemExit(main())
