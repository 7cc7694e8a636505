"""One assumption is changed in a copy; what moves is told and the record stays."""

import json
from copy import deepcopy

import pytest

from report.project import ROOT
from report.run import what_if
from report.run.assumption import AssumptionError


def test_moved_leaves_printed_numbers_and_tables_out(record):
    fresh = deepcopy(record)
    fresh.pop("tables")
    for one in fresh["exhibits"].values():
        one["number"] = None
    assert not any(what_if.moved(record, fresh).values())
    fresh["numbers"]["a.b"]["value"] = 45.9375
    assert [one["id"] for one in what_if.moved(record, fresh)["numbers"]] == ["a.b"]


def test_without_an_assumption_it_is_said_how_to_name_one():
    with pytest.raises(SystemExit, match="no assumption is named; write table:key:column"):
        what_if.main([])


def test_unknown_place_stops_before_any_chapter_runs(tmp_path):
    with pytest.raises(AssumptionError, match=r"data/nowhere\.csv is not there"):
        what_if.changed(["nowhere:a:b=1"], tmp_path / "copy")


def test_wider_reading_of_nearly_widens_and_the_project_stays(tmp_path):
    path = ROOT / "src" / "report" / "intervals.py"
    before = path.read_bytes()
    fresh = what_if.changed(['report.intervals.SPANS["nearly"]=(2, 0)'], tmp_path / "copy")
    record = json.loads(what_if.RECORD.read_text(encoding="utf-8"))
    report = what_if.moved(record, fresh)
    assert report["numbers"] and not report["new"] and not report["gone"]
    for one in report["numbers"]:
        old, new = record["numbers"][one["id"]], fresh["numbers"][one["id"]]
        if old["low"] is not None and old["value"] == new["value"]:
            assert new["low"] <= old["low"] and new["high"] >= old["high"], one
    assert path.read_bytes() == before
