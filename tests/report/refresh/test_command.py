"""The whole way: files of the publisher, tables, book, report; and every way back."""

import json
import shutil

import pytest

from report import ledger, tables
from report.refresh import command, rebuild, swap
from report.refresh.store import NotOpen, RefreshError
from report.run import verify

LEDGER = {"numbers": {}, "exhibits": {}, "tables": ledger.fingerprints(tables.DATA)}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Copy of the tables, a book that builds at once, and one table that has news."""
    tables.package.cache_clear()
    tables._load.cache_clear()
    shutil.copytree(tables.DATA, tmp_path / "data")
    (tmp_path / "results").mkdir()
    (tmp_path / "results/ledger.json").write_text(json.dumps(LEDGER))
    monkeypatch.setattr(command, "ROOT", tmp_path)
    monkeypatch.setattr(command, "RESULTS", tmp_path / "results")
    monkeypatch.setattr(verify, "RECORD", tmp_path / "results/ledger.json")
    monkeypatch.setattr(tables, "DATA", tmp_path / "data")
    monkeypatch.setattr(command, "build_book", lambda: LEDGER)
    old = (tmp_path / "data/permits.csv").read_text(encoding="utf-8")
    monkeypatch.setattr(rebuild, "build", lambda builder, name, store: old.replace(
        "AT,2015,first,163,", "AT,2015,first,164,") if name == "permits" else NEVER[name]())
    return tmp_path


def not_open():
    raise NotOpen("it must be downloaded by hand from the page")


def broken():
    raise RefreshError("x.json cannot be downloaded from example.org: no connection")


# Tables that code rebuilds; what does so is stood in for above.
BUILDERS = dict.fromkeys(["permits", "governance_vdem", "macro"])
NEVER = {"governance_vdem": not_open, "macro": broken}


def persons(project):
    return "AT,2015,first,164," in (project / "data/permits.csv").read_text(encoding="utf-8")


def test_new_figures_come_in_with_a_report(project, capsys):
    assert command.main(BUILDERS, ["permits", "governance_vdem"]) == 0
    assert persons(project)
    printed = capsys.readouterr().out
    assert "permits: 0 new rows, 0 gone, 1 changed" in printed
    assert "governance_vdem: kept as it is (it must be downloaded by hand" in printed
    assert (project / "results/revision.md").read_text().startswith("# Revision of ")
    assert set(json.loads((project / "results/revision.json").read_text())) == {
        "data", "numbers", "exhibits", "verdicts", "new", "gone"}


def test_pinned_changes_nothing_and_tells_by_its_status(project):
    assert command.main(BUILDERS, ["--pinned", "permits"]) == 1
    assert not persons(project)


def test_one_broken_download_leaves_all_tables(project):
    with pytest.raises(SystemExit, match="refresh: macro: .*no connection; the tables .* as they"):
        command.main(BUILDERS, ["permits", "macro"])
    assert not persons(project)


@pytest.mark.parametrize("stop", [RefreshError("the book does not build"), KeyboardInterrupt()])
def test_tables_come_back_when_the_book_does_not_build(project, monkeypatch, stop):
    def fail():
        raise stop
    monkeypatch.setattr(command, "build_book", fail)
    with pytest.raises((SystemExit, KeyboardInterrupt)):
        command.main(BUILDERS, ["permits"])
    assert not persons(project)
    assert "AT,2015,first,164," in (project / "_build/refresh/new/permits.csv").read_text("utf-8")


def test_full_disk_while_new_tables_are_written(project, monkeypatch):
    def full(*arguments):
        raise OSError(28, "No space left on device")
    monkeypatch.setattr(swap, "prepare", full)
    with pytest.raises(SystemExit, match="refresh: .*No space left on device; the tables"):
        command.main(BUILDERS, ["permits"])
    assert not persons(project)


def test_tables_of_before_a_crash_are_brought_back_first(project, capsys):
    (project / "_build/refresh").mkdir(parents=True)
    (project / "data").rename(project / "_build/refresh/before")
    assert command.main(BUILDERS, ["permits", "--pinned"]) == 1
    assert "tables of before an interrupted refresh are back" in capsys.readouterr().out
    assert not persons(project)


def test_record_of_other_tables_is_no_measure(project):
    (project / "results/ledger.json").write_text(json.dumps(LEDGER | {"tables": {}}))
    with pytest.raises(SystemExit, match="the record is not that of the present tables"):
        command.main(BUILDERS, ["permits"])
    assert not persons(project)


@pytest.mark.parametrize("arguments", [["nothing"], ["--from", "/no/such/folder"]])
def test_wrong_options_are_refused(project, arguments):
    with pytest.raises(SystemExit) as stopped:
        command.main(BUILDERS, arguments)
    assert stopped.value.code == 2
