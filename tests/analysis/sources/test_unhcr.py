"""Answers of UNHCR's interface."""

import json

import pandas as pd
import pytest

from analysis.sources import unhcr
from report.refresh.store import RefreshError, Store

ECONOMIES = pd.DataFrame({"iso2": ["PL", "US"], "iso3": ["POL", "USA"]})


def claim(country, applied, kind="N", level="FI", unit="P", year=2021):
    return {"year": year, "coa_iso": country, "app_type": kind, "dec_level": level,
            "app_pc": unit, "applied": applied}


def stock(country, refugees, seekers):
    return {"year": 2021, "coa_iso": country, "refugees": refugees, "asylum_seekers": seekers}


@pytest.fixture
def folder(tmp_path):
    pages = {"asylum-applications_1": [claim("POL", 10), claim("POL", "5", level="EO"),
                                       claim("POL", 99, kind="R"), claim("POL", 99, level="AR")],
             "asylum-applications_2": [claim("USA", 3, unit="C"), claim("XXX", 7)],
             "population_1": [stock("POL", 40, 0), stock("USA", "-", 6)]}
    for name, items in pages.items():
        answer = {"page": int(name[-1]), "maxPages": 2 if "asylum" in name else 1, "items": items}
        (tmp_path / f"unhcr_{name}.json").write_text(json.dumps(answer))
    return tmp_path


def test_new_claims_and_stocks_of_all_pages(folder):
    found = unhcr.protection(Store(folder, given=folder), ECONOMIES)
    assert sorted(found.itertuples(index=False, name=None)) == [
        ("PL", 2021, "asylum_new", 15), ("PL", 2021, "refugees", 40),
        ("US", 2021, "asylum_new_cases", 3), ("US", 2021, "asylum_seekers", 6)]


@pytest.mark.parametrize(("content", "words"), [
    ("{}", "not an answer"), ("<html>", "not an answer"), ('{"items": []}', "has no")])
def test_other_answer_is_refused(folder, content, words):
    (folder / "unhcr_population_1.json").write_text(content)
    with pytest.raises(RefreshError, match=words):
        unhcr.protection(Store(folder, given=folder), ECONOMIES)
