"""The archive of the built report: whole, small enough, the same twice, and it runs from itself."""

import hashlib
import json
import os
import subprocess
import sys
import zipfile

import mlcroissant
import pytest

from report.archive import package
from report.archive.facts import PackageError
from report.project import ROOT
from report.run.what_if import moved


def test_too_many_files_are_refused(project, monkeypatch):
    monkeypatch.setattr(package, "MOST", 10)
    with pytest.raises(PackageError, match="repositories take fewer than 10"):
        package.files(project)


def test_small_project_is_the_same_twice(project, tmp_path):
    first = package.write(project, tmp_path / "one").read_bytes()
    assert first == package.write(project, tmp_path / "two").read_bytes()
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["tides-1.2.0.zip"]


@pytest.fixture(scope="module")
def unpacked(built_html, tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    made = package.write(ROOT, folder)
    with zipfile.ZipFile(made) as archive:
        archive.extractall(folder)
    return folder / made.stem


def test_root_has_what_a_data_editor_looks_for_and_fewer_than_a_thousand_files(unpacked):
    assert {path.name for path in unpacked.iterdir()} == {
        "README.md", "README.pdf", "run.sh", "codecheck.yml", "SHA256SUMS", ".zenodo.json",
        "datacite.json", "ro-crate-metadata.json", "croissant.json", "CITATION.cff", "LICENSE",
        "LICENSE-text", "project", "report"}
    assert sum(path.is_file() for path in unpacked.rglob("*")) < 1000


def test_checksums_hold_and_cover_every_file(unpacked):
    lines = (unpacked / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    named = dict(reversed(line.split("  ", 1)) for line in lines)
    files = {path.relative_to(unpacked).as_posix(): path for path in unpacked.rglob("*")
             if path.is_file() and path.name != "SHA256SUMS"}
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest()
            for name, path in files.items()} == named


def test_croissant_gives_every_row_of_a_table(unpacked):
    found = mlcroissant.Dataset(unpacked / "croissant.json")
    rows = (unpacked / "project" / "data" / "blocs.csv").read_text(encoding="utf-8")
    assert len(list(found.records("blocs"))) == rows.count("\n") - 1


def test_exhibits_of_the_code_check_are_there(unpacked):
    text = (unpacked / "codecheck.yml").read_text(encoding="utf-8")
    named = [line.split("file: ")[1] for line in text.splitlines() if "file: " in line]
    assert len(named) > 50 and all((unpacked / name).is_file() for name in named)


def test_chapters_run_from_the_archive_alone_and_give_the_record(unpacked):
    project = unpacked / "project"
    (project / "_build").mkdir()
    made = project / "_build" / "ledger.json"
    alone = {"PATH": os.defpath, "HOME": str(unpacked), "PYTHONPATH": str(project / "src"),
             "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    # On some processors the library of algebra has to be told which kernels it may use.
    alone |= {name: held for name, held in os.environ.items() if name.startswith("OPENBLAS_")}
    done = subprocess.run([sys.executable, "-m", "report.run.kernels", str(made)], cwd=project,
                          env=alone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    record = json.loads((unpacked / "report" / "ledger.json").read_text(encoding="utf-8"))
    found = moved(record, json.loads(made.read_text(encoding="utf-8")))
    assert not found["numbers"] and not found["exhibits"] and not found["gone"]
