"""Build the whole book twice from nothing and compare it with the committed record.

``python -m report.run.verify`` wipes all outputs, executes every chapter in a clean kernel without
any cache, does the same again in a copy of the project in another folder, and prints one outcome
a line. With ``--keep`` the summary is also kept in ``results/``, where the book shows it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from report import ledger
from report.project import ROOT
from report.run import attestation, environment
from report.run.compare import Comparison, compare, with_second_run

RECORD = ROOT / "results" / "ledger.json"
KEPT = ROOT / "results" / "verification.json"
REPORT = ROOT / "_build" / "verification.json"
ATTESTATION = ROOT / "_build" / "verification.intoto.json"
BUILD = [str(Path(sys.executable).with_name("jupyter-book")), "build", ".", "-W", "-n",
         "--keep-going", "-q"]
OUTCOMES = ("PASS", "DRIFT", "MISSING")


def build(folder: Path) -> dict:
    """Wipe every output of a project folder, build the book strictly, and read its ledger.

    Parameters
    ----------
    folder : Path
        Project, which is built by its own engine.

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
    """Copy of the project without outputs, environment and history.

    Parameters
    ----------
    target : Path
        Folder to write.
    """
    left_out = shutil.ignore_patterns("_build", ".venv", ".git", "__pycache__", ".*_cache")
    return Path(shutil.copytree(ROOT, target, ignore=left_out, symlinks=True))


def build_twice() -> tuple[dict, dict, dict]:
    """Build here and in a copy elsewhere.

    Returns
    -------
    first, second : dict
        Ledgers of both builds.
    checksums : dict
        Checksums of the HTML folder and of each PDF, of the ``first`` and of the ``second``.

    Raises
    ------
    SystemExit
        If a build fails.
    """
    with tempfile.TemporaryDirectory() as name:
        print("Building from nothing, here and then in a copy in another folder", flush=True)
        first = build(ROOT)
        copy = copy_project(Path(name, "copy"))
        second = build(copy)
        sums = {"first": environment.checksums(ROOT), "second": environment.checksums(copy)}
    return first, second, sums


def summary(compared: Sequence[Comparison], sums: dict[str, dict]) -> dict:
    """What the book and the next reader need to know of one verification.

    Parameters
    ----------
    compared : sequence of Comparison
    sums : dict
        Checksums of the ``first`` and of the ``second`` build.

    Returns
    -------
    dict
        That of `report.run.environment.describe`, and ``date``; ``record``, checksum of the ledger;
        ``counts`` of kind and outcome by chapter; ``checksums``; ``identical``, whether both
        builds are; ``not_passed``, a dictionary for each comparison that did not pass.
    """
    counts: dict[str, Counter] = {}
    for found in compared:
        counts.setdefault(found.chapter, Counter())[f"{found.kind} {found.outcome}"] += 1
    return environment.describe() | {
        "date": f"{datetime.now(UTC):%Y-%m-%d}", "record": environment.checksum(RECORD),
        "counts": counts, "checksums": sums["first"],
        "identical": sums["first"] == sums["second"],
        "not_passed": [asdict(found) for found in compared if found.outcome != "PASS"]}


def main(arguments: list[str]) -> int:
    """Build twice, compare, print and save the outcomes; 0 if all of them pass.

    Parameters
    ----------
    arguments : list of str
        Of the command line.

    Raises
    ------
    SystemExit
        If there is no record to compare with, or the book does not build.
    """
    if not RECORD.exists():
        raise SystemExit(f"verify: {RECORD.relative_to(ROOT)} is missing; `make ledger` writes it")
    first, second, sums = build_twice()
    compared = compare(json.loads(RECORD.read_text(encoding="utf-8")), first)
    compared = with_second_run(compared, first, second)
    found = summary(compared, sums)
    whole = found | {"verdicts": [asdict(one) for one in compared]}
    ledger.write(REPORT, json.dumps(whole, indent=1))
    tell(compared, found)
    attest(compared, found)
    if "--keep" in arguments:
        _keep(found, arguments)
    passed = compared and found["identical"] \
        and not found["not_passed"] and not found["not_as_locked"]
    return int(not passed)


def tell(compared: Sequence[Comparison], found: dict) -> None:
    """Print one line a comparison, and the summary.

    Parameters
    ----------
    compared : sequence of Comparison
    found : dict
        See `summary`.
    """
    for one in compared:
        print(one)
    counts = Counter(one.outcome for one in compared)
    print(", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES))
    same = "identical byte for byte" if found["identical"] else "NOT IDENTICAL"
    print(f"Two builds in two folders: {same}")
    for what, checksum in found["checksums"].items():
        print(f"SHA-256 of the {what}: {checksum}")
    for line in found["not_as_locked"]:
        print(f"not as locked: {line}")
    print(f"The same as JSON: {REPORT.relative_to(ROOT)}")


def attest(compared: Sequence[Comparison], found: dict) -> None:
    """Write the attestation, signed with the private key that ``ATTESTATION_KEY`` names.

    Parameters
    ----------
    compared : sequence of Comparison
    found : dict
        See `summary`.

    Raises
    ------
    SystemExit
        If the key cannot be used.
    """
    key = os.environ.get("ATTESTATION_KEY")
    try:
        made = attestation.envelope(attestation.statement(ROOT, compared, found),
                                    Path(key) if key else None)
    except attestation.KeyFault as error:
        raise SystemExit(f"verify: {error}") from None
    ledger.write(ATTESTATION, json.dumps(made, indent=1) + "\n")
    print(f"Attestation: {ATTESTATION.relative_to(ROOT)}, {attestation.said(made)}")


def _keep(found: dict, arguments: list[str]) -> None:
    """Keep the summary; the book shows all but the checksums, so new ones need a second round."""
    before = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    ledger.write(KEPT, json.dumps(found, indent=1, sort_keys=True) + "\n")
    if before | {"checksums": None} != json.loads(json.dumps(found)) | {"checksums": None} \
            and "--again" not in arguments:
        print("The book shows a new verdict, so its checksums are taken once more")
        main([*arguments, "--again"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
