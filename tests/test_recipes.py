"""The README's recipes on a copy of the project: what they name is all that has to be touched."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from analysis.sources.datasets import BUILDERS
from report import tables
from report.refresh import rebuild
from report.refresh.store import Store
from report.run import verify

ROOT = Path(__file__).resolve().parents[1]
GITHUB = ("github_activity", "github_collaboration", "github_pushers", "github_outgoing")
COLUMNS = ("git_pushes", "developers", "organizations", "repositories")


@pytest.fixture
def project(tmp_path):
    copy = verify.copy_project(tmp_path / "copy")
    (copy / "_build").mkdir()
    return copy


def one_more(table):
    """Table with the quarter after its last, which has the figures of a year before."""
    last = table.sort_values(["year", "quarter"]).iloc[-1]
    year, quarter = last["year"] + last["quarter"] // 4, last["quarter"] % 4 + 1
    before = table[(table["year"] == year - 1) & (table["quarter"] == quarter)]
    return pd.concat([table, before.assign(year=year)], ignore_index=True)


def as_published(folder):
    """Files of GitHub with one quarter more, from the tables of the project."""
    folder.mkdir()
    activity = one_more(tables.load("github_activity")).rename(columns={"economy": "iso2_code"})
    keys = ["iso2_code", "year", "quarter"]
    for name in COLUMNS:
        activity[[*keys, name]].to_csv(folder / f"{name}.csv", index=False)
    one_more(tables.load("github_collaboration")).to_csv(
        folder / "economy_collaborators.csv", index=False)
    one_more(tables.load("github_pushers")).rename(columns={
        "economy": "iso2_code", "licence": "spdx_license", "pushers": "num_pushers"}).to_csv(
            folder / "licenses.csv", index=False)
    return folder


def run_chapters(project):
    """Ledger of a copy: all chapters, each in a clean kernel, with its own package."""
    surroundings = os.environ | {"PYTHONPATH": str(project / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "report.run.kernels", str(project / "ledger.json")], cwd=project,
        env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads((project / "ledger.json").read_text(encoding="utf-8"))


def test_new_quarter_of_github_needs_nothing_by_hand(project, tmp_path):
    store = Store(tmp_path, as_published(tmp_path / "files"))
    for name in GITHUB:
        made = rebuild.build(BUILDERS[name], name, store, tables.DATA)
        (project / "data" / f"{name}.csv").write_text(made, encoding="utf-8")
    record = json.loads((ROOT / "results" / "ledger.json").read_text(encoding="utf-8"))
    assert last_of(run_chapters(project)) == pytest.approx(last_of(record) + 0.25, abs=0.01)


def last_of(ledger):
    """Date in years of the last quarter that the figure of people who push shows."""
    data = ledger["exhibits"]["exodus-pushers"]["data"]
    return max(row[data["columns"].index("year")] for row in data["rows"])


def test_new_claim_is_a_row_and_a_card(project):
    table = project / "data" / "claims.csv"
    held = pd.read_csv(table, dtype=str, keep_default_na=False)
    row = held[held["claim"] == "swift"].assign(
        claim="swift-again", order=str(len(held) + 1), title="Banks, said again")
    pd.concat([held, row]).to_csv(table, index=False, lineterminator="\n")
    page = project / "chapters" / "claims.md"
    text = page.read_text(encoding="utf-8")
    assert text.count('card["swift"],') == 1
    page.write_text(text.replace('card["swift"],', 'card["swift"], card["swift-again"],'),
                    encoding="utf-8")
    shutil.copy(ROOT / "results" / "ledger.json", project / "_build" / "evidence.json")
    fresh = run_chapters(project)["numbers"]
    assert fresh["claims.n"]["value"] == len(held) + 1
    assert fresh["claims.swift-again.verdict"]["value"] == fresh["claims.swift.verdict"]["value"]
