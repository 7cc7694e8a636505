"""Companies that shrank, by hand."""

from functools import partial

import pytest

from analysis import measures
from analysis.measures.companies import fall_to_2023
from report import tables
from report.published import figure

PUBLISHED = tables.load("published")


def test_the_park_lost_a_share_of_its_headcount():
    lost = fall_to_2023(partial(figure, PUBLISHED))
    # 22.5 to 27.5% of 70,000 to 75,000
    assert (lost.low, lost.high) == pytest.approx((15_750, 20_625))


def test_epam_is_a_part_of_the_fall():
    row = measures.companies_that_shrank(PUBLISHED).set_index("key").loc["epam"]
    # over 10,000 (to 15,000) less under 5,000 (from 4,500)
    assert (row["fall"].low, row["fall"].high) == (5000, 10_500)
    assert row["offall"].low == pytest.approx(100 * 5000 / 20_625)
    assert row["ofpark"].high == pytest.approx(100 * 10_500 / 70_000)
