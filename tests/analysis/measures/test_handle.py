"""The year without a total, by hand."""

import pandas as pd
import pytest

from analysis.measures import handle
from report import tables
from report.intervals import Interval

NAMES = {handle.SHARE_2024: 20.0, handle.WEST_BEFORE: 80.0, handle.WEST_NOW: 60.0,
         handle.ASIA_NOW: 10.0}


def test_share_of_a_total():
    found = handle.exports_by_share(Interval(20.0, 17.5, 22.5, ("share",)), 10_000)
    assert (found.value, found.low, found.high) == pytest.approx((2000, 1750, 2250))
    assert found.rows == ("share",)


def test_services_of_one_economy():
    macro = pd.DataFrame({"economy": ["BY", "BY", "PL"], "year": [2024, 2023, 2024],
                          "indicator": [handle.SERVICES, handle.SERVICES, handle.SERVICES],
                          "value": [9e9, 8e9, 1e9]})
    assert handle.services_exports(macro, "BY").to_dict() == {2023: 8000, 2024: 9000}


def test_printed_years_stay_and_2024_is_a_fifth_of_services():
    published, macro = tables.load("published"), tables.load("macro")
    found = handle.park_exports(published, macro)
    total = macro.query("economy == 'BY' and year == 2024 and indicator == 'BX.GSR.NFSV.CD'")
    assert found[2024].value == pytest.approx(total["value"].item() / 1e6 / 5)
    # one digit that is not zero: a fifth lies between 17.5 and 22.5%
    assert found[2024].low == pytest.approx(0.175 * total["value"].item() / 1e6)
    assert found[2021].value == 3200 and found[2023].value == 1800


def test_account_by_the_shares_of_2025():
    # printed: 80 to 90% before, about 60% and about 10% now, read give or take 5 points each
    published = tables.load("published")
    exports = {2021: Interval(1000.0, 1000.0, 1000.0), 2024: Interval(500.0, 500.0, 500.0)}
    found = handle.account_of(exports, published, 2021, 2024)
    assert (found.west_loss.low, found.west_loss.high) == pytest.approx((800 - 325, 900 - 275))
    assert found.asia_gain.value == pytest.approx(50)
    # least: 5% of 500 over the largest loss; most: 15% of 500 over the smallest
    assert found.asia_replaced.low == pytest.approx(100 * 25 / 625)
    assert found.asia_replaced.high == pytest.approx(100 * 75 / 475)
    table = handle.by_year(exports, published, 2021, (2024,))
    assert table.loc[2024, "asia_replaced"] == found.asia_replaced


def test_range_that_holds_for_either_year():
    found = pd.Series({2023: Interval(11.0, 4.5, 21.0, ("a", "b")),
                       2024: Interval(13.0, 4.6, 33.0, ("b", "c"))})
    assert handle.in_either(found) == Interval(11.0, 4.5, 33.0, ("a", "b", "c"))
