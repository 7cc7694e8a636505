"""Readings of "nearly" and "over", by hand."""

import pandas as pd
import pytest

from analysis import measures
from report.intervals import Interval


def published(**changes):
    row = {"figure": "f", "value": 30.0, "qualifier": "nearly", "resolution": float("nan")}
    return pd.DataFrame([row | changes])


def test_tight_reading_is_five_times_as_narrow():
    # by the rule "nearly 30" is 25 to 30
    assert measures.tight(published(), "f") == Interval(30, 29, 30, ("f",))
    plain = measures.tight(published(value=3200.0, qualifier="plain"), "f")
    assert (plain.low, plain.high) == (3190, 3210)
    known = measures.tight(published(value=25.0, qualifier="plain", resolution=1.0), "f")
    assert (known.low, known.high) == pytest.approx((24.9, 25.1))
    with pytest.raises(KeyError, match="'g'"):
        measures.tight(published(), "g")


def test_base_before_a_fall():
    base = measures.base_before(Interval(56, 56, 57), Interval(-30, -30, -25))
    assert (base.value, base.low, base.high) == pytest.approx((80, 56 / 0.75, 57 / 0.7))


def test_base_by_reading():
    found = measures.base_by_reading(30, 56, {"loose": 5, "strict": 1}, {"one": 1, "four": 4})
    assert found[["nearly", "over"]].to_numpy().tolist() == [
        ["loose", "one"], ["loose", "four"], ["strict", "one"], ["strict", "four"]]
    assert found["low"].tolist() == pytest.approx([56 / 0.75, 56 / 0.75, 56 / 0.71, 56 / 0.71])
    assert found["high"].tolist() == pytest.approx([57 / 0.7, 60 / 0.7, 57 / 0.7, 60 / 0.7])


def test_compare():
    wide, narrow = Interval(5, 0, 10), Interval(5, 4, 6)
    found = measures.compare([{"statement": "a", "by": "b", "said": wide, "said_tight": narrow,
                               "implied": Interval(10, 9, 11), "implied_tight": Interval(
                                   10, 9, 11)}]).iloc[0]
    assert bool(found["agree"]) and not found["agree_tight"]


def test_hull_keeps_the_first_value_and_all_rows():
    found = measures.hull([Interval(5, 4, 6, ("a",)), Interval(2, 1, 3, ("b", "a"))])
    assert found == Interval(5, 1, 6, ("a", "b"))
