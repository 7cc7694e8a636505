"""Feasible sets, by hand."""

from functools import partial

import pytest

from analysis import measures
from analysis.measures.statements import Statement, export_statements
from analysis.models import feasible
from report import tables
from report.published import figure


def one(name, unknown, low, high):
    return Statement(name, {unknown: 1}, {}, low, high)


def ratio(name, top, base, low, high):
    return Statement(name, {top: 1}, {base: 1}, low, high)


# what is left is 56 to 57 and 70 to 75% of the base, which was counted at 70 to 75
NOW, FALL = one("now", "now", 56, 57), ratio("fall", "now", "base", 0.70, 0.75)
COUNT = one("count", "base", 70, 75)


def test_bounds_of_an_unknown():
    assert feasible.bounds([NOW, FALL], {"base": 1}) == pytest.approx((56 / 0.75, 57 / 0.70))
    assert feasible.bounds([NOW, FALL, COUNT], {"base": 1}) == pytest.approx((56 / 0.75, 75))
    assert feasible.bounds([NOW, FALL, COUNT], {"now": 1}) == pytest.approx((56, 56.25))


def test_bounds_of_sums_and_ratios():
    assert feasible.bounds([NOW, COUNT], {"base": 1, "now": -1}) == pytest.approx((13, 19))
    assert feasible.bounds([NOW, COUNT], {"now": 1}, {"base": 1}) == pytest.approx(
        (56 / 75, 57 / 70))
    # (a + b) / a with b 1 to 2 and a 1 to 4
    two = [one("a", "a", 1, 4), one("b", "b", 1, 2)]
    assert feasible.bounds(two, {"a": 1, "b": 1}, {"a": 1}) == pytest.approx((1.25, 3))


def test_bounds_where_nothing_bounds():
    low, high = feasible.bounds([Statement("a", {"x": 1}, low=3)], {"x": 1})
    assert low == pytest.approx(3) and high == float("inf")
    with pytest.raises(ValueError, match="speaks of y"):
        feasible.bounds([NOW], {"y": 1})


def test_statements_that_exclude_each_other():
    assert feasible.possible([NOW, FALL, COUNT])
    small = one("small", "base", 70, 72)
    assert not feasible.possible([NOW, FALL, small])
    with pytest.raises(ValueError, match="cannot all be true"):
        feasible.bounds([NOW, FALL, small], {"base": 1})


def test_ranges_that_only_touch_exclude_each_other_as_intervals_do():
    over, between = one("over", "x", 90, 95), one("between", "x", 80, 90)
    assert not feasible.possible([over, between])
    assert not feasible.possible([one("exact", "x", 90, 90), one("other", "x", 91, 91)])
    assert feasible.possible([one("exact", "x", 89, 89), one("other", "x", 89, 89), between])
    # ratios that exclude each other are not saved by unknowns of nought
    assert not feasible.possible([ratio("a", "x", "y", 1, 1), ratio("b", "x", "y", 2, 2)])
    assert not feasible.possible([ratio("a", "x", "y", 1, 2), ratio("b", "x", "y", 3, 4)])


def test_minimal_conflicts():
    # any two of the three sides can hold: x at least 6, y at least 6, x + y at most 10
    sides = [Statement("x", {"x": 1}, low=6), Statement("y", {"y": 1}, low=6),
             Statement("sum", {"x": 1, "y": 1}, high=10)]
    loose = one("loose", "x", 0, 100)
    assert feasible.conflicts([*sides, loose]) == [("x", "y", "sum")]
    assert feasible.conflicts(sides[:2]) == []
    # a pair that clashes is not reported again with a third
    assert feasible.conflicts([*sides, one("low", "x", 0, 5)]) == [("x", "low"), ("x", "y", "sum")]


def test_what_is_given_is_never_named():
    sides = [Statement("x", {"x": 1}, low=6), Statement("y", {"y": 1}, low=6)]
    total = Statement("sum", {"x": 1, "y": 1}, high=10)
    assert feasible.conflicts(sides, [total]) == [("x", "y")]
    assert feasible.together(sides, [total]) == [("y",), ("x",)]
    with pytest.raises(ValueError, match="given"):
        feasible.conflicts(sides, [one("a", "x", 0, 1), one("b", "x", 2, 3)])


def test_largest_sets_that_hold_together():
    # three claims of one number, two of which agree, and one on another number
    claims = [one("a", "x", 0, 2), one("b", "x", 1, 3), one("c", "x", 5, 6), one("d", "y", 0, 1)]
    assert feasible.conflicts(claims) == [("a", "c"), ("b", "c")]
    assert feasible.together(claims) == [("a", "b", "d"), ("c", "d")]
    assert feasible.together(claims[:2]) == [("a", "b")]


def test_statements_on_exports_clash_in_two_pairs():
    published, macro = tables.load("published"), tables.load("macro")
    services = measures.usd_million(macro, "BX.GSR.NFSV.CD")["BY"]
    found = feasible.conflicts(export_statements(partial(figure, published), services))
    assert [one for one in found if len(one) == 2] == [
        ("park.exports-2020-ahk2021", "park.share.services_exports-2020-belorusyirynok2021"),
        ("park.exports-2023-afp2025", "park.share.services_exports-2023-park2023")]
