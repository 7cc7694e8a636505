"""Two builds from nothing are compared, told and kept."""

import hashlib
import json
from copy import deepcopy

import pytest

from report.run import verify


def test_missing_record_is_one_sentence(monkeypatch):
    monkeypatch.setattr(verify, "RECORD", verify.ROOT / "results" / "absent.json")
    with pytest.raises(SystemExit, match="make ledger"):
        verify.main([])


@pytest.fixture
def rerun_gives(monkeypatch, tmp_path, record):
    """Make `verify` see a rerun that differs from the record as asked for."""
    def prepare(change, sums=("1", "1"), not_as_locked=()):
        fresh = deepcopy(record)
        change(fresh)
        (tmp_path / "old.json").write_text(json.dumps(record))
        checksums = {"first": {"HTML folder": sums[0]}, "second": {"HTML folder": sums[1]}}
        monkeypatch.setattr(verify, "ROOT", tmp_path)
        monkeypatch.setattr(verify, "RECORD", tmp_path / "old.json")
        monkeypatch.setattr(verify, "KEPT", tmp_path / "kept.json")
        monkeypatch.setattr(verify, "REPORT", tmp_path / "new" / "report.json")
        monkeypatch.setattr(verify, "ATTESTATION", tmp_path / "new" / "attestation.json")
        monkeypatch.delenv("ATTESTATION_KEY", raising=False)
        monkeypatch.setattr(verify, "build_twice", lambda: (fresh, fresh, checksums))
        monkeypatch.setattr(verify.environment, "not_as_locked", lambda lock: not_as_locked)
        return tmp_path
    return prepare


def test_exit_status_and_report_tell_drift(rerun_gives, capsys):
    folder = rerun_gives(lambda fresh: fresh["numbers"]["a.b"].update(value=1.0))
    assert verify.main([]) == 1
    assert "DRIFT   number  a.b  value 43.75 -> 1" in capsys.readouterr().out
    report = json.loads((folder / "new" / "report.json").read_text())
    assert [v["id"] for v in report["not_passed"]] == ["a.b"]
    assert not (folder / "kept.json").exists()


@pytest.mark.parametrize(("sums", "other", "status"), [
    (("1", "1"), (), 0), (("1", "2"), (), 1), (("1", "1"), ("numpy 1 (locked: 2)",), 1)])
def test_builds_must_be_identical_and_packages_as_locked(rerun_gives, sums, other, status, capsys):
    rerun_gives(lambda fresh: None, sums, other)
    assert verify.main([]) == status


def test_summary_is_kept_on_request(rerun_gives, capsys):
    folder = rerun_gives(lambda fresh: None)
    assert verify.main(["--keep"]) == 0
    kept = json.loads((folder / "kept.json").read_text())
    assert kept["counts"] == {"a": {"number PASS": 1, "figure PASS": 1}, "data": {"data PASS": 1}}
    assert kept["record"] == hashlib.sha256((folder / "old.json").read_bytes()).hexdigest()
    assert "verdicts" not in kept


def test_copy_leaves_outputs_and_environment_behind(monkeypatch, tmp_path):
    for name in ("a.md", "_build/x", ".venv/x", ".git/x", "src/__pycache__/x", "src/m.py"):
        (tmp_path / "p" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "p" / name).write_text("")
    monkeypatch.setattr(verify, "ROOT", tmp_path / "p")
    copy = verify.copy_project(tmp_path / "copy")
    files = {str(p.relative_to(copy)) for p in copy.rglob("*") if p.is_file()}
    assert files == {"a.md", "src/m.py"}


def test_attestation_is_written_and_said_to_be_unsigned(rerun_gives, capsys):
    folder = rerun_gives(lambda fresh: None)
    verify.main([])
    assert json.loads((folder / "new" / "attestation.json").read_text())["signatures"] == []
    assert "attestation.json, not signed" in capsys.readouterr().out


def test_key_that_cannot_sign_is_one_sentence(rerun_gives, monkeypatch, tmp_path):
    rerun_gives(lambda fresh: None)
    monkeypatch.setenv("ATTESTATION_KEY", str(tmp_path / "absent.pem"))
    with pytest.raises(SystemExit, match="absent.pem cannot sign"):
        verify.main([])
