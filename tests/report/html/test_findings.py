"""Small charts of the findings."""

import pytest

from report.html import findings

NUMBERS = {"a": {"value": 43.75, "low": 41.0, "high": 46.0},
           "b": {"value": 80.0, "low": None, "high": None}}
ROWS = {"x": {"data": {"columns": ["year", "value", "who"],
                       "rows": [[2021, 3.0, "we"], [2020, 1.0, "we"], [2020, 9.0, "they"]]}}}


def test_interval_is_that_of_the_numbers_in_the_value():
    drawn = findings.chart({"value": "{v}`a abs` of it"}, NUMBERS, {})
    assert 'aria-label="41 to 46 on a scale up to 100"' in drawn
    drawn = findings.chart({"value": "{v}`a` to {v}`b`", "up_to": "b"}, NUMBERS, {})
    assert 'aria-label="41 to 80 on a scale up to 80"' in drawn


def test_line_takes_the_rows_asked_for_in_order_of_time():
    drawn = findings.chart({"line": {"exhibit": "x", "where": {"who": "we"}}}, {}, ROWS)
    assert 'aria-label="From 1 to 3"' in drawn


def test_unknown_number_is_named():
    with pytest.raises(KeyError, match="nowhere"):
        findings.chart({"value": "{v}`nowhere`"}, NUMBERS, {})
