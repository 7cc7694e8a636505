"""Change an assumption and see what moves; nothing of the project changes.

``python -m report.run.what_if 'economies:GE:donor=true'`` changes it in a copy, runs all chapters
there and compares what they record with the committed ledger.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from report import ledger
from report.project import ROOT
from report.refresh.revision import markdown, revision
from report.run.assumption import HOW, AssumptionError, read
from report.run.verify import RECORD, copy_project

REPORT = ROOT / "_build" / "what-if.md"
SHOWN = 40


def changed(assumptions: Iterable[str], folder: Path) -> dict:
    """What the chapters record when some assumptions are others.

    Parameters
    ----------
    assumptions : iterable of str
        See `report.run.assumption.read`.
    folder : Path
        Empty or absent; receives a copy of the project.

    Returns
    -------
    dict
        Ledger with ``numbers`` and ``exhibits`` by id.

    Raises
    ------
    AssumptionError
        If an assumption is not there, or a chapter cannot be run with it.
    """
    changes = [read(words) for words in assumptions]
    copy = copy_project(folder)
    (copy / "_build").mkdir()
    for change in changes:
        change.apply(copy)
    made = copy / "_build" / "ledger.json"
    own = os.environ | {"PYTHONPATH": str(copy / "src")}
    done = subprocess.run([sys.executable, "-m", "report.run.kernels", str(made)], cwd=copy,
                          env=own, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssumptionError(f"a chapter cannot be run with it: {_last_line(done.stderr)}")
    return json.loads(made.read_text(encoding="utf-8"))


def _last_line(text: str) -> str:
    return next((line for line in reversed(text.splitlines()) if line.strip()), "no reason given")


def moved(record: dict, fresh: dict) -> dict:
    """Report on what differs; see `report.refresh.revision.revision`.

    Parameters
    ----------
    record, fresh : dict
        Ledgers; exhibits of the second have no printed number, and its tables are not compared.
    """
    held = record["exhibits"]
    numbered = {name: one | {"number": held.get(name, one)["number"]}
                for name, one in fresh["exhibits"].items()}
    return revision(record, {"numbers": fresh["numbers"], "exhibits": numbered,
                             "tables": record["tables"]})


def main(assumptions: Sequence[str]) -> int:
    """Print what moves, and keep the whole report below ``_build/``.

    Parameters
    ----------
    assumptions : sequence of str
        Of the command line.

    Raises
    ------
    SystemExit
        If no assumption is named, or one cannot be changed.
    """
    if not assumptions:
        raise SystemExit(f"what-if: no assumption is named; {HOW}")
    title = f"What if {' and '.join(assumptions)}"
    print(f"{title}\nRunning all chapters in a copy; this takes about a minute", flush=True)
    try:
        with tempfile.TemporaryDirectory() as name:
            fresh = changed(assumptions, Path(name, "copy"))
    except AssumptionError as error:
        raise SystemExit(f"what-if: {error}") from None
    report = moved(json.loads(RECORD.read_text(encoding="utf-8")), fresh)
    REPORT.parent.mkdir(exist_ok=True)
    ledger.write(REPORT, markdown(report, title))
    tell(report)
    return 0


def tell(report: dict) -> None:
    """Print verdicts and words that are others, and the numbers that moved most.

    Parameters
    ----------
    report : dict
        See `moved`.
    """
    for one in report["verdicts"]:
        print(f"{one['id']}, {one['row']}, {one['column']}: {one['before']} -> {one['after']}")
    for one in report["numbers"][:SHOWN]:
        print(f"{one['id']}  {one['before']} -> {one['after']}")
    rest = len(report["numbers"]) - SHOWN
    print(f"{len(report['numbers'])} numbers, {len(report['exhibits'])} exhibits and "
          f"{len(report['verdicts'])} verdicts or words moved"
          + (f"; {rest} more numbers stand in the report" if rest > 0 else ""))
    print(f"All of it: {REPORT.relative_to(ROOT)}; nothing of the record has changed")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
