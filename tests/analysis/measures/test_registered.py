"""Registered moves, and the years that are not published."""

import pandas as pd
import pytest

from analysis import measures
from report import tables

ROWS = [("arrivals", "all", 2019, 100, ""), ("departures", "all", 2019, 60, ""),
        ("arrivals", "cis", 2019, 70, "s"), ("departures", "cis", 2019, 60, ""),
        ("arrivals", "all", 2022, 90, ""), ("departures", "all", 2022, 95, "")]
MIGRATION = pd.DataFrame(ROWS, columns=["flow", "partner", "year", "persons", "flag"])


def test_years_that_are_not_published_are_missing():
    found = measures.registered_migration(MIGRATION)
    assert found["net"].dropna().to_dict() == {2019: 40, 2022: -5}
    assert found.index.to_list() == [2019, 2020, 2021, 2022]
    assert found.loc[2020].isna().all()
    assert measures.unpublished_years(MIGRATION) == [2020, 2021]


def test_group_that_contradicts_its_total_is_left_out():
    found = measures.registered_migration(MIGRATION, "cis")
    assert pd.isna(found.loc[2019, "arrivals"]) and found.loc[2019, "departures"] == 60


def test_the_exodus_falls_into_the_gap():
    migration = tables.load("belstat_migration")
    assert measures.unpublished_years(migration) == [2020, 2021, 2022, 2023]
    # 34,846 arrivals and 20,976 departures in 2019; 46,897 and 37,824 in 2025
    net = measures.registered_migration(migration)["net"]
    assert net[[2019, 2025]].to_list() == pytest.approx([13870, 9073])
