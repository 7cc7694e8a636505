"""Markdown tables, character by character."""

import pytest

from report import markdown


def test_table_escapes_and_aligns():
    assert markdown.table(["A", "B"], [["x|y", 1]], ["left", "right"]).splitlines() == [
        "| A | B |", "| :--- | ---: |", "| x\\|y | 1 |"]


def test_columns_stand_to_the_left_where_nothing_is_said():
    assert markdown.table(["A", "B"], []) == "| A | B |\n| :--- | :--- |"


def test_side_that_is_none_is_refused():
    with pytest.raises(KeyError, match="middle"):
        markdown.table(["A"], [], ["middle"])
