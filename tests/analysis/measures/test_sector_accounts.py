"""Value added, taxes, investment and pay, by hand."""

import pytest

from analysis import measures
from analysis.measures import sector_accounts
from report import tables

PUBLISHED = tables.load("published")


def test_value_added_is_a_share_of_gdp():
    found = measures.value_added(PUBLISHED, 2021, 50_000.0)
    share = PUBLISHED.set_index("figure").loc["sector.it.share.gdp-2021-get2024", "value"]
    assert found.value == pytest.approx(500 * share)


def test_taxes_are_scaled_to_a_year_and_deflated():
    paid = PUBLISHED.set_index("figure").loc["park.taxes-2022-01to2022-09-sb2022", "value"]
    found = sector_accounts.taxes_in_prices_of_2020(PUBLISHED, {2020: 1.0, 2022: 1.5})
    assert found.value == pytest.approx(paid * 12 / 9 / 1.5)


def test_changes_are_derived_where_two_levels_are_known():
    found = measures.before_and_after(PUBLISHED, {2021: 50_000.0, 2023: 50_000.0},
                                      {2020: 1.0, 2022: 1.5}).set_index("key")
    row = found.loc["section-j"]
    growth = row["after"].value / row["before"].value - 1
    assert row["change"].value == pytest.approx(100 * growth)
    assert found.loc["pay-2023", "before"] is None and found.loc["pay-2023", "change"].value < 0
