"""Directives of the page on reproduction, all written from files that the commands leave.

``{verification}``: the last verification that was kept; ``{matrix}``: other Pythons and packages;
``{programs}``: which program makes which exhibit; ``{upstream}``: how each table is rebuilt.
"""

from __future__ import annotations

import json
from itertools import chain

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from report import anchors, markdown
from report.project import ROOT
from report.run import dependencies, environment
from report.sphinx import events, state

RESULTS = ROOT / "results"
LEDGER = "ledger.json"


def mark(file: str) -> str:
    """Mark of a file of ``results/``, which may be absent, and of the record that it is about.

    Parameters
    ----------
    file : str
        Name in ``results/``.
    """
    return " ".join(dependencies.digest(RESULTS / name) for name in (file, LEDGER))


def _is_about_the_record(found: dict) -> bool:
    return found["record"] == environment.checksum(RESULTS / LEDGER)


class FromFile(SphinxDirective):
    """Text made from one JSON file of ``results/``, or a sentence that there is none."""

    file = ""
    absent = ""

    def run(self) -> list[nodes.Node]:
        """Emit it as MyST text."""
        path = RESULTS / self.file
        state.page(self.env).results[self.file] = mark(self.file)
        if not path.exists():
            return self.parse_text_to_nodes(self.absent)
        return self.parse_text_to_nodes(self.text(json.loads(path.read_text(encoding="utf-8"))))

    def text(self, found: dict) -> str:
        """MyST text of what the file holds.

        Parameters
        ----------
        found : dict
            As it was read.

        Raises
        ------
        NotImplementedError
            Each kind of file has a text of its own.
        """
        raise NotImplementedError


class Verification(FromFile):
    """What came out of the last verification that was kept."""

    file = "verification.json"
    absent = "No verification of this record has been kept."

    def text(self, found: dict) -> str:
        """Environment, counts by chapter, and what did not pass.

        Parameters
        ----------
        found : dict
            See `report.run.verify.summary`.
        """
        packages = ", ".join(f"{n} {v}" for n, v in found["packages"].items())
        failed = [f"- {v['outcome']}: `{v['id']}`, {v['detail']}" for v in found["not_passed"]]
        return "\n".join([
            f"Version {found['report']} was verified on {found['platform']} with Python "
            f"{found['python']} ({packages}), {_locked(found)}. "
            f"{_judgement(found)} {_about(_is_about_the_record(found))}", "",
            _counts(found["counts"]), "", *failed])


def _counts(counts: dict[str, dict]) -> str:
    """Table of how many passed, a line a chapter."""
    body = [[f"`{chapter}`", *_shares(held)] for chapter, held in counts.items()]
    return markdown.table(["Chapter", *KINDS.values()], body, ["left", *["right"] * len(KINDS)])


# What is verified, and the head of its column.
KINDS = {"number": "Numbers", "figure": "Figures", "table": "Tables", "data": "Data"}


def _shares(counts: dict[str, int]) -> list[str]:
    return [_share(counts, kind) for kind in KINDS]


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
        """One row a combination, and what was left out.

        Parameters
        ----------
        found : dict
            ``record``, the checksum of the ledger, and ``runs``, one a combination.
        """
        body = [_combination(run) for run in found["runs"]]
        drifts = chain.from_iterable(map(_drifts, found["runs"]))
        outdated = "" if _is_about_the_record(found) \
            else "**The record has changed since the matrix was run.**"
        return "\n".join([markdown.table(["Python", "Packages", *PACKAGES, "Result"], body), "",
                          *drifts, "", outdated])


# Packages whose versions the matrix shows.
PACKAGES = ("numpy", "pandas", "statsmodels", "scipy")


def _combination(run: dict) -> list[str]:
    versions = [run["versions"].get(name, "") for name in PACKAGES]
    return [run["python"], run["packages"], *versions, _outcome(run)]


def _drifts(run: dict) -> list[str]:
    return [f"- {run['packages']}, Python {run['python']}: {line}"
            for line in run["not_passed"][:5]]


def _outcome(run: dict) -> str:
    if "skipped" in run:
        return f"left out: {run['skipped']}"
    bad = len(run["not_passed"])
    return f"all {run['compared']} pass" if not bad else f"{bad} of {run['compared']} do not pass"


class Programs(SphinxDirective):
    """Which program makes which exhibit, from the exhibits of this build."""

    def run(self) -> list[nodes.Node]:
        """Emit a table as MyST text."""
        listed = programs(state.build(self.env.app).exhibits)
        state.page(self.env).programs = listed
        return self.parse_text_to_nodes(listed)


def programs(exhibits: dict[str, dict]) -> str:
    """MyST table with one row an exhibit.

    Parameters
    ----------
    exhibits : dict
        By id, as the ledger holds them.
    """
    body = [_program(exhibit) for exhibit in exhibits.values()]
    # In print the attached record has them.
    listed = markdown.table(["Exhibit", "Id", "Program", "Tables of data"], body)
    return f":::{{container}} html-only\n\n{listed}\n\n:::\n"


def _program(exhibit: dict) -> list[str]:
    tables = ", ".join(f"`{table}`" for table in exhibit["tables"])
    return [f"{{numref}}`{exhibit['label']}`", f"`{exhibit['id']}`",
            f"`chapters/{exhibit['chapter']}.md`", tables]


class Upstream(SphinxDirective):
    """Where each table of data is from, and whether code rebuilds it from there."""

    def run(self) -> list[nodes.Node]:
        """Emit a table as MyST text."""
        from report import tables

        self.env.note_dependency(str(tables.DATA / "datapackage.json"))
        body = [[anchors.to_table(name, held["title"]), held.get("publisher", ""),
                 held.get("edition", ""), held["access"]]
                for name, held in tables.package()["resources"].items()]
        return self.parse_text_to_nodes(
            markdown.table(["Table", "Publisher", "Edition", "Rebuilt by code from"], body))


def _read_again(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Pages that list other exhibits than the book has, or show results that are others now."""
    now = programs(state.build(app).exhibits)
    return [docname for docname, page in state.pages(env)
            if page.programs not in (None, now) or _shows_other_results(page)]


def _shows_other_results(page: state.PageState) -> bool:
    return any(mark(file) != old for file, old in page.results.items())


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    for name, directive in {"verification": Verification, "matrix": Matrix,
                            "programs": Programs, "upstream": Upstream}.items():
        app.add_directive(name, directive)
    app.connect("env-get-outdated", _read_again, priority=events.JUDGE_PAGES)
    return events.PARALLEL
