"""What moved, by how much, and which verdicts changed."""

from copy import deepcopy

import pytest

from report.refresh import revision


@pytest.fixture
def record():
    number = {"id": "a.fall", "value": 40.0, "low": None, "high": None, "unit": "percent",
              "text": "40%", "chapter": "a", "tables": [], "rows": [], "sources": [],
              "tolerance": 1e-6}
    quarter = number | {"id": "a.break", "value": "2022 Q2", "text": "2022 Q2"}
    table = {"id": "a-claims", "kind": "table", "number": "Table 1.1", "chapter": "a",
             "title": "Claims", "tables": [], "sources": [], "status": "derived",
             "tolerance": 1e-6, "data": {
                 "columns": ["claim", "verdict", "share"],
                 "rows": [["It fell", "holds", 0.9], ["It grew", "contradicted", 0.1]]}}
    return {"numbers": {"a.fall": number, "a.break": quarter}, "exhibits": {"a-claims": table},
            "tables": {"t": {"rows": 3, "columns": {"value": "0"}}}}


@pytest.fixture
def report(record):
    fresh = deepcopy(record)
    fresh["numbers"]["a.fall"] |= {"value": 42.0, "text": "42%"}
    fresh["numbers"]["a.break"] |= {"value": "2022 Q3", "text": "2022 Q3"}
    fresh["numbers"]["a.new"] = record["numbers"]["a.fall"] | {"id": "a.new"}
    rows = fresh["exhibits"]["a-claims"]["data"]["rows"]
    rows[0] = ["It fell", "holds with a correction", 0.6]
    rows.insert(0, ["It stood", "cannot be tested", None])
    fresh["tables"]["t"] = {"rows": 4, "columns": {"value": "1"}}
    return revision.revision(record, fresh)


def test_numbers_with_change(report):
    assert report["numbers"] == [
        {"id": "a.break", "before": "2022 Q2", "after": "2022 Q3", "change": None},
        {"id": "a.fall", "before": "40%", "after": "42%", "change": 5.0}]
    assert report["new"] == ["a.new"] and report["gone"] == []


def test_rows_are_matched_by_their_words(report):
    assert report["verdicts"] == [{"id": "a-claims", "row": "It fell", "column": "verdict",
                                   "before": "holds", "after": "holds with a correction"}]
    (exhibit,) = report["exhibits"]
    assert exhibit["cells"] == 2 and exhibit["rows"] == [2, 3]
    assert exhibit["largest"] == pytest.approx(100 / 3, abs=1e-3)


def test_report_for_people(report):
    text = revision.markdown(report, "Revision")
    for part in ("# Revision", "| `a.fall` | 40% | 42% | +5 |", "- t: rows 3 -> 4",
                 "`a-claims`, It fell, verdict: holds → holds with a correction",
                 "Table 1.1 (`a-claims`), Claims: 2 cells differ, rows 2 → 3"):
        assert part in text


def test_nothing_moved(record):
    report = revision.revision(record, deepcopy(record))
    assert not any(report.values())
    assert "None." in revision.markdown(report, "Revision")
