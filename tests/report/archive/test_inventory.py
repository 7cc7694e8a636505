"""Files are those of project and build, with checksums; the archive has no clock."""

import hashlib
import io
import zipfile
from datetime import date

import pytest

from report.archive import inventory
from report.archive.facts import PackageError

DAY = date(2026, 3, 1)


def test_outputs_and_environment_are_left_out(project):
    assert set(inventory.of_project(project)) == {f"project/{name}" for name in (
        "CITATION.cff", "LICENSE", "LICENSE-text", "requirements.txt", "data/datapackage.json",
        "data/heights.csv", "src/sea.py")}


def test_build_gives_pdf_record_exhibits_and_pages_as_one(project):
    found = inventory.of_build(project / "_build", ["sea-high"], DAY)
    assert set(found) == {"report/tides.pdf", "report/html.zip", "report/ledger.json",
                          "report/exhibits/sea-high.csv"}
    with zipfile.ZipFile(io.BytesIO(found["report/html.zip"])) as pages:
        assert pages.namelist() == ["html/index.html"]


@pytest.mark.parametrize("name", ["pdf/tides.pdf", "html/index.html", "exhibits/sea-high.csv"])
def test_what_the_build_did_not_leave_is_said(project, name):
    (project / "_build" / name).unlink()
    with pytest.raises(PackageError, match="run `make book` first"):
        inventory.of_build(project / "_build", ["sea-high"], DAY)


def test_sums_are_those_of_sha256sum():
    # SHA-256 of "abc" from FIPS 180-2, appendix B.1.
    assert inventory.sums({"a/b": b"abc"}) == \
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/b\n"


def test_archive_is_the_same_twice_and_scripts_can_be_run():
    files = {"run.sh": b"#!/bin/sh", "a.txt": b"a"}
    first = inventory.zipped(files, DAY, "top")
    assert first == inventory.zipped(dict(reversed(files.items())), DAY, "top")
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        modes = {one.filename: one.external_attr >> 16 for one in archive.infolist()}
        assert {one.date_time for one in archive.infolist()} == {(2026, 3, 1, 0, 0, 0)}
    assert modes == {"top/a.txt": 0o644, "top/run.sh": 0o755}
    assert hashlib.sha256(first).hexdigest() != hashlib.sha256(
        inventory.zipped(files, date(2026, 3, 2), "top")).hexdigest()
