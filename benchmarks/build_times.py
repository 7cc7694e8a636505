"""Time a build of the book from clean, with nothing changed, and after one edit.

Works on a copy of the project in a temporary folder: ``make benchmark``.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = [str(Path(sys.executable).with_name("jupyter-book")), "build", ".", "-W", "-n",
         "--keep-going"]
CHAPTER = "chapters/park.md"


def build(folder: Path) -> tuple[float, str]:
    """Seconds of one build, and what it printed."""
    started = time.perf_counter()
    done = subprocess.run(BUILD, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the build failed\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return time.perf_counter() - started, done.stdout + done.stderr


def append_prose(page: Path) -> None:
    """Add one sentence at the end of a page."""
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")


def append_code(page: Path) -> None:
    """Add one code cell at the end of a page."""
    cell = "\n```{code-cell} python\n:tags: [remove-cell]\nlen(\"one more cell\")\n```\n"
    page.write_text(page.read_text(encoding="utf-8") + cell, encoding="utf-8")


def measure(folder: Path) -> dict:
    """Seconds of each kind of build, and what each executed."""
    steps = {"from clean, HTML and PDF": lambda page: None,
             "nothing changed": lambda page: None,
             "one chapter's prose changed": append_prose,
             "one chapter's code changed": append_code}
    result = {}
    for name, change in steps.items():
        change(folder / CHAPTER)
        seconds, printed = build(folder)
        ran = re.findall(r"executed (\S+) in", printed)
        result[name] = {"seconds": round(seconds, 1), "executed": sorted(ran)}
        pdf = re.search(r"PDF.*?([\d.]+) s", printed)
        if pdf:
            result[name]["pdf_seconds"] = float(pdf[1])
    return result


def main() -> None:
    """Measure in a temporary copy, print the result and write it beside this file."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True,
                            check=True).stdout.split()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in filter(lambda f: (ROOT / f).is_file(), listed):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / file, folder / file)
        result = {"python": platform.python_version(), "cores": os.cpu_count(),
                  "builds": measure(folder), "weight": weights(folder / "_build")}
    for step, found in result["builds"].items():
        print(f"{step:<30}{found['seconds']:>7.1f} s   executed: {', '.join(found['executed'])}")
    for what, size in result["weight"].items():
        print(f"{what:<30}{size:>7} KB")
    target = Path(__file__).with_name("build_times.json")
    target.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def weights(build_folder: Path) -> dict:
    """Size in KB of the PDF, of all pages and of all figures."""
    html, pdf = build_folder / "html", next((build_folder / "pdf").glob("*.pdf"))
    return {"PDF": pdf.stat().st_size // 1024,
            "pages": sum(p.stat().st_size for p in html.rglob("*.html")) // 1024,
            "figures": sum(p.stat().st_size for p in html.rglob("_images/*.svg")) // 1024}


if __name__ == "__main__":
    main()
