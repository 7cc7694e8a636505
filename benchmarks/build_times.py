"""Time our build beside a stock ``jupyter-book build`` of the same chapters, in one run.

``make benchmark`` works on copies of the project in a temporary folder. The stock copy has the
same chapters, code, tables and surroundings (one thread of algebra), and no extension of ours:
cells run one after another, numbers in sentences are plain words, figures are not taken in, and
there is no PDF, since that would need TeX. All of this is less work than ours has, so the ratios
are on the careful side. Run it on a machine that has nothing else to do.
"""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from report import ledger
from report.run import verify

ROOT = Path(__file__).resolve().parents[1]
TARGET = Path(__file__).with_name("build_times.json")
PROGRAM = [str(Path(sys.executable).with_name("jupyter-book")), "build", "."]
STRICT = ["-W", "-n", "--keep-going"]
CHAPTER = "chapters/park.md"


def stock(folder: Path) -> Path:
    """Turn a copy into what a stock Jupyter Book can build."""
    config = yaml.safe_load((folder / "_config.yml").read_text(encoding="utf-8"))
    config["sphinx"] = {"config": {
        "language": "en", "numfig": True, "nb_render_markdown_format": "myst",
        "nb_mime_priority_overrides": [["*", "text/markdown", 1]]}}
    (folder / "_config.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    for page in folder.glob("chapters/*.md"):
        text = page.read_text(encoding="utf-8")
        text = re.sub(r"\{(v|shown-in)\}`[^`]*`", "a number", text)
        own = "citation|datapackage|provenance|rows|verification|matrix|upstream|programs"
        page.write_text(re.sub(rf"^```\{{({own})\}}.*?^```$", "", text, flags=re.S | re.M),
                        encoding="utf-8")
    return folder


def build(folder: Path, options: list[str], env: dict[str, str]) -> tuple[float, str]:
    """Seconds of one build, and what it printed."""
    started = time.perf_counter()
    done = subprocess.run([*PROGRAM, *options], cwd=folder, env=env, capture_output=True,
                          text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the build failed\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return time.perf_counter() - started, done.stdout + done.stderr


def append(page: Path, text: str) -> None:
    """Add something at the end of a page."""
    page.write_text(page.read_text(encoding="utf-8") + text, encoding="utf-8")


CELL = "\n```{code-cell} python\n:tags: [remove-cell]\nlen(\"one more cell\")\n```\n"
STEPS = {"from nothing": "", "nothing changed": "", "one chapter's prose changed": "\nMore.\n",
         "one chapter's code changed": CELL}
EXECUTED = r"executed (\S+) in|(\S+)\.md: Executed notebook"


def measure(ours: Path, plain: Path) -> dict:
    """Seconds of each kind of build by both, and which chapters each ran."""
    env = os.environ | {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "RAYON")}
    sides = {"ours": (ours, STRICT, env),
             "stock": (plain, [], env | {"PYTHONPATH": str(plain / "src")})}
    result: dict[str, dict] = {}
    for step, added in STEPS.items():
        for side, (folder, options, env) in sides.items():
            append(folder / CHAPTER, added)
            seconds, printed = build(folder, options, env)
            ran = {Path(a or b).name for a, b in re.findall(EXECUTED, printed)}
            result.setdefault(step, {})[side] = {"seconds": round(seconds, 1), "ran": sorted(ran)}
        found = result[step]
        found["ratio"] = round(found["stock"]["seconds"] / found["ours"]["seconds"], 2)
        print(f"{step:<30}{found['ours']['seconds']:>7.1f} s{found['stock']['seconds']:>8.1f} s"
              f"{found['ratio']:>8.2f}", flush=True)
    return result


def weights(built: Path) -> dict:
    """Size in KB of the PDF, of all pages and of all figures."""
    html, pdf = built / "html", next((built / "pdf").glob("*.pdf"))
    return {"PDF": pdf.stat().st_size // 1024,
            "pages": sum(p.stat().st_size for p in html.rglob("*.html")) // 1024,
            "figures": sum(p.stat().st_size for p in html.rglob("_images/*.svg")) // 1024}


def in_words(builds: dict) -> str:
    """The result as the table that the README shows."""
    rows = [f"| {step} | {found['ours']['seconds']} s | {found['stock']['seconds']} s "
            f"| {found['ratio']} |" for step, found in builds.items()]
    return "\n".join(["| build | ours, HTML and PDF | stock, HTML alone | times as fast |",
                      "|---|---:|---:|---:|", *rows])


def into_readme(table: str) -> None:
    """Put the table between its marks in the README."""
    readme = ROOT / "README.md"
    text = re.sub(r"(<!-- times -->\n).*?(<!-- /times -->)",
                  lambda marks: f"{marks[1]}{table}\n{marks[2]}",
                  readme.read_text(encoding="utf-8"), flags=re.S)
    ledger.write(readme, text)


def main() -> None:
    """Measure in temporary copies, print the result, and write it here and in the README."""
    print(f"{'':<30}{'ours':>9}{'stock':>10}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as name:
        ours = verify.copy_project(Path(name, "ours"))
        plain = stock(verify.copy_project(Path(name, "stock")))
        result = {"python": platform.python_version(), "cores": os.cpu_count(),
                  "builds": measure(ours, plain), "weight": weights(ours / "_build")}
    for what, size in result["weight"].items():
        print(f"{what:<30}{size:>7} KB")
    ledger.write(TARGET, json.dumps(result, indent=1) + "\n")
    into_readme(in_words(result["builds"]))


if __name__ == "__main__":
    main()
