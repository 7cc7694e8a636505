"""Croissant: each table is a file and a set of records with typed fields."""

import json

import mlcroissant

from report.archive import croissant

FILES = {"project/data/heights.csv": b"day,height\n2026-03-01,1.5\n"}


def test_table_is_a_file_and_a_set_of_records(held):
    made = croissant.metadata(held, FILES)
    assert made["distribution"][0]["contentUrl"] == "project/data/heights.csv"
    records = made["recordSet"][0]
    assert records["key"] == [{"@id": "heights/day"}]
    assert [field["dataType"] for field in records["field"]] == ["sc:Date", "sc:Float"]


def test_reader_of_croissant_gives_the_rows_of_the_table(held, tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(content)
    path = tmp_path / "croissant.json"
    path.write_text(json.dumps(croissant.metadata(held, FILES)), encoding="utf-8")
    rows = list(mlcroissant.Dataset(path).records("heights"))
    assert len(rows) == 1 and rows[0]["heights/height"] == 1.5
