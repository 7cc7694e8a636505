"""Forecasts, against closed formulas of the literature."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy import stats

from analysis.models import growth
from report.intervals import Interval

RNG = np.random.default_rng(1)
SERIES = pd.Series(np.exp(np.linspace(6, 8, 9) + 0.1 * RNG.standard_normal(9)),
                   index=range(2013, 2022))
# Two points for each parameter of the damped trend, and more
LONG = pd.Series(np.exp(np.linspace(5, 8, 14) + 0.1 * RNG.standard_normal(14)),
                 index=range(2008, 2022))


def test_log_linear_has_the_textbook_interval():
    n, h = len(SERIES), 3
    fit = sm.OLS(np.log(SERIES.to_numpy()), sm.add_constant(np.arange(n))).fit()
    # s^2 (1 + 1/n + (x - mean)^2 / Sxx), t with n - 2 degrees of freedom
    x = n + h - 1
    spread = np.sqrt(fit.scale * (1 + 1 / n + (x - 4) ** 2 / 60)) * stats.t.ppf(0.975, n - 2)
    centre = fit.params @ [1, x]
    found = growth.log_linear(SERIES, h, draws=200_000)
    assert np.log(found.median[2024]) == pytest.approx(centre, abs=0.005)
    assert np.log(found.interval().loc[2024]).tolist() == pytest.approx(
        [centre - spread, centre + spread], abs=0.01)


def test_drift_has_the_variance_of_the_literature():
    # Hyndman and Athanasopoulos, Forecasting: Principles and Practice (3rd edition, section 5.5):
    # sigma^2 h (1 + h / (T - 1)), here with a t distribution since sigma is estimated
    steps, h = np.diff(np.log(SERIES)), 4
    n = len(steps)
    spread = np.sqrt(steps.var(ddof=1) * h * (1 + h / n)) * stats.t.ppf(0.9, n - 1)
    centre = np.log(SERIES.iloc[-1]) + h * (np.log(SERIES.iloc[-1] / SERIES.iloc[0])) / n
    found = growth.drift(SERIES, h, draws=200_000)
    assert np.log(found.median[2025]) == pytest.approx(centre, abs=0.01)
    assert np.log(found.interval(0.8).loc[2025]).tolist() == pytest.approx(
        [centre - spread, centre + spread], abs=0.01)


@pytest.mark.parametrize("start", [None, 0.6])
def test_damped_trend_has_the_variance_of_the_literature(start):
    # Hyndman, Koehler, Ord and Snyder (2008), table 6.1, model (A, Ad, N)
    h = 5
    found = growth.damped(LONG, h, start=start, draws=100_000)
    a, b, phi = found.parameters[["alpha", "beta", "phi"]]
    ratio = (1 + a**2 * (h - 1)
             + b * phi * h / (1 - phi) ** 2 * (2 * a * (1 - phi) + b * phi)
             - b * phi * (1 - phi**h) / ((1 - phi) ** 2 * (1 - phi**2))
             * (2 * a * (1 - phi**2) + b * phi * (1 + 2 * phi - phi**h)))
    variances = np.log(found.paths).var()
    assert variances[2026] / variances[2022] == pytest.approx(ratio, rel=0.03)
    steps = np.diff(np.log(found.median))
    assert steps[1:] / steps[:-1] == pytest.approx(phi, abs=0.03)  # growth fades by phi a year


def test_damped_trend_recovers_what_made_the_series():
    # without noise growth of 0.4 fades by a factor of 0.9 a year
    logs = 5 + np.cumsum(0.4 * 0.9 ** np.arange(12))
    found = growth.damped(pd.Series(np.exp(logs), index=range(2010, 2022)), 2)
    ahead = logs[-1] + np.cumsum(0.4 * 0.9 ** np.array([12, 13]))
    assert np.log(found.median).tolist() == pytest.approx(ahead.tolist(), abs=1e-2)


def test_log_likelihood_is_stated():
    # normal errors with the variance of least squares: -n/2 (ln 2 pi s^2 + 1)
    def greatest(errors):
        return -len(errors) / 2 * (np.log(2 * np.pi * np.mean(errors**2)) + 1)

    logs, x = np.log(SERIES.to_numpy()), np.arange(9)
    line = logs - np.polyval(np.polyfit(x, logs, 1), x)
    steps = np.diff(logs)
    assert growth.log_linear(SERIES, 1, draws=2).loglik == pytest.approx(greatest(line))
    assert growth.drift(SERIES, 1, draws=2).loglik == pytest.approx(
        greatest(steps - steps.mean()))
    assert np.isnan(growth.constant(1, [2022]).loglik)
    free, fixed = (growth.damped(LONG, 1, start=start, draws=2).loglik for start in (None, 0.6))
    assert free >= fixed


def test_fitted_leaves_out_models_that_a_series_is_too_short_for():
    assert list(growth.fitted(LONG, 1)) == list(growth.MODELS)
    assert list(growth.fitted(SERIES, 1)) == ["line", "walk"]
    assert list(growth.NAMES) == list(growth.MODELS)
    with pytest.raises(ValueError, match="not positive"):
        growth.fitted(-SERIES, 1)


def test_total_adds_up_paths():
    found = growth.drift(SERIES, 3, draws=50)
    assert found.total([2022, 2024]) == pytest.approx(
        (found.paths[2022] + found.paths[2024]).to_numpy())
    assert found.points == 9


@pytest.mark.parametrize(("series", "message"), [
    (LONG.where(LONG.index != 2015), "missing"), (-LONG, "not positive"),
    (LONG.drop(2016), "consecutive"), (LONG.loc[2018:], "too few")])
def test_bad_series_is_refused(series, message):
    for model in growth.MODELS.values():
        with pytest.raises(ValueError, match=message):
            model(series, 2)


def test_constant_and_like_others():
    assert growth.constant(3200, [2022, 2023]).total([2022, 2023]).tolist() == [6400]
    exports = pd.DataFrame({"A": [10.0, 20, 30], "B": [10.0, 5, 10]}, index=[2021, 2022, 2023])
    found = growth.like_others(exports, 2021, [2022, 2023], 100)
    assert found.total([2022, 2023]).tolist() == [500, 150]
    assert growth.scaled(found, 2).total([2022]).tolist() == [400, 100]


def test_shortfall_is_widened_by_what_was_observed():
    paths = pd.DataFrame({2022: np.linspace(100, 200, 101)})
    found = growth.shortfall(growth.Forecast(paths, 9, pd.Series(dtype=float)),
                             {2022: Interval(50, 40, 60, ("f",))}, [2022], level=0.9)
    assert (found.value, found.low, found.high) == pytest.approx((100, 105 - 60, 195 - 40))
    assert found.rows == ("f",)
