"""Accounts by market and paths to recovery, by hand."""

import pandas as pd
import pytest

from analysis.measures import markets
from report.intervals import Interval


def exact(value):
    return Interval(value, value, value)


def spread(value, reach):
    return Interval(value, value - reach, value + reach)


def test_accounts_by_hand():
    # 200 at 80% West is 160 and 40; 100 at 60% West and 10% Asia is 60, 10 and 30
    found = markets.accounts(exact(200), exact(80), exact(100), exact(60), exact(10))
    assert (found.west_loss.value, found.asia_gain.value, found.rest_gain.value) == (100, 10, -10)
    assert (found.asia_replaced.value, found.rest_replaced.value) == (10, -10)
    assert found.fall.value == found.west_loss.value - found.asia_gain.value - found.rest_gain.value


def test_what_asia_took_before_is_no_gain():
    found = markets.accounts(exact(200), exact(80), exact(100), exact(60), exact(10), exact(5))
    assert found.asia_gain.value == 0
    assert (found.rest_before.value, found.rest_gain.value) == (30, 0)


def test_bounds_are_those_of_the_corners():
    found = markets.accounts(spread(200, 10), spread(80, 5), exact(100), spread(60, 5),
                             spread(10, 5))
    # least loss: 190 at 75% less 65; greatest: 210 at 85% less 55
    assert (found.west_loss.low, found.west_loss.high) == (142.5 - 65, 178.5 - 55)
    assert found.asia_replaced.high == pytest.approx(100 * 15 / 77.5)
    assert found.asia_replaced.low == pytest.approx(100 * 5 / 123.5)


def test_a_loss_that_need_not_be_one_is_refused():
    with pytest.raises(ValueError, match="need not have fallen"):
        markets.accounts(exact(100), spread(60, 5), exact(100), spread(58, 5), exact(10))


def test_steps_lead_from_one_total_to_the_other():
    found = markets.accounts(exact(200), exact(80), exact(100), exact(60), exact(10))
    steps = markets.steps(found).set_index("step")
    assert steps["start"].to_list() == [0, 200, 100, 110, 0]
    assert steps["end"].to_list() == [200, 100, 110, 100, 100]
    assert steps.loc["west", ["low", "high"]].to_list() == [-100, -100]


def test_what_a_mean_leaves():
    left = markets.left_of_mean(spread(10, 1), [exact(8), exact(9)])  # 30 less 17, give or take 3
    assert (left.low, left.value, left.high) == (10, 13, 16)


def test_comparisons_start_with_the_preferred_reading():
    given = {"2020": exact(150), "2021": exact(200), "2022": exact(180), "2023": exact(100),
             "2024": exact(110), "west 2020": exact(90), "west before": spread(85, 5),
             "west now": spread(60, 5), "asia now": spread(10, 5)}
    table = markets.comparisons(given)
    assert (table["years"][0], table["reading"][0]) == ("2021, 2023", "as stated")
    assert table["west_loss"][0].low == 200 * 0.8 - 65
    slack = table.set_index("reading").loc["five points of slack before", "west_loss"]
    assert slack.low == 200 * 0.75 - 65
    former = table.set_index("reading").loc["Asia took a twentieth before", "asia_gain"]
    assert former.value == 0  # 5% of 200 and 10% of 100


@pytest.mark.parametrize("grower, west_growth, expected", [
    # 100 = 60 West, 10 Asia, 30 rest; 180 in two years
    ("asia", 0, 200), ("rest", 0, 100 * ((11 / 3) ** 0.5 - 1)), ("both", 0, 100 * (3**0.5 - 1)),
    ("asia", 100, -100)])  # Western sales alone come to 240
def test_required_growth(grower, west_growth, expected):
    need = markets.required_growth(exact(180), exact(100), exact(60), exact(10), grower,
                                   west_growth, 2)
    assert need.value == pytest.approx(expected)


def test_grid_holds_every_case():
    grid = markets.recovery_grid(exact(180), exact(100), exact(60), spread(10, 5), 2023,
                                 {"asia": "Asia"}, {0: "stays", 5: "grows"}, (2025, 2026))
    assert grid["path"].to_list() == ["stays", "grows"]
    assert grid.loc[0, "y2025"].value == pytest.approx(200)
    assert grid.loc[0, "y2025"].low < 200 < grid.loc[0, "y2025"].high
    assert grid.loc[1, "y2025"].value < 200


def test_fastest_growth_starts_from_a_base_of_some_size():
    values = pd.DataFrame({"A": [1.0, 10, 40], "B": [20.0, 30, 45], "C": [None, 20, 10]},
                          index=[2020, 2021, 2022])
    table = markets.fastest_growth(values, [1, 2], 5)
    assert table["economy"].to_list() == ["A", "B", "C", "B"]
    assert table["growth"].to_list() == pytest.approx([300, 50, -50, 50])
    assert (table["first"][3], table["last"][3], table["start"][3]) == (2020, 2022, 20)
