"""Accounts by market, by hand."""

import pytest

from analysis.measures import market_accounts as markets
from report.intervals import Interval


def exact(value):
    return Interval(value, value, value)


def spread(value, reach):
    return Interval(value, value - reach, value + reach)


def found_by_hand(**given):
    return markets.accounts_by_market(exact(200), exact(100), markets.ExportShares(
        west_before=exact(80), west_now=exact(60), asia_now=exact(10), **given))


def test_accounts_by_hand():
    # 200 at 80% West is 160 and 40; 100 at 60% West and 10% Asia is 60, 10 and 30
    found = found_by_hand()
    assert (found.west_loss.value, found.asia_gain.value, found.rest_gain.value) == (100, 10, -10)
    assert (found.asia_replaced.value, found.rest_replaced.value) == (10, -10)
    assert found.fall.value == found.west_loss.value - found.asia_gain.value - found.rest_gain.value


def test_what_asia_took_before_is_no_gain():
    found = found_by_hand(asia_before=exact(5))
    assert found.asia_gain.value == 0
    assert (found.rest_before.value, found.rest_gain.value) == (30, 0)


def test_bounds_are_those_of_the_corners():
    found = markets.accounts_by_market(spread(200, 10), exact(100), markets.ExportShares(
        west_before=spread(80, 5), west_now=spread(60, 5), asia_now=spread(10, 5)))
    # least loss: 190 at 75% less 65; greatest: 210 at 85% less 55
    assert (found.west_loss.low, found.west_loss.high) == (142.5 - 65, 178.5 - 55)
    assert found.asia_replaced.high == pytest.approx(100 * 15 / 77.5)
    assert found.asia_replaced.low == pytest.approx(100 * 5 / 123.5)


def test_a_loss_that_need_not_be_one_is_refused():
    with pytest.raises(ValueError, match="need not have fallen"):
        markets.accounts_by_market(exact(100), exact(100), markets.ExportShares(
            west_before=spread(60, 5), west_now=spread(58, 5), asia_now=exact(10)))


def test_steps_lead_from_one_total_to_the_other():
    steps = markets.account_steps(found_by_hand()).set_index("key")
    assert steps["start"].to_list() == [0, 200, 100, 110, 0]
    assert steps["end"].to_list() == [200, 100, 110, 100, 100]
    assert steps.loc["west", ["low", "high"]].to_list() == [-100, -100]
    assert steps.loc["west", "label"] == "Lost in the West"


def test_readings_start_with_the_preferred_one():
    totals = {2020: exact(150), 2021: exact(200), 2022: exact(180), 2023: exact(100),
              2024: exact(110)}
    shares = markets.ExportShares(west_before=spread(85, 5), west_now=spread(60, 5),
                                  asia_now=spread(10, 5))
    table = markets.account_readings(totals, shares, west_2020=exact(90))
    assert table.index[0] == "stated"
    assert table.loc["stated", ["years", "reading"]].to_list() == ["2021, 2023", "as stated"]
    loss = table["west_loss"]
    assert loss["stated"].low == 200 * 0.8 - 65
    assert loss["slack-before"].low == 200 * 0.75 - 65
    assert loss["no-slack-now"].low == 200 * 0.8 - 60
    assert loss["reported-2020"].value == 150 * 0.9 - 60
    assert loss["up-to-2022"].value == 200 * 0.85 - 180 * 0.6
    assert table.loc["asia-before", "asia_gain"].value == 0  # 5% of 200 and 10% of 100
