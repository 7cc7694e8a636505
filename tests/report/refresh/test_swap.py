"""New tables come in as a whole, or the old ones stay."""

import json
import os

import pytest

from report import tables
from report.refresh import swap
from report.refresh.store import RefreshError

OLD = "economy,year,value\n" + "".join(f"E{i},2020,{i}\n" for i in range(40))


@pytest.fixture
def folder(tmp_path):
    tables.package.cache_clear()
    tables._load.cache_clear()
    data = tmp_path / "data"
    data.mkdir()
    fields = [{"name": "economy", "type": "string"}, {"name": "year", "type": "integer"},
              {"name": "value", "type": "number"}]
    described = {"resources": [{"name": "t", "path": "t.csv", "rows": 40, "edition": "first",
                                "schema": {"fields": fields, "primaryKey": ["economy", "year"]}}]}
    (data / "datapackage.json").write_text(json.dumps(described))
    (data / "t.csv").write_text(OLD)
    return data


def test_difference_is_counted_by_key(folder):
    made = OLD.replace("E1,2020,1\n", "E1,2020,1.5\n").replace("E2,2020", "E2,2021")
    found = swap.difference("t", made, folder)
    assert found == swap.Difference(new=1, gone=1, changed=1)
    assert str(found) == "1 new rows, 1 gone, 1 changed"
    assert not swap.difference("t", OLD, folder)


def test_new_folder_is_described_and_checked(folder, tmp_path):
    swap.prepare({"t": OLD + "E9,2021,7\n"}, folder, tmp_path / "new")
    described = json.loads((tmp_path / "new/datapackage.json").read_text())["resources"][0]
    assert described["rows"] == 41
    assert described["edition"].startswith("as published on ")
    assert (folder / "t.csv").read_text() == OLD


@pytest.mark.parametrize(("made", "error", "words"), [
    (OLD[:200], RefreshError, "would lose"),
    (OLD + "E9,2021,many\n", tables.TableError, "'many' is not a number"),
    (OLD + "E9,2020,9\n", tables.TableError, "more than once")])
def test_broken_table_stops_before_the_swap(folder, tmp_path, made, error, words):
    with pytest.raises(error, match=words):
        swap.prepare({"t": made}, folder, tmp_path / "new")
    assert (folder / "t.csv").read_text() == OLD


def test_swap_keeps_the_old_folder_aside(folder, tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "t.csv").write_text("new")
    swap.swap(folder, tmp_path / "new", tmp_path / "aside")
    assert (folder / "t.csv").read_text() == "new"
    assert (tmp_path / "aside" / "t.csv").read_text() == OLD


def test_error_between_the_steps_brings_the_old_folder_back(folder, tmp_path):
    with pytest.raises(FileNotFoundError):
        swap.swap(folder, tmp_path / "absent", tmp_path / "aside")
    assert (folder / "t.csv").read_text() == OLD


def test_crash_between_the_steps_is_mended_at_the_next_start(folder, tmp_path):
    os.rename(folder, tmp_path / "aside")
    assert swap.recover(folder, tmp_path / "aside")
    assert (folder / "t.csv").read_text() == OLD
    assert not swap.recover(folder, tmp_path / "aside")
