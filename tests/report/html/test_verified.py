"""Marks of the last verification: shown only while the record is the one that was verified."""

import hashlib
import json
import xml.etree.ElementTree as ET

import pytest

from report.html import verified

FOUND = {"date": "2026-03-01", "report": "1.0", "identical": True, "not_passed": [],
         "counts": {"a": {"number PASS": 3, "figure PASS": 2}}}


@pytest.fixture
def results(tmp_path):
    def keep(**other):
        (tmp_path / "ledger.json").write_text("{}")
        record = hashlib.sha256(b"{}").hexdigest()
        (tmp_path / "verification.json").write_text(json.dumps(
            FOUND | {"record": record} | other))
        return tmp_path
    return keep


def test_exhibit_that_passed_has_the_day(results):
    assert verified.day("a-b", results()) == "2026-03-01"


@pytest.mark.parametrize("other", [{"record": "0"}, {"not_passed": [{"id": "a-b"}]}])
def test_no_day_when_the_record_changed_or_the_exhibit_did_not_pass(results, other):
    assert verified.day("a-b", results(**other)) == ""


def test_no_day_where_nothing_was_kept(tmp_path):
    assert verified.day("a-b", tmp_path) == "" and verified.last(tmp_path) == {}


@pytest.mark.parametrize(("other", "said"), [
    ({}, "verification: 5 of 5 passed, 1.0, 2026-03-01"),
    ({"not_passed": [{"id": "x"}]}, "verification: 1 did not pass"),
    ({"identical": False}, "verification: two builds differ"),
    ({"record": "0"}, "verification: not verified since the record changed")])
def test_badge_says_what_came_out_and_is_a_drawing_with_a_name(results, other, said):
    drawn = ET.fromstring(verified.badge(verified.last(results(**other))))
    assert drawn.get("role") == "img" and drawn.get("aria-label") == said
