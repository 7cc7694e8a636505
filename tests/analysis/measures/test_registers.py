"""Registers of hosts, from the committed tables and by hand."""

import pandas as pd
import pytest

from analysis import measures
from report import tables


@pytest.fixture(scope="module")
def register():
    return tables.load("poland_register")


def test_counts_of_poland_leave_out_other_concepts(register):
    published = tables.load("published")
    counts = measures.poland_counts(tables.load("permits"), published, register)
    documents = counts[counts["key"] == "documents"]
    assert documents["value"].iloc[-1] == 135_876 and documents["date"].iloc[-1] > 2026.4
    visas = counts[counts["key"] == "visas"]
    assert visas["value"].max() == 88_529  # those to Belarusians, not the 93,512 to all
    assert (counts["low"] <= counts["value"]).all()
    used = measures.poland_figures(published)
    assert "visas.pbh.moved.claim-2022-12-31-threeseas2023" not in used


def test_growth_of_registers(register):
    found = measures.register_growth(tables.load("permits"), tables.load("published"),
                                     register).set_index("key")
    # 386,834 over 133,889 permits; 135,876 documents over 28,745
    assert found.loc["eu-valid", "times"] == pytest.approx(2.8892, abs=1e-4)
    assert found.loc["poland-documents", "times"] == pytest.approx(4.7269, abs=1e-4)
    assert found.index.tolist() == ["eu-valid", "eu-first", "poland-documents", "poland-insured",
                                    "lithuania-residents"]
    insured = found.loc["poland-insured", "latest"]
    assert (insured.low, insured.high) == (135_000, 136_000)  # "over 135,000"


def test_documents_of_a_day(register):
    assert measures.documents_on(register, "2026-06-01") == 135_876
    with pytest.raises(KeyError):
        measures.documents_on(register, "2020-01-02")


def test_decisions_by_year():
    register = pd.DataFrame({
        "series": ["permits.positive", "permits.positive", "travel_documents"],
        "period_start": pd.to_datetime(["2023-01-01", "2025-01-01", "2025-01-01"]),
        "value": [50_000, 30_000, 7]})
    assert measures.decisions_by_year(register).to_dict() == {2023: 50_000, 2025: 30_000}


def test_protected_adds_refugees_and_asylum_seekers_of_all_countries():
    protection = pd.DataFrame({
        "destination": ["PL", "PL", "LT", "PL", "PL"], "year": [2019, 2019, 2019, 2019, 2024],
        "series": ["refugees", "asylum_seekers", "refugees", "asylum_new", "refugees"],
        "persons": [100, 20, 3, 5000, 40]})
    assert measures.protected_by_year(protection).to_dict() == {2019: 123, 2024: 40}
