"""Answers in JSON-stat."""

import json

import pytest

from analysis.sources import eurostat
from report.refresh.store import RefreshError, Store

# Two places by three years, place by place; the value of cell 4 is not published.
ANSWER = {
    "version": "2.0", "class": "dataset", "id": ["freq", "citizen", "geo", "time"],
    "size": [1, 1, 2, 3], "value": {"0": 10, "1": 11, "2": 12, "3": 20, "5": 22},
    "status": {"5": "p"},
    "dimension": {
        "freq": {"category": {"index": {"A": 0}}}, "citizen": {"category": {"index": {"BY": 0}}},
        "geo": {"category": {"index": {"EL": 0, "EU27_2020": 1}}},
        "time": {"category": {"index": {"2021": 0, "2022": 1, "2023": 2}}}}}


@pytest.fixture
def store(tmp_path):
    for name in ("resfirst", "resvalid"):
        (tmp_path / f"eurostat_migr_{name}_BY.json").write_text(json.dumps(ANSWER))
    return Store(tmp_path, given=tmp_path)


def test_permits(store):
    found = eurostat.permits(store).query("series == 'valid'")
    rows = found[["reporter", "year", "persons", "flag"]].to_numpy().tolist()
    assert rows == [["GR", 2021, 10, ""], ["GR", 2022, 11, ""], ["GR", 2023, 12, ""],
                    ["EU27", 2021, 20, ""], ["EU27", 2023, 22, "p"]]


@pytest.mark.parametrize(("change", "words"), [
    ({"size": [1, 2, 2, 3]}, "more than one series"), ({"id": None}, "JSON-stat")])
def test_other_answer_is_refused(tmp_path, change, words):
    path = tmp_path / "x.json"
    answer = {k: v for k, v in (ANSWER | change).items() if v is not None}
    path.write_text(json.dumps(answer))
    with pytest.raises(RefreshError, match=words):
        eurostat.read(path)
    path.write_text("<html>Service unavailable</html>")
    with pytest.raises(RefreshError, match="not an answer in JSON-stat"):
        eurostat.read(path)


def test_address_names_places_and_years(tmp_path, monkeypatch):
    asked = []

    def get(self, name, url, sha256=None):
        asked.append(url)
        path = tmp_path / name
        path.write_text(json.dumps(ANSWER))
        return path

    monkeypatch.setattr(Store, "get", get)
    eurostat.permits(Store(tmp_path))
    assert "/data/migr_resfirst?format=JSON&citizen=BY&duration=TOTAL&reason=TOTAL" in asked[0]
    assert "&time=2015&time=2016" in asked[0] and asked[0].endswith("&geo=NO&geo=CH&geo=IS")


def test_cells_of_more_than_places_and_years(tmp_path):
    dimensions = {"sex": ["M", "F"], "geo": ["EL"], "time": ["2021", "2022"]}
    answer = {"id": list(dimensions), "size": [2, 1, 2], "value": {"0": 5, "3": 8},
              "status": {"3": "b"}, "dimension": {
                  name: {"category": {"index": {code: i for i, code in enumerate(codes)}}}
                  for name, codes in dimensions.items()}}
    path = tmp_path / "x.json"
    path.write_text(json.dumps(answer))
    assert eurostat.cells(path, ("geo", "sex", "time")).to_dict("records") == [
        {"sex": "M", "geo": "GR", "time": "2021", "value": 5, "flag": ""},
        {"sex": "F", "geo": "GR", "time": "2022", "value": 8, "flag": "b"}]
    with pytest.raises(RefreshError, match="more than one series"):
        eurostat.cells(path, ("geo", "time"))
