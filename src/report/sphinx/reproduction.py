"""Directives of the page on reproduction, all written from files that the commands leave.

``{verification}``: last verdict that was kept; ``{matrix}``: other Pythons and packages;
``{programs}``: which program makes which exhibit; ``{upstream}``: how each table is rebuilt.
"""

from __future__ import annotations

import json

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from report.project import ROOT
from report.run import dependencies, environment

RESULTS = ROOT / "results"


def table(heads: list[str], rows: list[list[object]], aligned: str = "") -> str:
    """Markdown table; columns named by their place in `aligned` stand to the right."""
    rule = ["---:" if str(i) in aligned else ":---" for i in range(len(heads))]
    lines = [heads, rule, *([str(c).replace("|", "\\|") for c in row] for row in rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def state(file: str) -> str:
    """Mark of a file of ``results/``, which may be absent, and of the record that it is about."""
    return " ".join(dependencies.digest(RESULTS / name) for name in (file, "ledger.json"))


class FromFile(SphinxDirective):
    """Text made from one JSON file of ``results/``, or a sentence that there is none."""

    file = ""
    absent = ""

    def run(self) -> list[nodes.Node]:
        """Emit it as MyST text."""
        path = RESULTS / self.file
        self.env.metadata[self.env.docname].setdefault("results", {})[self.file] = state(self.file)
        if not path.exists():
            return self.parse_text_to_nodes(self.absent)
        return self.parse_text_to_nodes(self.text(json.loads(path.read_text(encoding="utf-8"))))

    def text(self, found: dict) -> str:
        """MyST text of what the file holds."""
        raise NotImplementedError


class Verification(FromFile):
    """Verdict of the last verification that was kept."""

    file = "verification.json"
    absent = "No verification of this record has been kept."

    def text(self, found: dict) -> str:
        """Surroundings, counts by chapter, and what did not pass."""
        current = found["record"] == environment.checksum(RESULTS / "ledger.json")
        packages = ", ".join(f"{n} {v}" for n, v in found["packages"].items())
        kinds = ("number", "figure", "table", "data")
        rows = [[f"`{chapter}`", *(_share(counts, kind) for kind in kinds)]
                for chapter, counts in found["counts"].items()]
        failed = [f"- {v['outcome']}: `{v['id']}`, {v['detail']}" for v in found["not_passed"]]
        return "\n".join([
            f"Version {found['report']} was verified on {found['platform']} with Python "
            f"{found['python']} ({packages}), {_locked(found)}. "
            f"{_judgement(found)} {_about(current)}", "",
            table(["Chapter", "Numbers", "Figures", "Tables", "Data"], rows, "1234"), "", *failed])


def _locked(found: dict) -> str:
    other = found["not_as_locked"]
    return f"with other versions than locked of {', '.join(other)}" if other \
        else "all packages as locked"


def _judgement(found: dict) -> str:
    same = "were identical byte for byte, HTML and PDF" if found["identical"] \
        else "were **not** identical"
    passed = "Everything passed" if not found["not_passed"] \
        else f"**{len(found['not_passed'])} did not pass**"
    return f"{passed}, and two builds from nothing in two folders {same}."


def _about(current: bool) -> str:
    return "The record verified is the one that this book shows." if current else \
        "**The record has changed since**, so this verdict is about an earlier one."


def _share(counts: dict, kind: str) -> str:
    every = sum(n for name, n in counts.items() if name.split()[0] == kind)
    return f"{counts.get(f'{kind} PASS', 0)} of {every}" if every else "\N{EN DASH}"


class Matrix(FromFile):
    """Ledgers of other Pythons and packages against the record."""

    file = "matrix.json"
    absent = "The matrix has not been run."

    def text(self, found: dict) -> str:
        """One row a combination, and what was left out."""
        shown = ("numpy", "pandas", "statsmodels", "scipy")
        rows = [[run["python"], run["packages"], *(run["versions"].get(n, "") for n in shown),
                 _outcome(run)] for run in found["runs"]]
        current = found["record"] == environment.checksum(RESULTS / "ledger.json")
        drifts = [f"- {run['packages']}, Python {run['python']}: {line}"
                  for run in found["runs"] for line in run["not_passed"][:5]]
        return "\n".join([
            table(["Python", "Packages", *shown, "Result"], rows), "", *drifts, "",
            "" if current else "**The record has changed since the matrix was run.**"])


def _outcome(run: dict) -> str:
    if "skipped" in run:
        return f"left out: {run['skipped']}"
    bad = len(run["not_passed"])
    return f"all {run['compared']} pass" if not bad else f"{bad} of {run['compared']} do not pass"


class Programs(SphinxDirective):
    """Which program makes which exhibit, from the exhibits of this build."""

    def run(self) -> list[nodes.Node]:
        """Emit a table as MyST text."""
        state = programs(self.env.app.ledger_exhibits)
        self.env.metadata[self.env.docname]["programs"] = state
        return self.parse_text_to_nodes(state)


def programs(exhibits: dict) -> str:
    """MyST table with one row an exhibit."""
    rows = [[f"{{numref}}`{r['label']}`", f"`{name}`", f"`chapters/{r['chapter']}.md`",
             ", ".join(f"`{t}`" for t in r["tables"])] for name, r in exhibits.items()]
    return table(["Exhibit", "Id", "Program", "Tables of data"], rows)


class Upstream(SphinxDirective):
    """Where each table of data is from, and whether code rebuilds it from there."""

    def run(self) -> list[nodes.Node]:
        """Emit a table as MyST text."""
        from report import tables

        self.env.note_dependency(str(tables.DATA / "datapackage.json"))
        rows = [[f"[{held['title']}](#table-{name.replace('_', '-')})", held.get("publisher", ""),
                 held.get("edition", ""), held["access"]]
                for name, held in tables.package()["resources"].items()]
        return self.parse_text_to_nodes(
            table(["Table", "Publisher", "Edition", "Rebuilt by code from"], rows))


def reread(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Pages that list other exhibits than the book has, or show results that are others now."""
    now = programs(app.ledger_exhibits)
    return [doc for doc, held in env.metadata.items() if doc in env.found_docs
            and (held.get("programs", now) != now
                 or any(state(file) != old for file, old in held.get("results", {}).items()))]


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    for name, directive in {"verification": Verification, "matrix": Matrix,
                            "programs": Programs, "upstream": Upstream}.items():
        app.add_directive(name, directive)
    app.connect("env-get-outdated", reread, priority=602)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
