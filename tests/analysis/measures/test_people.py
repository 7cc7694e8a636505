"""Bounds for people, from the committed tables by hand."""

import pytest

from analysis import measures
from analysis.measures.people import increase
from report import tables
from report.intervals import Interval


@pytest.fixture(scope="module")
def hosts():
    return measures.people_by_host(*map(tables.load, (
        "permits", "published", "poland_register", "born_abroad"))).set_index("key")


def test_increase_carries_both_ranges():
    grown = increase(Interval(10, 9, 11), Interval(20, 18, 22))
    assert (grown.low, grown.value, grown.high) == (7, 10, 13)


def test_poland_by_hand(hosts):
    # residence documents 118,562 and 135,876 less 28,745; permits 306,447 and 251,362 less 55,902
    assert hosts.loc["PL", "narrow"].value == 89_817
    assert hosts.loc["PL", "narrow_latest"].value == 107_131
    assert hosts.loc["PL", "wide"].value == 250_545
    assert hosts.loc["PL", "wide_latest"].value == 195_460


def test_lithuania_by_hand(hosts):
    # residents 62,167 and 48,926 less 17,769
    assert hosts.loc["LT", "narrow"].value == 44_398
    assert hosts.loc["LT", "narrow_latest"].value == 31_157


def test_rest_of_the_union_by_hand(hosts):
    # EU27 446,480 - 133,889, less Poland 250,545, less Lithuania 63,255 - 18,665
    assert hosts.loc["EU-other", "wide"].value == 312_591 - 250_545 - 44_590
    # 76,840 - 59,322 in 2024
    assert hosts.loc["EU-other", "narrow_latest"].value == 17_518


def test_georgia_by_hand(hosts):
    assert hosts.loc["GE", "narrow"].value == 1_426 + 12_509 - 980
    assert hosts.loc["GE", "wide_latest"].value == 1_426 + 12_509 - 980 - 147
    # census 4,473 less 1,101 born in Belarus, as the United Nations estimate for 2020
    assert hosts.loc["GE", "narrow_latest"].value == 3_372


def test_last_row_is_the_sum_of_the_others(hosts):
    assert hosts.index[-1] == "all"
    # the EU27's increase and Georgia's
    assert hosts.loc["all", "wide"].value == 312_591 + 12_955
    parts = hosts.drop(index="all")["narrow"]
    assert hosts.loc["all", "narrow"].low == pytest.approx(sum(part.low for part in parts))


def test_total_adds_bounds():
    whole = measures.total([Interval(1, 0, 2), Interval(10, 9, 11)])
    assert (whole.low, whole.value, whole.high) == (9, 11, 13)


def test_rounded_to_thousands_without_a_range():
    near = measures.rounded(Interval(164_626, 164_000, 165_600, ("row",)), -3)
    assert near == Interval(165_000, 165_000, 165_000, ("row",))
