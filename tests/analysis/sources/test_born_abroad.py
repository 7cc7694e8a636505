"""Answers of Eurostat on country of birth, and the rows that are carried over."""

import json
from itertools import product

import pandas as pd
import pytest

from analysis.sources import born_abroad
from report.refresh.store import RefreshError, Store

AGES = list(born_abroad.BAND_OF)
PLACES, YEARS = ("LT", "SE"), ("2022", "2023")
UN = pd.DataFrame({"source": ["un_desa", "eurostat"], "host": ["PL", "LT"], "year": [2024, 2019],
                   "sex": ["men", "men"], "age": ["all", "25-44"], "persons": [22775, 4126],
                   "flag": ["", ""]})


def index(codes):
    return {"category": {"index": {code: i for i, code in enumerate(codes)}}}


def answer(missing=(), status=None):
    """Every cell is 1 plus the place of its group of age; the dimensions are Eurostat's."""
    dimensions = {"freq": ["A"], "c_birth": ["BY"], "age": AGES, "unit": ["NR"],
                  "sex": ["M", "F"], "geo": PLACES, "time": YEARS}
    cells = list(product(*dimensions.values()))
    value = {str(i): 1 + AGES.index(cell[2]) for i, cell in enumerate(cells)
             if (cell[2], cell[5], cell[6]) not in missing}
    marks = {str(i): status[cell[5], cell[6]] for i, cell in enumerate(cells)
             if status and (cell[5], cell[6]) in status}
    return {"version": "2.0", "class": "dataset", "id": list(dimensions),
            "size": [len(v) for v in dimensions.values()], "value": value, "status": marks,
            "dimension": {name: index(codes) for name, codes in dimensions.items()}}


def build(folder, given):
    (folder / "eurostat_migr_pop3ctb_BY.json").write_text(json.dumps(given))
    return born_abroad.born_abroad(Store(folder, given=folder), UN)


def test_bands_are_sums_of_their_groups(tmp_path):
    found = build(tmp_path, answer()).query("host == 'LT' and year == 2023 and sex == 'women'")
    # 18 groups in order of age count 1 to 18 people
    assert dict(zip(found["age"], found["persons"])) == {
        "0-14": 1 + 2 + 3, "15-24": 4 + 5, "25-44": 6 + 7 + 8 + 9, "45-64": 10 + 11 + 12 + 13,
        "65+": 14 + 15 + 16 + 17 + 18}


def test_band_that_lacks_a_group_is_left_out(tmp_path):
    found = build(tmp_path, answer(missing=[("Y30-34", "SE", "2022")]))
    assert set(found.query("host == 'SE' and year == 2022")["age"]) == {
        "0-14", "15-24", "45-64", "65+"}
    assert len(found.query("host == 'SE' and year == 2023 and sex == 'men'")) == 5


def test_breaks_are_those_judged_and_those_flagged(tmp_path):
    found = build(tmp_path, answer(status={("SE", "2023"): "bp", ("SE", "2022"): "p"}))
    broken = found[found["flag"] == "b"]
    assert set(zip(broken["host"], broken["year"])) == {("LT", 2022), ("SE", 2023)}


def test_rows_of_the_united_nations_are_carried_over(tmp_path):
    found = build(tmp_path, answer()).query("source == 'un_desa'")
    assert found[["host", "persons"]].to_numpy().tolist() == [["PL", 22775]]
    assert len(build(tmp_path, answer()).query("year == 2019")) == 0


def test_other_groups_of_age_are_refused(tmp_path):
    text = json.dumps(answer()).replace("Y25-29", "Y25-64")
    with pytest.raises(RefreshError, match="other groups of age"):
        build(tmp_path, json.loads(text))


def test_address_names_what_is_asked_for(tmp_path, monkeypatch):
    asked = []

    def get(self, name, url, sha256=None):
        asked.append(url)
        path = tmp_path / name
        path.write_text(json.dumps(answer()))
        return path

    monkeypatch.setattr(Store, "get", get)
    born_abroad.born_abroad(Store(tmp_path), UN)
    assert "/data/migr_pop3ctb?format=JSON&c_birth=BY&unit=NR&sex=M&sex=F&age=Y_LT5" in asked[0]
    assert "&time=2015&time=2016" in asked[0] and asked[0].endswith("&geo=NL&geo=SE")
