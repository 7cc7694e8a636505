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


def test_base_by_readings():
    found = measures.base_readings(Interval(70, 70, 75), Interval(76, 70, 83),
                                   Interval(-30, -30, -25), Interval(56, 56, 57),
                                   steps=(5, 1), reaches=(1, 4))
    assert found["key"].tolist() == ["counted", "grown", "5/1", "5/4", "1/1", "1/4"]
    assert found["low"].tolist() == pytest.approx(
        [70, 70, 56 / 0.75, 56 / 0.75, 56 / 0.71, 56 / 0.71])
    assert found["high"].tolist() == pytest.approx(
        [75, 83, 57 / 0.7, 60 / 0.7, 57 / 0.7, 60 / 0.7])
    assert found["kind"].tolist() == ["counted", "grown", "56 to 57 left", "56 to 60 left"] + [
        "56 to 57 left", "56 to 60 left"]
    assert found["label"].iloc[4] == "Fall 29 to 30%, 56 to 57 left"
