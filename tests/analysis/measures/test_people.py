"""Bounds for people, from the committed tables by hand."""

import pytest

from analysis import measures
from analysis.measures.people import increase
from report import tables
from report.intervals import Interval


@pytest.fixture(scope="module")
def hosts():
    return measures.people_by_host(tables.load("permits"), tables.load("published")).set_index(
        "host")


def test_increase_carries_both_ranges():
    grown = increase(Interval(10, 9, 11), Interval(20, 18, 22))
    assert (grown.low, grown.value, grown.high) == (7, 10, 13)


def test_poland_by_hand(hosts):
    # residence documents 124,438 less 28,745; valid permits 306,447 less 55,902
    assert hosts.loc["Poland", "narrow"].value == 95_693
    assert hosts.loc["Poland", "wide"].value == 250_545


def test_rest_of_the_union_by_hand(hosts):
    # EU27 446,480 - 133,889, less Poland 250,545, less Lithuania 63,255 - 18,665
    assert hosts.loc["Other EU members", "wide"].value == 312_591 - 250_545 - 44_590


def test_georgia_by_hand(hosts):
    assert hosts.loc["Georgia", "narrow"].value == 1_426 + 12_509 - 980


def test_total_adds_bounds():
    whole = measures.total([Interval(1, 0, 2), Interval(10, 9, 11)])
    assert (whole.low, whole.value, whole.high) == (9, 11, 13)


def test_counts_of_poland_leave_out_other_concepts():
    counts = measures.poland_counts(tables.load("permits"), tables.load("published"),
                                    tables.load("poland_register"))
    documents = counts[counts["count"] == "Residence documents"]
    assert documents["value"].iloc[-1] == 135_876 and documents["date"].iloc[-1] > 2026.4
    visas = counts[counts["count"] == "Programme visas, ever"]
    assert visas["value"].max() == 88_529  # those to Belarusians, not the 93,512 to all
    assert (counts["low"] <= counts["value"]).all()
    rows = measures.poland_rows(tables.load("published"))
    assert "visas.pbh.moved.claim-2022-12-31-threeseas2023" not in rows
