"""Rows are found by the name of a figure or by table and key."""

import json

import pandas as pd
import pytest

from report import rows, tables
from report.intervals import Interval
from report.tables import TableError


@pytest.fixture
def folder(tmp_path):
    for cached in (tables.package, tables._load, rows._with_keys):
        cached.cache_clear()
    text = {"type": "string"}
    described = {"resources": [
        {"name": "permits", "path": "p.csv", "citation": "eurostat2026", "schema": {
            "fields": [{"name": "reporter"} | text, {"name": "year", "type": "integer"},
                       {"name": "day", "type": "date"}, {"name": "persons", "type": "number"}],
            "primaryKey": ["reporter", "year", "day"]}},
        {"name": "published", "path": "f.csv", "schema": {
            "fields": [{"name": "figure"} | text, {"name": "source"} | text],
            "primaryKey": "figure"}}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(described))
    (tmp_path / "p.csv").write_text("reporter,year,day,persons\n"
                                    "EU,2019,2020-02-01,5\nEU,2020,2020-02-01,6\n"
                                    "EUX,2019,2020-02-01,7\n")
    (tmp_path / "f.csv").write_text("figure,source\npark.a-2021-x,x2021\npark.a-2021-y,y2021\n")
    return tmp_path


@pytest.mark.parametrize(("name", "table", "count"), [
    ("park.a-2021-x", "published", 1), ("permits:EU/2019/2020-02-01", "permits", 1),
    ("permits:EU/2019", "permits", 1), ("permits:EU", "permits", 2),
    ("permits:*/2019", "permits", 2), ("permits:EU/*", "permits", 2), ("permits:*", "permits", 3)])
def test_rows_are_found(folder, name, table, count):
    assert rows.table_of(name) == table
    assert len(rows.find(name, folder)) == count


@pytest.mark.parametrize(("name", "words"), [
    ("park.a-2021", "published figure is called 'park.a-2021'"),
    ("permits:EU/1999", "row of permits is called 'EU/1999'"), ("nothing:x", "'nothing'")])
def test_unknown_row_is_named(folder, name, words):
    with pytest.raises(TableError, match=words):
        rows.find(name, folder)


def test_sources_of_rows_and_of_tables(folder):
    names = ["permits:EU", "park.a-2021-y", "permits:EUX"]
    assert rows.sources(names, folder) == ["eurostat2026", "y2021"]


def test_rows_behind_intervals_each_once():
    first, second = Interval(1, 1, 1, ("a", "b")), Interval(1, 1, 1, ("b", "c"))
    assert rows.behind([first, None, "text"], [second]) == ["a", "b", "c"]
    table = pd.DataFrame({"said": [second, None], "known": [first, "text"]})
    assert rows.behind(table) == ["b", "c", "a"]
