"""Build the whole book twice from nothing and compare it with the committed record.

``python -m report.run.verify`` wipes all outputs, executes every chapter in a clean kernel without
any cache, does the same again in a copy of the project in another folder, and prints one line
for each comparison. With ``--keep`` the summary is also kept in ``results/``, where the book
shows it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import zip_longest
from math import isclose
from numbers import Number
from pathlib import Path

from report import ledger
from report.project import ROOT
from report.run import environment

RECORD = ROOT / "results" / "ledger.json"
KEPT = ROOT / "results" / "verification.json"
REPORT = ROOT / "_build" / "verification.json"
BUILD = [str(Path(sys.executable).with_name("jupyter-book")), "build", ".", "-W", "-n",
         "--keep-going", "-q"]
OUTCOMES = ("PASS", "DRIFT", "MISSING")


@dataclass(frozen=True)
class Comparison:
    """How one number, exhibit or table of data compares with its record.

    Attributes
    ----------
    outcome : {'PASS', 'DRIFT', 'MISSING'}
    kind : {'number', 'figure', 'table', 'data'}
        Tables are those of the book, data those of ``data/``.
    id : str
    detail : str
        For a drift what differs, with both values; else the value or size.
    chapter : str
        Chapter of a number or exhibit, ``data`` for data.
    """

    outcome: str
    kind: str
    id: str
    detail: str = ""
    chapter: str = ""

    def __str__(self) -> str:
        return f"{self.outcome:<8}{self.kind:<8}{self.id}  {self.detail}".rstrip()


def compare(record: dict, fresh: dict) -> list[Comparison]:
    """Comparison of every number, exhibit and table of data that stands in either ledger.

    Parameters
    ----------
    record, fresh : dict
        Ledgers, each with ``numbers``, ``exhibits`` and ``tables`` by id.

    Returns
    -------
    list of Comparison
        MISSING where only one of the two holds it.
    """
    found = []
    for part, judge in (("numbers", _number), ("exhibits", _exhibit), ("tables", _data)):
        before, after = record.get(part, {}), fresh.get(part, {})
        for name in dict.fromkeys([*before, *after]):
            old, new = before.get(name), after.get(name)
            either = old or new
            kind = either.get("kind", "data" if part == "tables" else "number")
            found.append(Comparison(*_judged(judge, old, new, kind, name),
                                 either.get("chapter", "data")))
    return found


def _judged(judge, old: dict | None, new: dict | None, kind: str, name: str) -> tuple:
    if not (old and new):
        return "MISSING", kind, name, f"not in {'the rerun' if old else 'the record'}"
    differences = list(judge(old, new))
    detail = "; ".join(differences[:3]) or old.get("text") or _size(old)
    return "DRIFT" if differences else "PASS", kind, name, detail


def _size(held: dict) -> str:
    inner = held.get("data", held)
    rows = inner["rows"] if isinstance(inner["rows"], int) else len(inner["rows"])
    return f"{rows} rows x {len(inner['columns'])} columns"


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


def _data(old: dict, new: dict) -> Iterator[str]:
    if old["rows"] != new["rows"]:
        yield f"rows {_both(old['rows'], new['rows'])}"
    for column in dict.fromkeys([*old["columns"], *new["columns"]]):
        if old["columns"].get(column) != new["columns"].get(column):
            yield f"column {column} is not that of the record"


def _same(old: object, new: object, tolerance: float) -> bool:
    if isinstance(old, Number) and isinstance(new, Number):
        return isclose(old, new, rel_tol=tolerance, abs_tol=tolerance * 1e-3)
    return old == new


def _both(old: object, new: object) -> str:
    if isinstance(old, Number) and isinstance(new, Number) and old:
        return f"{old:.10g} -> {new:.10g} ({new / old - 1:+.3%})"
    return f"{old} -> {new}"


def exactly(book: dict) -> dict:
    """The same ledger with no tolerance, to compare two runs on one machine."""
    return {part: {name: held | {"tolerance": 0.0} for name, held in records.items()}
            for part, records in book.items()}


def with_second_run(compared: list[Comparison], first: dict, second: dict) -> list[Comparison]:
    """Comparisons in which whatever a second run gave otherwise is a drift."""
    moved = {(v.kind, v.id): v for v in compare(exactly(first), second) if v.outcome != "PASS"}
    return [replace(v, outcome="DRIFT", detail=f"second run: {moved[v.kind, v.id].detail}")
            if v.outcome == "PASS" and (v.kind, v.id) in moved else v for v in compared]


def build(folder: Path) -> dict:
    """Wipe every output of a project folder, build the book strictly, and read its ledger.

    Raises
    ------
    SystemExit
        If the build fails; what it printed stands above.
    """
    shutil.rmtree(folder / "_build", ignore_errors=True)
    # A copy is built by its own engine, wherever another one is installed.
    own = os.environ | {"PYTHONPATH": str(folder / "src")}
    if subprocess.run(BUILD, cwd=folder, env=own, check=False).returncode:
        raise SystemExit("verify: the book does not build, so nothing could be compared")
    return json.loads((folder / "_build" / "ledger.json").read_text(encoding="utf-8"))


def copy_project(target: Path) -> Path:
    """Copy of the project without outputs, environment and history."""
    left_out = shutil.ignore_patterns("_build", ".venv", ".git", "__pycache__", ".*_cache")
    return Path(shutil.copytree(ROOT, target, ignore=left_out, symlinks=True))


def build_twice() -> tuple[dict, dict, dict]:
    """Build here and in a copy elsewhere.

    Returns
    -------
    first, second : dict
        Ledgers of both builds.
    checksums : dict
        Checksum of the HTML folder and of the PDF in each.
    """
    with tempfile.TemporaryDirectory() as name:
        print("Building from nothing, here and then in a copy in another folder", flush=True)
        first = build(ROOT)
        copy = copy_project(Path(name, "copy"))
        second = build(copy)
        sums = {"first": environment.checksums(ROOT), "second": environment.checksums(copy)}
    return first, second, sums


def summary(compared: list[Comparison], sums: dict) -> dict:
    """What the book and the next reader need to know of one verification."""
    counts: dict[str, Counter] = {}
    for v in compared:
        counts.setdefault(v.chapter, Counter())[f"{v.kind} {v.outcome}"] += 1
    return environment.describe() | {
        "record": environment.checksum(RECORD), "counts": counts, "checksums": sums["first"],
        "identical": sums["first"] == sums["second"],
        "not_passed": [asdict(v) for v in compared if v.outcome != "PASS"]}


def main(arguments: list[str]) -> int:
    """Build twice, compare, print and save what came out; 0 if all of it passes."""
    if not RECORD.exists():
        raise SystemExit(f"verify: {RECORD.relative_to(ROOT)} is missing; `make ledger` writes it")
    first, second, sums = build_twice()
    compared = compare(json.loads(RECORD.read_text(encoding="utf-8")), first)
    compared = with_second_run(compared, first, second)
    found = summary(compared, sums)
    ledger.write(REPORT, json.dumps(found | {"verdicts": [asdict(v) for v in compared]}, indent=1))
    tell(compared, found)
    if "--keep" in arguments:
        _keep(found, arguments)
    return int(bool(found["not_passed"]) or not compared or not found["identical"]
               or bool(found["not_as_locked"]))


def tell(compared: list[Comparison], found: dict) -> None:
    """Print one line a comparison, and the summary."""
    for comparison in compared:
        print(comparison)
    counts = Counter(v.outcome for v in compared)
    print(", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES))
    same = "identical byte for byte" if found["identical"] else "NOT IDENTICAL"
    print(f"Two builds in two folders: {same}")
    for what, checksum in found["checksums"].items():
        print(f"SHA-256 of the {what}: {checksum}")
    for line in found["not_as_locked"]:
        print(f"not as locked: {line}")
    print(f"The same as JSON: {REPORT.relative_to(ROOT)}")


def _keep(found: dict, arguments: list[str]) -> None:
    """Keep the summary; the book shows all but the checksums, so new ones need a second round."""
    before = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    ledger.write(KEPT, json.dumps(found, indent=1, sort_keys=True) + "\n")
    if before | {"checksums": None} != json.loads(json.dumps(found)) | {"checksums": None} \
            and "--again" not in arguments:
        print("The book shows a new verification, so its checksums are taken once more")
        main([*arguments, "--again"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
