"""Back-tests, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.models import backtest
from analysis.models.growth import Forecast, TooShort

# a model that always says 10 a year, or 9 or 11
PATHS = np.array([9.0, 10.0, 11.0])[:, None]


def flat(series, horizon):
    years = range(series.index[-1] + 1, series.index[-1] + 1 + horizon)
    return Forecast(pd.DataFrame(np.repeat(PATHS, horizon, axis=1), columns=years), len(series),
                    pd.Series(dtype=float))


SERIES = {"a": pd.Series([1.0, 2, 3, 10, 10, 12], index=range(2010, 2016)),
          "b": pd.Series([1.0, 2, 3, 40, 40], index=range(2010, 2015))}


def test_errors_are_of_sums_and_years_that_are_not_known_are_left_out():
    found = backtest.held_out(SERIES, {"flat": flat}, [2012, 2013], 2, least=3)
    assert found[["name", "origin"]].to_numpy().tolist() == [["a", 2012], ["b", 2012], ["a", 2013]]
    assert np.exp(found["error"]).tolist() == pytest.approx([1, 4, 1.1])
    assert found["inside80"].tolist() == [True, False, True]


def test_a_model_is_not_tested_on_a_series_too_short_for_it():
    def choosy(series, horizon):
        if len(series) < 4:
            raise TooShort("four")
        return flat(series, horizon)

    found = backtest.held_out(SERIES, {"flat": flat, "choosy": choosy}, [2012, 2013], 2, least=3)
    assert found.groupby("model").size().to_dict() == {"flat": 3, "choosy": 1}


def test_cases_are_what_is_fitted():
    names, origins, known, truth = zip(*backtest.cases(SERIES, [2012, 2013], 2, least=3))
    assert (names, origins) == (("a", "b", "a"), (2012, 2012, 2013))
    assert known[2].tolist() == [1, 2, 3, 10] and truth[2].tolist() == [10, 12]


def test_scores():
    found = backtest.scores(backtest.held_out(SERIES, {"flat": flat}, [2012], 2, least=3))
    row = found.iloc[0]
    assert (row["model"], row["tests"]) == ("flat", 2)
    assert (row["bias"], row["size"], row["inside95"]) == pytest.approx((150, 150, 50))


def test_rank_counts_the_unit_itself():
    assert backtest.rank_of(-0.5, pd.Series([-0.9, 0.1, 0.3])) == pytest.approx(0.5)
    assert backtest.rank_of(-1.0, pd.Series([-0.9, 0.1, 0.3])) == pytest.approx(0.25)
