"""What rules ask for, and clear errors where it is missing."""

import pytest


def test_number_without_bounds_is_its_own_interval(evidence):
    found = evidence({"a.b": 3.0, "a.c": (5.0, 4.0, 6.0)})
    assert found.value("a.b") == 3
    assert (found.interval("a.b").low, found.interval("a.c").high) == (3, 6)


def test_rows_dates_and_figures(evidence):
    found = evidence(exhibits={"a-t": [{"x": 1}, {"x": 2}]}, events={"e": "2020-09-02"},
                     published={"f": 7})
    assert found.rows("a-t") == [{"x": 1}, {"x": 2}]
    assert found.date("e").month == 9
    assert found.figure("f") == 7


@pytest.mark.parametrize("ask", ["value", "interval", "rows", "date", "figure"])
def test_what_is_missing_is_named(evidence, ask):
    with pytest.raises(LookupError, match="nowhere"):
        getattr(evidence(), ask)("nowhere")
