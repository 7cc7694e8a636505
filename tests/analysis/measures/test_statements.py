"""Statements on the park as bounds, by hand, and what the data make of them."""

from functools import partial

import pandas as pd
import pytest

from analysis.measures import statements
from report import published as figures, tables
from report.intervals import Interval

PUBLISHED = tables.load("published")
READ = partial(figures.figure, PUBLISHED)


def named(found):
    return {one.name: one for one in found}


def test_staff():
    found = named(statements.staff_statements(READ))
    fall = found["park.staff.change-2022to2025-02-afp2025"]
    assert (fall.top, fall.base) == ({"2025-02": 1}, {"2022-01": 1})
    assert (fall.low, fall.high) == pytest.approx((0.70, 0.75))
    now = found["park.staff-2025-02-newsreport2025"]
    assert (now.low, now.high, now.base) == (56_000, 57_000, {})
    jobs = found["park.staff.added-2020-ahk2021"]
    assert (jobs.low, jobs.top) == (10_000, {"2020-12": 1, "2019-12": -1})
    assert all(one.rows == (one.name,) for one in found.values())


def test_paths_at_no_pace_fix_the_base_at_the_count_of_june():
    rise = statements.staff_paths(0)["rise"]
    assert (rise.low, rise.high, rise.top) == (0, 0, {"2022-01": 1, "2021-06": -1})
    assert statements.staff_paths(0.5)["rise"].high == 0.5
    assert {name: (one.low, one.high) for name, one in statements.staff_paths(0).items()}[
        "later"] == (float("-inf"), 1)


def test_companies():
    found = named(statements.company_statements(READ))
    assert (found["park.residents-2025-planb2025"].low,
            found["park.residents-2025-planb2025"].high) == (1066.5, 1067.5)


def test_exports_with_shares_of_a_known_total():
    services = pd.Series(10_000.0, index=range(2020, 2025))
    found = named(statements.export_statements(READ, services))
    third = found["park.share.services_exports-2023-park2023"]
    assert (third.low, third.high) == pytest.approx((3080, 3580))
    mean = found["park.exports.mean-2020to2024-kompyuternyevesti2025"]
    # 2,500 is read to five hundred
    assert sum(mean.top.values()) == pytest.approx(1) and (mean.low, mean.high) == (2250, 2750)
    fall = found["park.exports.change-2021to2023-newsreport2025"]
    assert (fall.low, fall.high) == pytest.approx((0.55, 0.60))


def test_stated_takes_bounds_and_rows():
    found = statements.stated("n", Interval(2, 1, 3, ("f",)), {"x": 1})
    assert found == statements.Statement("n", {"x": 1}, {}, 1, 3, ("f",))
