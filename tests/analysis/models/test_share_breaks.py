"""Tests of breaks in shares: which test is made of what, and how it is told."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures.destinations import log_odds
from analysis.models import share_breaks
from analysis.models.breaks import break_in_mean


@pytest.fixture(scope="module")
def shares():
    rng = np.random.default_rng(1)
    table = pd.DataFrame(rng.uniform(18, 22, (24, 2)), columns=["us", "eu"],
                         index=pd.period_range("2020Q1", periods=24, freq="Q"))
    table.loc["2022Q2":, "us"] -= 12  # a step in one share, from the tenth period on
    return table


@pytest.fixture(scope="module")
def found(shares):
    return share_breaks.break_tests(shares)


def test_all_shares_together_come_first(found):
    assert list(found) == [share_breaks.ALL, "us", "eu"]


@pytest.mark.parametrize("group", [share_breaks.ALL, "us"])
def test_the_step_is_found(found, group):
    assert found[group].step.date == pd.Period("2022Q2")
    assert found[group].step.p_value < 0.01
    assert (found[group].shape.name, found[group].shape.dates) == (
        "step", (pd.Period("2022Q2"),))


def test_other_terms_are_added_one_at_a_time(shares, found):
    series = log_odds(shares["eu"])
    assert found["eu"].step.p_value == break_in_mean(series, seasons=4).p_value
    assert found["eu"].with_lag.n == len(series) - 1
    assert found["eu"].with_trend.p_value == break_in_mean(series, seasons=4, trend=True).p_value


def test_table_tells_dates_and_shapes(found):
    row = share_breaks.table(found, {"us": "United States", "eu": "Union"}).loc["us"]
    assert (row["series"], row["step"], row["shape"]) == (
        "United States", "2022 Q2", "step, 2022 Q2")
    assert row["set"].startswith("2022 Q") and " to 2022 Q" in row["set"]
    assert row["p"] == found["us"].step.p_value and row["lag"] == found["us"].with_lag.p_value
