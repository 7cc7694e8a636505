"""Panels of people who push, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from analysis.measures.pushers import LICENCES
from report import tables


def table(cells, name="licence"):
    """Rows from {(economy, licence or language): counts from 2021 Q1 on}; None is suppressed."""
    return pd.DataFrame([
        {"economy": economy, "year": 2021 + i // 4, "quarter": 1 + i % 4, name: kind, "pushers": n}
        for (economy, kind), counts in cells.items() for i, n in enumerate(counts)
        if n is not None])


def wide(counts, first="2021Q1"):
    return pd.DataFrame(counts, index=pd.period_range(
        first, periods=len(next(iter(counts.values()))), freq="Q"), dtype=float)


def test_suppressed_count_is_missing_not_zero():
    pushers = table({("BY", "MIT"): [300, 310], ("NA", "MIT"): [None, 120],
                     ("PL", "GPL-3.0"): [500, 500]})
    found = measures.pushers_by_licence(pushers, "MIT")
    assert list(found.columns) == ["BY", "NA"]
    assert found["NA"].isna().to_list() == [True, False]
    assert found.loc["2021Q2"].to_dict() == {"BY": 310, "NA": 120}


def test_quarter_that_no_economy_has_stays_in_the_panel():
    pushers = table({("BY", "MIT"): [300, None, 310], ("BY", "GPL-3.0"): [110, 120, 130]})
    found = measures.pushers_by_licence(pushers, "MIT")
    assert len(found) == 3 and found["BY"].isna().to_list() == [False, True, False]


def test_sum_of_licences_needs_all_of_them():
    cells = {("BY", licence): [100 * i, 100 * i] for i, licence in enumerate(LICENCES, start=1)}
    cells |= {("LV", licence): [200, 200] for licence in LICENCES}
    cells["LV", "GPL-3.0"] = [None, 200]
    found = measures.pushers_all_licences(table(cells))
    assert found["BY"].to_list() == [1000, 1000]
    assert found["LV"].isna().to_list() == [True, False] and found["LV"].iloc[1] == 800
    assert measures.complete_economies(found) == ["BY"]


def test_intensity_and_its_peak():
    pushes = wide({"MA": [100, 100, 100, 100, 900], "PL": [50, 50, 50, 50, 50], "XX": [1] * 5})
    people = wide({"MA": [10, 10, 10, 10, 30], "PL": [10, 10, 10, 10, 10]})
    found = measures.pushes_per_pusher(pushes, people)
    assert found["MA"].to_list() == [10, 10, 10, 10, 30]
    assert measures.peak_over_base(found, 2021).to_dict() == {"MA": 3, "PL": 1}


def test_sums_of_four_quarters_against_a_year():
    # 2021 sums to 100, 2022 to 90, the last four quarters (2022 Q3 on) to 10 + 10 + 20 + 20
    found = measures.sums_against_base(wide({"BY": [10, 20, 30, 40, 40, 30, 10, 10, 20, 20]}), 2021)
    assert found["BY"].to_dict() == pytest.approx(
        {"2021": 0, "2022": -10, "last four quarters": -40})


def test_suppressed_quarter_leaves_its_sum_empty():
    found = measures.sums_against_base(wide({"BY": [10, 20, 30, 40, np.nan, 9, 9, 9]}), 2021)
    assert found["BY"].isna().to_dict() == {
        "2021": False, "2022": True, "last four quarters": True}


def test_base_year_must_be_whole():
    with pytest.raises(ValueError, match="2021 has not four quarters"):
        measures.sums_against_base(wide({"BY": [10] * 7}, first="2021Q2"), 2021)


def test_each_quarter_meets_its_own_season():
    found = measures.quarters_against_base(
        wide({"BY": [5, 10, 20, 40, 10, 5, 10, 40, 20, 30]}, first="2020Q4"), 2021)
    # 2020 Q4 (5) against 2021 Q4 (10), 2022 Q1 to Q3 against 10, 20 and 40
    assert found["BY"].to_list() == pytest.approx(
        [-50, 0, 0, 0, 0, -50, -50, 0, 100, 200])


def test_change_by_language_against_a_group_of_equals():
    # Belarus: C# halves, Go stays, Nix has a suppressed quarter. The others: C# times 1 and 4, a
    # mean factor of 2 although one is a hundred times as large; Go times 1.
    cells = {("BY", "C#"): [200] * 4 + [100] * 4, ("BY", "Go"): [150] * 8,
             ("BY", "Nix"): [150] * 7 + [None], ("PL", "Nix"): [150] * 8, ("HU", "Nix"): [150] * 8,
             ("PL", "C#"): [10000] * 8, ("HU", "C#"): [100] * 4 + [400] * 4,
             ("PL", "Go"): [300] * 8, ("HU", "Go"): [300] * 8}
    languages = table(cells, "language")
    found = measures.change_by_language(languages, "BY", ["PL", "HU"], 2021)
    assert list(found.index) == ["C#", "Go"]
    assert found.loc["C#"].to_dict() == pytest.approx(
        {"change": -50, "group": 100, "gap": -75, "base": 200})
    assert found.loc["Go"].to_dict() == pytest.approx(
        {"change": 0, "group": 0, "gap": 0, "base": 150})
    same = measures.change_by_language(languages, "BY", ["PL", "HU"], 2021, 2022)
    pd.testing.assert_frame_equal(found, same)


def test_belarus_is_complete_in_the_four_licences():
    pushers = tables.load("github_pushers")
    for licence in LICENCES:
        found = measures.pushers_by_licence(pushers, licence)
        assert len(found) == 23 and "BY" in measures.complete_economies(found)
