"""Quantities, copies and origins of published figures; expected counts by hand."""

import pandas as pd
import pytest

from analysis import measures
from report import tables


@pytest.fixture
def figures():
    return pd.DataFrame(
        [("park", "exports", "BY", "2021", "a", "agency"),
         ("park", "exports", "BY", "2021", "b", "agency"),  # a copy
         ("park", "exports", "BY", "2022", "a", "agency"),
         ("park", "exports", "BY", "2022", "c", "guide"),  # an independent figure
         ("hosts", "people", "PL", "2022", "d", "register")],
        columns=["topic", "indicator", "geography", "period", "source", "origin"]).assign(
            figure=range(5))


def test_a_copy_is_no_second_origin(figures):
    found = measures.by_quantity(figures)
    assert found["figures"].to_list() == [2, 2, 1]
    assert found["origins"].to_list() == [1, 2, 1]


def test_topics(figures):
    found = measures.by_topic(figures).set_index("topic")
    assert found.loc["The park"].to_dict() == {
        "figures": 4, "sources": 3, "origins": 2, "quantities": 2, "confirmed": 1, "largest": 75}
    assert found.loc["Registers of hosts", "confirmed"] == 0


def test_every_topic_of_the_table_has_a_name():
    assert measures.by_topic(tables.load("published"))["figures"].sum() == len(
        tables.load("published"))
