"""A moved value is named with both values; a lost or new one is missing."""

from copy import deepcopy

import pytest

from analysis import verify


@pytest.fixture
def record():
    number = {"id": "a.b", "value": 43.75, "low": 41.0, "high": 46.0, "unit": "percent",
              "text": "41 to 46%", "tables": ["t"], "rows": [], "sources": ["s"],
              "tolerance": 1e-6}
    exhibit = {"id": "a-c", "kind": "figure", "number": "Figure 1.1", "title": "T",
               "tables": ["t"], "sources": ["s"], "status": "derived", "tolerance": 1e-6,
               "data": {"columns": ["year", "value"], "rows": [[2020, 1.0], [2021, None]]}}
    return {"numbers": {"a.b": number}, "exhibits": {"a-c": exhibit}}


def outcomes(old, new):
    return {v.id: (v.outcome, v.detail) for v in verify.compare(old, new)}


def test_same_passes(record):
    found = outcomes(record, deepcopy(record))
    assert found == {"a.b": ("PASS", "41 to 46%"), "a-c": ("PASS", "2 rows x 2 columns")}


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


def test_missing_record_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(verify, "RECORD", verify.ROOT / "results" / "absent.json")
    with pytest.raises(SystemExit, match="make ledger"):
        verify.main()


def test_exit_status_tells_drift(monkeypatch, tmp_path, record, capsys):
    import json
    fresh = deepcopy(record)
    fresh["numbers"]["a.b"]["value"] = 1.0
    (tmp_path / "old.json").write_text(json.dumps(record))
    (tmp_path / "new.json").write_text(json.dumps(fresh))
    monkeypatch.setattr(verify, "RECORD", tmp_path / "old.json")
    monkeypatch.setattr(verify, "FRESH", tmp_path / "new.json")
    monkeypatch.setattr(verify, "REPORT", verify.ROOT / "results" / "verification-test.json")
    monkeypatch.setattr(verify, "rebuild", lambda: None)
    try:
        assert verify.main() == 1
    finally:
        verify.REPORT.unlink(missing_ok=True)
    assert "DRIFT   number  a.b  value 43.75 -> 1" in capsys.readouterr().out
