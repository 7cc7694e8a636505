"""Repeat the computation on other Pythons and packages, and compare with the record.

``make matrix`` makes an environment for each combination in a temporary folder, runs all chapters
in it, and writes ``results/matrix.json``, which the book shows. A Python that is not on this
machine is left out, and the table says so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from report import ledger
from report.run import compare, environment, verify

ROOT = Path(__file__).resolve().parents[1]
UV = str(Path(sys.executable).with_name("uv"))
TARGET = ROOT / "results" / "matrix.json"
RUNNERS = ["nbclient>=0.10", "jupytext>=1.16"]
# Python, which packages, and how uv chooses them.
COMBINATIONS = [
    ("3.11", "locked", ["--constraint", "requirements.txt"]),
    ("3.12", "locked", ["--constraint", "requirements.txt"]),
    ("3.13", "locked", ["--constraint", "requirements.txt"]),
    ("3.14", "locked", ["--constraint", "requirements.txt"]),
    ("3.11", "oldest allowed", ["--resolution", "lowest-direct"]),
    ("3.13", "newest allowed", ["--resolution", "highest", "--upgrade"])]


def wanted() -> list[str]:
    """What the package needs, as `pyproject.toml` allows it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["dependencies"]


def run(command: list[str], **options) -> str:
    """Run a tool and return what it printed, or raise with its last line."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)
    if done.returncode:
        raise RuntimeError((done.stderr or done.stdout).strip().splitlines()[-1])
    return done.stdout


def find_python(version: str) -> str | None:
    """Interpreter of a version on this machine; nothing is downloaded."""
    folders = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    try:
        return run([UV, "python", "find", "--no-project", "--no-python-downloads", version]).strip()
    except RuntimeError:
        return next(map(str, sorted(folders.glob(f"{version}.*/bin/python"))), None)


def versions(python: str) -> dict[str, str]:
    """Versions of Python and of the packages that results rest on, in an environment."""
    code = ("import json, platform; from importlib.metadata import version as v; "
            f"print(json.dumps({{n: v(n) for n in {environment.SHOWN}}} "
            "| {'python': platform.python_version()}))")
    return json.loads(run([python, "-c", code]))


def compute(python: str, choice: list[str], folder: Path) -> tuple[dict, dict]:
    """Make an environment, run all chapters in it, and read what they recorded.

    Returns
    -------
    found : dict
        Versions by name.
    fresh : dict
        Ledger without the numbers that Sphinx gives.
    """
    quick = os.environ | {"UV_COMPILE_BYTECODE": "1", "UV_SYSTEM_CERTS": "1"}
    run([UV, "venv", "--quiet", "--no-project", "--python", python, str(folder / "env")])
    inner = str(folder / "env" / "bin" / "python")
    run([UV, "pip", "install", "--quiet", "--python", inner, *choice, *wanted(), *RUNNERS],
        env=quick)
    clean = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
    run([inner, "-m", "report.run.kernels", str(folder / "ledger.json")],
        env=clean | {"PYTHONPATH": str(ROOT / "src"), "PATH": f"{folder}/env/bin:{clean['PATH']}"})
    return versions(inner), json.loads((folder / "ledger.json").read_text(encoding="utf-8"))


def judge(record: dict, fresh: dict) -> dict:
    """How many numbers and exhibits were compared, and a line for each that did not pass."""
    for name, exhibit in fresh["exhibits"].items():
        exhibit["number"] = record["exhibits"].get(name, exhibit)["number"]
    verdicts = compare.compare(record | {"tables": {}}, fresh | {"tables": {}})
    return {"compared": len(verdicts),
            "not_passed": [str(v) for v in verdicts if v.outcome != "PASS"]}


def one(version: str, packages: str, choice: list[str], record: dict) -> dict:
    """One row of the matrix."""
    row = {"python": version, "packages": packages, "versions": {}}
    python = find_python(version)
    if python is None:
        return row | {"skipped": "no such Python on this machine", "not_passed": [], "compared": 0}
    with tempfile.TemporaryDirectory() as name:
        try:
            found, fresh = compute(python, choice, Path(name))
        except RuntimeError as error:
            return row | {"compared": 1, "not_passed": [f"it does not run: {error}"]}
    return row | {"python": found.pop("python"), "versions": found} | judge(record, fresh)


def main() -> int:
    """Run all combinations, print and write the table; 0 if everything that ran passes."""
    record = json.loads(verify.RECORD.read_text(encoding="utf-8"))
    rows = []
    for combination in COMBINATIONS:
        rows.append(one(*combination, record))
        row = rows[-1]
        print(f"Python {row['python']}, {row['packages']}: "
              + row.get("skipped", f"{row['compared'] - len(row['not_passed'])} of "
                                   f"{row['compared']} pass"), flush=True)
        for line in row["not_passed"]:
            print(f"  {line}")
    found = {"report": environment.version(), "record": environment.checksum(verify.RECORD),
             "runs": rows}
    ledger.write(TARGET, json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    print(f"Written to {TARGET.relative_to(ROOT)}")
    return int(any(row["not_passed"] for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
