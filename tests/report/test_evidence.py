"""What checks ask for, and clear errors where it is missing."""

import pytest


def test_number_without_bounds_is_its_own_interval(evidence):
    found = evidence({"a.b": 3.0, "a.c": (5.0, 4.0, 6.0)})
    assert found.value("a.b") == 3
    assert (found.interval("a.b").low, found.interval("a.c").high) == (3, 6)


def test_rows_dates_and_figures(evidence):
    found = evidence(exhibits={"a-t": [{"x": 1}, {"x": None}]}, events={"e": "2020-09-02"},
                     published={"f": 7})
    assert found.rows("a-t") == [{"x": 1}, {"x": None}]
    assert found.table("a-t")["x"].sum() == 1
    assert found.date("e").month == 9
    assert found.figure("f") == 7


def test_published_figure_is_read_by_its_words(evidence):
    # "Over 1,000" reaches half a digit above it, "nearly 45" five below it, a range is itself.
    found = evidence(published={"over": (1000, "over"), "nearly": (-45, "nearly"),
                                "range": (80, 90)})
    assert [(r.low, r.high) for r in map(found.reading, ("over", "nearly", "range"))] == [
        (1000, 1500), (-45, -40), (80, 90)]


def test_row_is_found_by_one_name(evidence):
    found = evidence(exhibits={"a-t": [{"k": "a", "x": 1}, {"k": "b", "x": 2},
                                       {"k": "b", "x": 3}]})
    assert found.row("a-t", "k", "a")["x"] == 1
    for name, message in (("c", "0 rows of 'a-t' have 'c' as k"), ("b", "2 rows of")):
        with pytest.raises(LookupError, match=message):
            found.row("a-t", "k", name)


@pytest.mark.parametrize("ask", ["value", "interval", "rows", "table", "date", "figure",
                                 "reading"])
def test_what_is_missing_is_named(evidence, ask):
    with pytest.raises(LookupError, match="nowhere"):
        getattr(evidence(), ask)("nowhere")


def test_what_is_read_is_noted_in_a_list_of_its_own(evidence):
    found = evidence({"a.b": 3.0}, {"a-t": [{"x": 1}]}, {"e": "2020-09-02"}, {"f": 7})
    one, other = found.watched(), found.watched()
    one.interval("a.b"), one.rows("a-t"), one.date("e"), one.reading("f"), other.value("a.b")
    assert (one.asked, other.asked) == (["a.b", "a-t", "e", "f"], ["a.b"])
    assert one == found
