"""Break in the mean, against the Nile series that the literature uses."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm

from analysis.models.breaks import _argmax_cdf, break_in_mean


@pytest.fixture(scope="module")
def nile():
    table = sm.datasets.nile.load_pandas().data
    return pd.Series(table["volume"].to_numpy(), index=table["year"].astype(int))


def test_nile_statistic_and_date(nile):
    # Zeileis, Leisch, Hornik and Kleiber (2002), strucchange: supF = 75.93, break after 1898
    result = break_in_mean(nile)
    assert result.statistic == pytest.approx(75.93, abs=0.005)
    assert (result.last_before, result.date) == (1898, 1899)
    assert result.p_value < 0.001


def test_nile_interval(nile):
    # strucchange dates by the last old year, 1895 to 1902; here by the first new one
    result = break_in_mean(nile)
    assert (result.bai_low, result.bai_high) == (1896, 1903)
    assert result.low in result.dates and 1896 <= result.low <= 1899 <= result.high <= 1903


def test_nile_means(nile):
    result = break_in_mean(nile)
    assert result.before == pytest.approx(nile.loc[:1898].mean())
    assert result.after == pytest.approx(nile.loc[1899:].mean())
    assert result.change == pytest.approx(-247.78, abs=0.005)


def test_statistic_is_the_f_test_of_a_dummy(nile):
    result = break_in_mean(nile, trend=True, lags=1)
    used = nile.iloc[1:]
    exog = pd.DataFrame({"trend": np.arange(1, 100), "lag": nile.to_numpy()[:-1]},
                        index=used.index).assign(one=1.0)
    step = pd.Series((used.index >= 1910).astype(float), index=used.index, name="step")
    fit = sm.OLS(used, pd.concat([exog, step], axis=1)).fit()
    assert result.profile[1910] == pytest.approx(fit.tvalues["step"] ** 2)
    assert result.n == 99


@pytest.mark.parametrize("quantile, chance", [(7.687, 0.95), (11.033, 0.975)])
def test_distribution_of_the_date_has_the_published_quantiles(quantile, chance):
    # Bai (1997), Econometric Theory and this review: 7.7 and 11.0 when nothing else changes
    assert _argmax_cdf(quantile, 1.0) == pytest.approx(chance, abs=1e-4)
    assert _argmax_cdf(-quantile, 1.0) == pytest.approx(1 - chance, abs=1e-4)


def test_distribution_of_the_date_with_two_variances_by_simulation():
    # left W(s) - s/2, right sqrt(2) W(s) - s/2: chance of a maximum on the left is 1/3
    assert _argmax_cdf(0.0, 2.0) == pytest.approx(1 / 3)
    assert _argmax_cdf(1e-12, 2.0) == pytest.approx(1 / 3, abs=1e-4)
    assert _argmax_cdf(200.0, 2.0) == pytest.approx(1, abs=1e-6)


def test_p_value_is_uniform_without_a_break():
    rng = np.random.default_rng(8)
    values = [break_in_mean(pd.Series(rng.normal(size=40)), draws=199, robust=False).p_value
              for _ in range(300)]
    assert np.mean(np.array(values) <= 0.1) == pytest.approx(0.1, abs=0.05)


def test_seasons_and_trend_are_not_taken_for_a_break():
    quarters = pd.period_range("2015Q1", periods=40, freq="Q")
    wave = np.tile([0.0, 3.0, -2.0, 1.0], 10) + 0.2 * np.arange(40)
    noise = np.random.default_rng(2).normal(0, 0.1, 40)
    series = pd.Series(wave + noise, index=quarters)
    assert break_in_mean(series).p_value < 0.05
    assert break_in_mean(series, trend=True, seasons=4).p_value > 0.1
    series.loc["2022Q1":] -= 1
    result = break_in_mean(series, trend=True, seasons=4)
    assert result.date == pd.Period("2022Q1") and result.change == pytest.approx(-1, abs=0.2)


def test_same_numbers_on_each_run(nile):
    assert break_in_mean(nile + 0.0, draws=99).p_value == break_in_mean(nile, draws=99).p_value


def test_bad_series_are_refused(nile):
    with pytest.raises(ValueError, match="missing"):
        break_in_mean(nile.where(nile > 500))
    with pytest.raises(ValueError, match="too few"):
        break_in_mean(nile.iloc[:5], trend=True)


def test_interval_exists_where_the_old_regime_has_next_to_no_noise():
    values = [0.0, 1e-5, 0.0, 1.3, 0.7, 1.4, 0.6, 1.2, 0.8, 1.3, 0.7, 1.0]
    found = break_in_mean(pd.Series(values, index=range(2000, 2012)))
    assert found.date == 2003
    assert found.bai_low <= 2003 <= found.bai_high
