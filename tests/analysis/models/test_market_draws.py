"""Draws of Asia's part, between the bounds of the account."""

import pytest

from analysis.measures import handle
from analysis.models import market_draws
from report import tables


@pytest.mark.parametrize("year", [2023, 2024])
def test_draws_lie_within_the_bounds_and_around_the_account(year):
    published, macro = tables.load("published"), tables.load("macro")
    exports = handle.park_exports(published, macro)
    bounds = handle.account_of(exports, published, 2021, year).asia_replaced
    found = market_draws.asia_replaced(published, macro, year)
    assert bounds.low < found.low < found.high < bounds.high
    assert found.value == pytest.approx(bounds.value, rel=0.03)
