"""A moved value is named with both values; a lost or new one is missing."""

import hashlib
import json
from copy import deepcopy

import pytest

from report.run import verify


@pytest.fixture
def record():
    number = {"id": "a.b", "value": 43.75, "low": 41.0, "high": 46.0, "unit": "percent",
              "text": "41 to 46%", "chapter": "a", "tables": ["t"], "rows": [], "sources": ["s"],
              "tolerance": 1e-6}
    exhibit = {"id": "a-c", "kind": "figure", "chapter": "a", "number": "Figure 1.1", "title": "T",
               "tables": ["t"], "sources": ["s"], "status": "derived", "tolerance": 1e-6,
               "data": {"columns": ["year", "value"], "rows": [[2020, 1.0], [2021, None]]}}
    data = {"rows": 2, "columns": {"year": "1f", "value": "2e"}}
    return {"numbers": {"a.b": number}, "exhibits": {"a-c": exhibit}, "tables": {"t": data}}


def outcomes(old, new):
    return {v.id: (v.outcome, v.detail) for v in verify.compare(old, new)}


def test_same_passes(record):
    found = outcomes(record, deepcopy(record))
    assert found == {"a.b": ("PASS", "41 to 46%"), "a-c": ("PASS", "2 rows x 2 columns"),
                     "t": ("PASS", "2 rows x 2 columns")}


def test_difference_within_tolerance_passes(record):
    fresh = deepcopy(record)
    fresh["numbers"]["a.b"]["value"] *= 1 + 1e-8
    assert outcomes(record, fresh)["a.b"][0] == "PASS"


def test_drift_names_both_values(record):
    fresh = deepcopy(record)
    fresh["numbers"]["a.b"]["value"] = 45.9375
    assert outcomes(record, fresh)["a.b"] == ("DRIFT", "value 43.75 -> 45.9375 (+5.000%)")


def test_drift_of_a_cell_names_row_and_column(record):
    fresh = deepcopy(record)
    fresh["exhibits"]["a-c"]["data"]["rows"][1][1] = 7.0
    assert outcomes(record, fresh)["a-c"] == ("DRIFT", "row 2, value None -> 7.0")


def test_row_more_or_less_is_drift(record):
    fresh = deepcopy(record)
    fresh["exhibits"]["a-c"]["data"]["rows"].pop()
    assert outcomes(record, fresh)["a-c"][0] == "DRIFT"


def test_lost_and_new_are_missing(record):
    fresh = deepcopy(record)
    fresh["numbers"]["a.new"] = fresh["numbers"].pop("a.b")
    assert outcomes(record, fresh)["a.b"] == ("MISSING", "not in the rerun")
    assert outcomes(record, fresh)["a.new"] == ("MISSING", "not in the record")


def test_changed_column_of_data_is_named(record):
    fresh = deepcopy(record)
    fresh["tables"]["t"]["columns"]["value"] = "3d"
    assert outcomes(record, fresh)["t"] == ("DRIFT", "column value is not that of the record")
    del fresh["tables"]["t"]
    assert outcomes(record, fresh)["t"] == ("MISSING", "not in the rerun")


def test_second_run_has_no_tolerance(record):
    second = deepcopy(record)
    second["numbers"]["a.b"]["value"] *= 1 + 1e-9
    first = verify.compare(record, record)
    found = {v.id: v for v in verify.with_second_run(first, record, second)}
    assert found["a.b"].outcome == "DRIFT"
    assert found["a.b"].detail.startswith("second run: value 43.75 -> ")
    assert found["a-c"].outcome == found["t"].outcome == "PASS"


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
