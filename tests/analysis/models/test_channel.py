"""Split of exports into people and exports per person, by hand."""

import numpy as np
import pytest

from analysis.models import channel
from report.intervals import Interval


def exact(value):
    return Interval(value, value, value)


STAFF = {2017: exact(20), 2018: exact(30), 2019: exact(40), 2020: exact(60), 2021: exact(80)}
EXPORTS = {2017: exact(100), 2018: exact(120), 2019: exact(200), 2020: exact(300),
           2021: exact(400), 2022: exact(300), 2023: exact(200)}
LEFT = {"a": exact(0.5), "b": exact(1.0)}


def test_shares_of_the_fall_by_reading():
    found = channel.staff_shares(LEFT, EXPORTS[2021], EXPORTS[2023])
    # half the staff and half the exports; all the staff
    assert found["a"].value == pytest.approx(100) and found["b"].value == pytest.approx(0)


def test_table_has_steps_ends_readings_and_the_whole():
    strict = {"a": exact(99), "b": exact(1)}
    found = channel.split_table(STAFF, EXPORTS, LEFT, strict, {"a": "half", "b": "all"})
    found = found.set_index("key")
    assert list(found.index) == ["2017-2018", "2018-2019", "2019-2020", "2020-2021",
                                 "2017-2021/steps", "2017-2021/ends", "2021-2023/a", "2021-2023/b",
                                 "2017-2023"]
    # four times the staff and four times the exports
    assert found.loc["2017-2021/ends", "share"].value == pytest.approx(100)
    assert found.loc["2021-2023/a", "strict"] == exact(99)
    steps = found.iloc[:4]
    assert found.loc["2017-2021/steps", "factor"].value == pytest.approx(
        sum(one.value for one in steps["factor"]))
    # staff doubles or quadruples, exports double: half the staff left is all of the rise
    whole = found.loc["2017-2023", "share"]
    assert (whole.low, whole.high) == pytest.approx((100, 200))


def test_home_market_is_a_third_factor():
    found = channel.home_market({"a": exact(0.8)}, exact(0.9), exact(400), exact(200),
                                {"a": "fewer"}).iloc[0]
    logs = np.log(0.5)
    assert found["people"].value == pytest.approx(100 * np.log(0.8) / logs)
    assert found["exported"].value == pytest.approx(100 * np.log(0.9) / logs)
    assert found["sales"].value == pytest.approx(100 * (1 - np.log(0.72) / logs))
