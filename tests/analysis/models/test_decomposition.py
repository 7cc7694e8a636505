"""Log-mean Divisia decomposition, against values by hand."""

from math import e, log, sqrt

import pytest

from analysis.models.decomposition import (
    chain,
    decompose,
    log_share,
    logarithmic_mean,
    split_by_interval,
    summed,
)
from report.intervals import Interval


def test_logarithmic_mean_by_hand():
    assert logarithmic_mean(e, 1.0) == pytest.approx(e - 1)
    assert logarithmic_mean(4.0, 1.0) == pytest.approx(3 / log(4))
    assert logarithmic_mean(7.0, 7.0) == 7.0


def test_logarithmic_mean_lies_between_geometric_and_arithmetic_mean():
    for a, b in [(1, 9), (3.2, 1.8), (5, 5.0001), (1e-6, 1e6)]:
        mean = float(logarithmic_mean(a, b))
        assert sqrt(a * b) < mean < (a + b) / 2


def test_logarithmic_mean_is_smooth_where_its_formula_is_not():
    for step in (1e-4, 1e-6, 1e-9, 1e-12):
        assert logarithmic_mean(1 + step, 1.0) == pytest.approx(1 + step / 2, rel=1e-9)


def test_two_equal_factors_share_the_change_equally():
    # 1 x 1 becomes e x e: L(e^2, 1) = (e^2 - 1) / 2, times ln e = 1 for each
    result = decompose({"people": 1, "per head": 1}, {"people": e, "per head": e})
    assert result.change == pytest.approx(e**2 - 1)
    assert result.contributions.tolist() == pytest.approx([(e**2 - 1) / 2] * 2)
    assert result.shares.tolist() == pytest.approx([0.5, 0.5])


def test_sectors_by_hand():
    # energy of two sectors as activity x structure x intensity: 30 + 20 becomes 80 + 16.
    # L(80, 30) = 50 / ln(8/3) = 50.97724, L(16, 20) = 4 / ln(5/4) = 17.92568
    before = {"activity": 50, "structure": [0.2, 0.8], "intensity": [3.0, 0.5]}
    after = {"activity": 80, "structure": [0.5, 0.5], "intensity": [2.0, 0.4]}
    first, second = 50 / log(8 / 3), 4 / log(5 / 4)
    result = decompose(before, after)
    assert (result.before, result.after) == pytest.approx((50, 96))
    assert result.contributions.to_dict() == pytest.approx({
        "activity": (first + second) * log(1.6),
        "structure": first * log(2.5) + second * log(0.625),
        "intensity": first * log(2 / 3) + second * log(0.8)})
    assert result.contributions.round(2).tolist() == [32.38, 38.28, -24.67]


def test_contributions_sum_to_the_change_and_change_sign_when_dates_are_swapped():
    before = {"a": [2.0, 5.0, 0.1], "b": [3.0, 0.2, 7.0], "c": 4.0}
    after = {"a": [1.0, 5.0, 9.0], "b": [8.0, 0.3, 0.5], "c": 3.0}
    forward, backward = decompose(before, after), decompose(after, before)
    assert forward.contributions.sum() == pytest.approx(forward.change, abs=1e-12)
    assert forward.shares.sum() == pytest.approx(1)
    assert backward.contributions.tolist() == pytest.approx((-forward.contributions).tolist())


def test_a_share_is_the_share_of_the_logarithm_with_one_category():
    result = decompose({"staff": 65, "per head": 50}, {"staff": 56, "per head": 32})
    expected = log(56 / 65) / log(56 * 32 / (65 * 50))
    assert result.shares["staff"] == pytest.approx(expected)
    assert log_share(65, 56, 65 * 50, 56 * 32) == pytest.approx(expected)


def test_no_change_has_no_shares():
    assert decompose({"a": 2, "b": 3}, {"a": 3, "b": 2}).shares.isna().all()
    with pytest.raises(ValueError, match="did not change"):
        log_share(1, 2, 6, 6)


@pytest.mark.parametrize("before, after, message", [
    ({"a": 1}, {"b": 1}, "factors differ"),
    ({"a": [1, 2]}, {"a": [1, 2, 3]}, "categories"),
    ({"a": 0}, {"a": 1}, "positive"),
])
def test_bad_factors_are_named(before, after, message):
    with pytest.raises(ValueError, match=message):
        decompose(before, after)


def test_numbers_that_are_not_positive_are_refused():
    with pytest.raises(ValueError, match="positive"):
        logarithmic_mean(1, 0)
    with pytest.raises(ValueError, match="positive"):
        log_share(1, 2, 3, -1)


def test_split_by_interval_of_exact_numbers():
    # total 100 to 400, factor doubles: half of the logarithm, and half of the 300
    split = split_by_interval(Interval(2, 2, 2), Interval(100, 100, 100), Interval(400, 400, 400))
    assert split.share.value == pytest.approx(50)
    assert split.factor.value == pytest.approx(150)
    assert split.rest.value == pytest.approx(150)


def test_split_by_interval_carries_rounding():
    # 3.2 to 1.8 billion with a quarter fewer people: ln 0.775 / ln(1750 / 3250) = 41.2% at the
    # least, ln 0.725 / ln(1850 / 3150) = 60.4% at the most
    split = split_by_interval(Interval(0.75, 0.725, 0.775), Interval(3200, 3150, 3250),
                              Interval(1800, 1750, 1850))
    assert split.share.low == pytest.approx(41.175, abs=0.001)
    assert split.share.high == pytest.approx(60.423, abs=0.001)


def test_chain_takes_the_years_that_both_have():
    people = {2017: Interval(1, 1, 1), 2018: Interval(2, 2, 2), 2020: Interval(4, 4, 4)}
    total = {2017: Interval(1, 1, 1), 2018: Interval(4, 4, 4), 2019: Interval(9, 9, 9),
             2020: Interval(8, 8, 8)}
    steps = chain(people, total)
    assert steps[["before", "after"]].to_numpy().tolist() == [[2017, 2018], [2018, 2020]]
    # ln 2 / ln 4, and ln 2 / ln 2
    assert [part.value for part in steps["share"]] == pytest.approx([50, 100])
    parts = [*steps["factor"], *steps["rest"]]
    assert summed(parts).value == pytest.approx(7)
