"""A broken table is refused with one error that names file, line and column."""

import json

import pytest

from report import tables
from report.tables import TableError

FIELDS = [{"name": "economy", "type": "string", "constraints": {"required": True}},
          {"name": "year", "type": "integer", "constraints": {"required": True, "minimum": 2000}},
          {"name": "value", "type": "number"},
          {"name": "unit", "type": "string", "constraints": {"enum": ["USD", "persons"]}},
          {"name": "date", "type": "date"},
          {"name": "main", "type": "boolean"}]
GOOD = ("economy,year,value,unit,date,main\n"
        "BY,2020,1.5,USD,2020-02-29,true\n"
        "NA,2021,,persons,,false\n")


@pytest.fixture
def folder(tmp_path):
    tables.package.cache_clear()
    tables._load.cache_clear()
    described = {"resources": [
        {"name": "t", "path": "t.csv", "licenses": [{"name": "CC0-1.0"}], "citation": "github2026",
         "schema": {"fields": FIELDS, "primaryKey": ["economy", "year"], "foreignKeys": [
             {"fields": "economy", "reference": {"resource": "economies", "fields": "iso2"}}]}},
        {"name": "economies", "path": "economies.csv", "schema": {
            "fields": [{"name": "iso2", "type": "string"}], "primaryKey": "iso2"}}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(described))
    (tmp_path / "economies.csv").write_text("iso2\nBY\nNA\n")
    (tmp_path / "t.csv").write_text(GOOD)
    return tmp_path


def refused(folder, content, *words):
    (folder / "t.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(TableError) as caught:
        tables.load("t", folder)
    for word in words:
        assert word in str(caught.value)


def test_good_table_is_typed(folder):
    table = tables.load("t", folder)
    assert table["economy"].to_list() == ["BY", "NA"]  # Namibia is not a missing value
    assert table["year"].to_list() == [2020, 2021]
    assert table["value"].isna().to_list() == [False, True]
    assert table["date"][0].day == 29
    assert table["main"].to_list() == [True, False]


def test_caller_cannot_change_the_table(folder):
    table = tables.load("t", folder)
    table["year"] = 0
    assert tables.load("t", folder)["year"].to_list() == [2020, 2021]


@pytest.mark.parametrize(("old", "new", "words"), [
    ("2021", "twenty", ["t.csv, line 3", "'year'", "'twenty'", "whole number"]),
    ("2021", "2021.5", ["line 3", "'year'", "whole number"]),
    ("2021", "1999", ["line 3", "'year'", "below 2000"]),
    ("2021", "", ["line 3", "'year'", "required"]),
    ("1.5", "1,5", []),
    ("1.5", "inf", ["line 2", "'value'", "number"]),
    ("persons", "people", ["line 3", "'unit'", "'people'", "USD"]),
    ("2020-02-29", "2021-02-29", ["line 2", "'date'", "date"]),
    ("false", "no", ["line 3", "'main'", "true or false"]),
    ("NA,2021", "XX,2021", ["line 3", "'economy'", "'XX'", "economies"]),
    ("NA,2021", "BY,2020", ["line 3", "economy=BY, year=2020", "more than once"]),
    ("year,", "jahr,", ["line 1", "'year'", "missing"]),
    (",main", ",main,extra", [])])
def test_fault_is_named(folder, old, new, words):
    refused(folder, GOOD.replace(old, new, 1), *words)


def test_empty_headless_and_wrong_encoding(folder):
    refused(folder, "", "t.csv", "empty")
    refused(folder, GOOD.splitlines()[0] + "\n", "no rows")
    refused(folder, GOOD.encode().replace(b"persons", b"p\xe9rsons"), "line 3", "UTF-8")


def test_missing_file_and_unknown_table(folder):
    (folder / "t.csv").unlink()
    with pytest.raises(TableError, match="t.csv is missing"):
        tables.load("t", folder)
    with pytest.raises(TableError, match="economies, t"):
        tables.load("x", folder)


def test_unknown_source_is_refused(folder):
    described = json.loads((folder / "datapackage.json").read_text())
    described["resources"][0]["schema"]["fields"][3] |= {"bibkey": True, "constraints": {}}
    (folder / "datapackage.json").write_text(json.dumps(described))
    refused(folder, GOOD, "line 2", "'unit'", "references.bib")


def test_broken_description(folder):
    (folder / "datapackage.json").write_text("{,")
    with pytest.raises(TableError, match="datapackage.json, line 1"):
        tables.load("t", folder)


def test_every_table_of_the_project_loads():
    for name in tables.package()["resources"]:
        assert len(tables.load(name))
