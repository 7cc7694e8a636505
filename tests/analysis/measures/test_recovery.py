"""Paths to recovery, by hand."""

import pandas as pd
import pytest

from analysis.measures import recovery
from report.intervals import Interval


def exact(value):
    return Interval(value, value, value)


# 100 = 60 West, 10 Asia, 30 rest; 180 in two years
BASE = recovery.RecoveryBase(year=2023, exports=exact(100), west=exact(60), asia=exact(10))


@pytest.mark.parametrize("grower, west_growth, expected", [
    ("asia", 0, 200), ("rest", 0, 100 * ((11 / 3) ** 0.5 - 1)), ("both", 0, 100 * (3**0.5 - 1)),
    ("asia", 100, -100)])  # Western sales alone come to 240
def test_required_growth(grower, west_growth, expected):
    need = recovery.required_growth(exact(180), BASE, grower, west_growth, 2025)
    assert need.value == pytest.approx(expected)


def test_grid_holds_every_case():
    wide = recovery.RecoveryBase(year=2023, exports=exact(100), west=exact(60),
                                 asia=Interval(10, 5, 15))
    grid = recovery.recovery_grid(exact(180), wide, (2025, 2026))
    assert len(grid) == 3 * 4
    assert grid.loc["asia/stays", ["grower", "path"]].to_list() == ["Asia alone", "stays as it is"]
    need = grid.loc["asia/stays", "y2025"]
    assert need.value == pytest.approx(200) and need.low < 200 < need.high
    assert grid.loc["asia/grows-5", "y2025"].value < 200 < grid.loc["asia/falls-5", "y2025"].value
    assert grid.loc["both/stays", "y2025"].value == pytest.approx(100 * (3**0.5 - 1))


def test_what_is_needed_stands_beside_what_was_seen():
    record = pd.DataFrame({"growth": [90.0, 40.0]}, index=[1, 2])
    found = recovery.required_and_seen(exact(180), BASE, record).set_index(["key", "year"])
    assert found.loc[("asia", 2024), "growth"] == pytest.approx(800)  # from 10 to 90
    assert found.loc[("asia", 2025), "growth"] == pytest.approx(200)
    assert found.loc[("both", 2024), "growth"] == pytest.approx(200)  # from 40 to 120
    assert found.loc[("seen", 2025), ["growth", "low", "high"]].to_list() == [40, 40, 40]
    assert found.loc[("seen", 2025), "line"] == "Fastest seen"
