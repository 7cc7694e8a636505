"""Hires and leavers of section J, from the printed figures by hand."""

import pytest

from analysis import measures
from report import tables


@pytest.fixture(scope="module")
def flows():
    return measures.hires_and_leavers(tables.load("published")).set_index("key")


def test_balance_of_2022(flows):
    assert flows.loc["2022", ["hires", "leavers", "net"]].tolist() == [32_123, 49_431, -17_308]


def test_balance_was_positive_before_march_2022(flows):
    assert flows.loc["2022-01to02", "net"] == 3_483 - 2_967
    assert flows.loc["2022-01to07", "net"] < 0


def test_periods_are_in_order(flows):
    assert flows.index.tolist() == ["2022-01to02", "2022-01to07", "2022", "2023-01to02"]
