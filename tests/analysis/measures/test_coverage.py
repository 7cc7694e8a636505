"""Coverage of the park, by hand."""

from math import log

import pandas as pd
import pytest

from analysis import measures
from report import tables
from report.intervals import Interval


def exact(value):
    return Interval(value, value, value)


# the country doubles twice; the park has half of it, then half, then all
PARK = {2010: exact(50), 2012: exact(100), 2014: exact(400), 2015: exact(1)}
COUNTRY = pd.Series([100.0, 150, 200, 300, 400, float("nan")], index=range(2010, 2016))


def test_coverage_takes_the_years_that_both_have():
    found = measures.coverage_by_year(PARK, COUNTRY)
    assert list(found.index) == [2010, 2012, 2014]
    assert [c.value for c in found["coverage"]] == [0.5, 0.5, 1.0]
    wide = measures.coverage_by_year({2010: Interval(50, 40, 60, ("f",))}, COUNTRY)
    assert wide.loc[2010, "coverage"] == Interval(0.5, 0.4, 0.6, ("f",))
    assert wide.loc[2010, "rest"] == Interval(50, 40, 60, ("f",))


def test_growth_splits_exactly():
    found = measures.growth_split(measures.coverage_by_year(PARK, COUNTRY), [2010, 2012, 2014])
    # ln 2 + 0, ln 2 + ln 2, and 2 ln 2 + ln 2: none, half and a third of it coverage
    assert found["national"].tolist() == pytest.approx([100 * log(2), 100 * log(2), 200 * log(2)])
    assert [v.value for v in found["covered"]] == pytest.approx([0, 100 * log(2), 100 * log(2)])
    assert [v.value for v in found["share"]] == pytest.approx([0, 50, 100 / 3])
    assert found[["before", "after"]].to_numpy().tolist() == [[2010, 2012], [2012, 2014],
                                                              [2010, 2014]]


def test_parts_belong_together_at_both_bounds():
    park = {2010: Interval(50, 40, 60), 2012: Interval(100, 80, 120)}
    row = measures.growth_split(measures.coverage_by_year(park, COUNTRY), [2010, 2012]).iloc[0]
    for bound in ("low", "high"):
        assert getattr(row["park"], bound) == pytest.approx(
            row["national"] + getattr(row["covered"], bound))
    assert row["park"].high == pytest.approx(100 * log(3))
    # the share is least where growth is least: ln(80 / 60) is below ln 2, so coverage fell
    assert row["share"].low == pytest.approx(100 - 100 * log(2) / log(4 / 3))
    with pytest.raises(KeyError):
        measures.growth_split(measures.coverage_by_year(park, COUNTRY), [2010, 2011])


def test_jobs_of_2018():
    found = measures.jobs_admitted(tables.load("published"))
    # 13,000 added (read to the thousand), 5,000 of them in earlier companies (to five hundred)
    assert (found["admitted"].value, found["admitted"].low, found["admitted"].high) == (
        8000, 12_500 - 5250, 13_500 - 4750)
    assert found["share"].value == pytest.approx(100 * 8 / 13)
    assert found["companies"].value == pytest.approx(100 * 268 / 454)
    assert "park.staff.added.earlier-2018-bne2019" in found["share"].rows


def test_lines_of_several_totals():
    found = measures.coverage_lines(
        {2020: Interval(50, 40, 60), 2021: Interval(50, 50, 50)},
        {"national": pd.Series({2020: 100.0}), "services": pd.Series({2020: 200.0, 2021: 250.0})})
    assert found["key"].tolist() == ["national/2020", "services/2020", "services/2021"]
    assert found["central"].tolist() == [0.5, 0.25, 0.2]
    assert found.loc[0, ["low", "high"]].tolist() == [0.4, 0.6]
    assert found["total"].tolist()[0] == "of information services"
