"""The split of a gap adds up."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures


def series(*values):
    return pd.Series(values, pd.period_range("2021Q1", periods=len(values), freq="Q"), dtype=float)


def test_half_the_gap_is_own_fall():
    # own sum from 400 to 200 (factor 1/2), counterfactual from 40 to 80 (factor 2): gap 1/4
    found = measures.split_gap(series(*[100] * 4, *[50] * 4), series(*[10] * 4, *[20] * 4), 2021)
    assert found.gap_percent == pytest.approx(-75)
    assert found.own == pytest.approx(-np.log(2)) and found.elsewhere == pytest.approx(np.log(2))
    assert (found.own_share, found.growth_share) == pytest.approx((50, 50))


def test_parts_make_the_whole_whatever_the_numbers():
    found = measures.split_gap(series(7, 5, 9, 8, 3, 4, 2, 6), series(11, 12, 9, 8, 13, 17, 9, 9),
                               2021)
    assert found.own_share + found.growth_share == pytest.approx(100, abs=1e-12)
    # 29 to 15 and 40 to 48
    assert found.gap_percent == pytest.approx(100 * (15 / 29 / (48 / 40) - 1))


def test_growth_share_is_negative_where_others_shrank():
    found = measures.split_gap(series(*[100] * 4, *[25] * 4), series(*[10] * 4, *[5] * 4), 2021)
    # factors 1/4 and 1/2: the own change is twice the gap
    assert (found.own_share, found.growth_share) == pytest.approx((200, -100))


def test_a_year_or_the_last_four_quarters():
    observed = series(*[100] * 4, *[50] * 4, 25, 25)
    flat = series(*[10] * 10)
    assert measures.split_gap(observed, flat, 2021, 2022).gap_percent == pytest.approx(-50)
    # the last four quarters are 50, 50, 25, 25
    assert measures.split_gap(observed, flat, 2021).gap_percent == pytest.approx(-62.5)


@pytest.mark.parametrize(("observed", "words"), [
    (series(*[10] * 7), "missing"), (series(*[10] * 7, np.nan), "missing"),
    (series(*[10] * 7, 0), "not positive"), (series(*[10] * 8), "no gap")])
def test_what_cannot_be_split_is_refused(observed, words):
    year = 2022 if len(observed) == 7 else None
    with pytest.raises(ValueError, match=words):
        measures.split_gap(observed, series(*[10] * 8), 2021, year)
