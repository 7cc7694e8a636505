"""The ledger as text, and what it refuses."""

import json
from pathlib import Path

import pytest

from report import ledger
from report.ledger import LedgerError


def test_collect_refuses_an_id_that_stands_twice():
    output = {"metadata": {ledger.NUMBER_KEY: {"id": "a.b"}}}
    numbers, exhibits = ledger.collect([output, {"metadata": {}}, {}])
    assert list(numbers) == ["a.b"] and exhibits == {}
    with pytest.raises(LedgerError, match="'a.b' stands twice"):
        ledger.collect([output, output])


def test_ledger_text_is_json_with_one_row_a_line():
    number = dict.fromkeys(ledger.NUMBER_FIELDS, 1)
    exhibit = dict.fromkeys(ledger.EXHIBIT_FIELDS, "x") | {
        "data": {"columns": ["a"], "rows": [[1], [None]]}}
    data = {"rows": 1, "columns": {"a": "0f"}}
    written = ledger.dumps({"n": number}, {"e": exhibit}, {"t": data})
    assert json.loads(written) == {"numbers": {"n": number}, "exhibits": {"e": exhibit},
                                   "tables": {"t": data}}
    assert "\n    [1],\n    [null]" in written


def test_any_changed_cell_changes_the_mark_of_its_column(tmp_path):
    (tmp_path / "datapackage.json").write_text(
        json.dumps({"resources": [{"name": "t", "path": "t.csv"}]}))
    (tmp_path / "t.csv").write_text("a,b\n1,x\n2,y\n")
    before = ledger.fingerprints(tmp_path)
    (tmp_path / "t.csv").write_text("a,b\n1,x\n2,z\n")
    after = ledger.fingerprints(tmp_path)
    assert before["t"]["rows"] == after["t"]["rows"] == 2
    assert before["t"]["columns"]["a"] == after["t"]["columns"]["a"]
    assert before["t"]["columns"]["b"] != after["t"]["columns"]["b"]


def test_file_is_written_as_a_whole_or_not_at_all(tmp_path, monkeypatch):
    file = tmp_path / "a" / "ledger.json"
    ledger.write(file, "old")

    def full(self, text, encoding):
        self.open("w").write(text[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        ledger.write(file, "new")
    assert [p.name for p in file.parent.iterdir()] == ["ledger.json"]
    assert file.read_text() == "old"


def test_evidence_is_that_of_the_build_or_else_the_record(tmp_path):
    with pytest.raises(LedgerError, match="make book"):
        ledger.evidence(tmp_path)
    ledger.write(tmp_path / ledger.RECORD, '{"numbers": {"a.b": 1}}')
    assert ledger.evidence(tmp_path)["numbers"] == {"a.b": 1}
    shown = {"id": "x", "kind": "table", "label": "tab-x", "title": "X", "alt": "A.",
             "rows": [], "data": {"columns": ["a"], "rows": [[1]]}, "csv": "a\n1\n"}
    large = shown | {"data": {"columns": ["a"], "rows": [[1]] * (ledger.EVIDENCE_ROWS + 1)}}
    ledger.write_evidence(tmp_path, {"a.b": 2}, {"x": shown, "y": large})
    found = ledger.evidence(tmp_path)
    assert found["numbers"] == {"a.b": 2} and list(found["exhibits"]) == ["x"]
    assert "csv" not in found["exhibits"]["x"]
    before = (tmp_path / ledger.EVIDENCE).stat().st_mtime_ns
    ledger.write_evidence(tmp_path, {"a.b": 2}, {"x": shown, "y": large})
    assert (tmp_path / ledger.EVIDENCE).stat().st_mtime_ns == before
