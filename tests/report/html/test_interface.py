"""The record on the site: one file a number and an exhibit, and all of them in one."""

import json

from report.html import interface


def test_entries_tell_the_version_and_leave_drawing_and_csv_to_their_files():
    made = interface.entries({"a.b": {"id": "a.b", "value": 1}},
                             {"a-c": {"id": "a-c", "drawing": "<svg/>", "csv": "x", "alt": "A"}},
                             "1.0")
    assert made == {"numbers/a.b.json": {"version": "1.0", "id": "a.b", "value": 1},
                    "exhibits/a-c.json": {"version": "1.0", "id": "a-c", "alt": "A"}}


def test_site_has_each_number_and_exhibit_of_the_record_and_no_other(built_html):
    ledger = json.loads((built_html / "ledger.json").read_text(encoding="utf-8"))
    assert ledger == json.loads((built_html.parent / "ledger.json").read_text(encoding="utf-8"))
    for kind in ("numbers", "exhibits"):
        files = {path.stem: path for path in (built_html / kind).glob("*.json")}
        assert set(files) == set(ledger[kind])
        for name, path in files.items():
            held = json.loads(path.read_text(encoding="utf-8"))
            assert held["id"] == name and held["version"]
            if kind == "numbers":
                assert held["value"] == ledger[kind][name]["value"]
