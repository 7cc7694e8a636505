"""Work beside trade, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import proxy
from report import tables


def outgoing():
    rows = [(code, year, quarter, destinations, weight)
            for code, year, destinations, weight in (
                ("BY", 2021, 20, 100), ("BY", 2023, 30, 200), ("PL", 2021, 40, 50),
                ("PL", 2023, 44, 25), ("GE", 2021, 2, 7), ("GE", 2023, 9, 70))
            for quarter in range(1, 5) if (code, year, quarter) != ("GE", 2021, 2)]
    return pd.DataFrame(rows, columns=["economy", "year", "quarter", "destinations", "weight"])


def test_totals_of_whole_years_alone():
    work = proxy.outgoing_work(outgoing())
    assert work.loc[2021, "BY"] == 400 and work.loc[2023, "GE"] == 280
    assert pd.isna(work.loc[2021, "GE"])
    destinations = proxy.recorded_destinations(outgoing())
    assert destinations.loc[2023, "PL"] == 44 and pd.isna(destinations.loc[2021, "GE"])


def test_exports_in_millions():
    table = pd.DataFrame({"economy": ["BY"], "year": [2021], "value": [3.2e9]})
    assert proxy.ict_exports(table).loc[2021, "BY"] == 3200


def test_changes_and_levels_of_those_that_have_both():
    work = proxy.outgoing_work(outgoing())
    exports = pd.DataFrame({"BY": [10.0, 5.0], "PL": [8.0, 8.0], "GE": [1.0, 3.0],
                            "DE": [9.0, 9.0]}, index=[2021, 2023])
    changed = proxy.side_by_side(work, exports, 2021, 2023)
    assert set(changed.index) == {"BY", "PL"}
    assert changed.loc["BY"].to_list() == pytest.approx([np.log(2), -np.log(2)])
    assert changed.loc["PL"].to_list() == pytest.approx([-np.log(2), 0])
    level = proxy.side_by_side(work, exports, 2023)
    assert level.loc["GE"].to_list() == pytest.approx([np.log(280), np.log(3)])


def test_zero_exports_have_no_logarithm():
    work = pd.DataFrame({"BY": [1.0, 2.0]}, index=[2021, 2023])
    exports = pd.DataFrame({"BY": [0.0, 2.0]}, index=[2021, 2023])
    assert proxy.side_by_side(work, exports, 2021, 2023).empty


def test_places_of_listed_markets():
    rows = [("BY", "US", 2020, 1, 500), ("BY", "US", 2020, 2, 500), ("BY", "RU", 2020, 1, 700),
            ("BY", "PL", 2020, 1, 800), ("BY", "RU", 2021, 1, 9999), ("PL", "CY", 2020, 1, 9999)]
    table = pd.DataFrame(rows, columns=["source", "destination", "year", "quarter", "weight"])
    found = proxy.market_ranks(table, "BY", ["US", "CY", "RU"], 2020).set_index("economy")
    assert found["stated"].to_list() == [1, 2, 3]
    assert found["work"].to_list() == [1000, 0, 700] and found["quarters"].to_list() == [2, 0, 1]
    assert found.loc["US", "recorded"] == 1 and found.loc["RU", "recorded"] == 3
    assert pd.isna(found.loc["CY", "recorded"])
    assert found.loc["RU", "share"] == pytest.approx(100 * 700 / 2500)


def test_partners_in_the_order_printed():
    # the five largest of 2020 as a chamber of commerce relays the park's results
    assert proxy.partners(tables.load("published"), 2020) == ["US", "CY", "GB", "IE", "RU"]
