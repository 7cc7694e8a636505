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
    left = {"said-2023": exact(0.5), "said-2025": exact(1.0)}
    draws = {"said-2023": np.array([98.0, 99, 100]), "said-2025": np.array([0.0])}
    found = channel.split_table(STAFF, EXPORTS, left, draws)
    found = found.set_index("key")
    assert list(found.index) == ["2017-2018", "2018-2019", "2019-2020", "2020-2021",
                                 "2017-2021/steps", "2017-2021/ends", "2021-2023/said-2023",
                                 "2021-2023/said-2025",
                                 "2017-2023"]
    # four times the staff and four times the exports
    assert found.loc["2017-2021/ends", "share"].value == pytest.approx(100)
    drawn = found.loc["2021-2023/said-2023", "drawn"]
    assert (drawn.low, drawn.value, drawn.high) == (98, 99, 100)
    steps = found.iloc[:4]
    assert found.loc["2017-2021/steps", "factor"].value == pytest.approx(
        sum(one.value for one in steps["factor"]))
    # staff doubles or quadruples, exports double: half the staff left is all of the rise
    whole = found.loc["2017-2023", "share"]
    assert (whole.low, whole.high) == pytest.approx((100, 200))


def test_draws_are_shares_of_figures_within_their_ranges():
    figures = {"park.staff.change-2022-03to2023-mid-justarrived2023": exact(-50),
               "park.staff.change-2022to2025-02-afp2025": exact(-25),
               "park.staff-2021-06-afp2021": exact(80),
               "park.staff-2023-09-22-wikipedia2023": Interval(40, 20, 80),
               "park.staff-2025-02-newsreport2025": exact(20)}
    found = channel.share_draws(figures.get, exact(400), exact(200))
    assert found["said-2023"] == pytest.approx(100)
    assert found["counted-2025"] == pytest.approx(200)
    # from all of the staff to a quarter of it
    assert found["counted-2023"].min() >= 0 and found["counted-2023"].max() <= 200
    assert np.median(found["counted-2023"]) == pytest.approx(100 * np.log2(80 / 50), abs=3)


def test_staff_since_the_first_year_spans_all_readings():
    whole = channel.since_first(STAFF, LEFT)
    assert (whole.low, whole.high) == (2, 4)
