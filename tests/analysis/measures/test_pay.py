"""Pay in constant prices, by hand."""

import pandas as pd
import pytest

from analysis import measures
from report import tables


def macro(years, values, code="FP.CPI.TOTL.ZG"):
    return pd.DataFrame({"economy": "BY", "year": years, "indicator": code, "value": values})


def test_price_index_chains_inflation():
    prices = measures.price_index(macro([2018, 2019, 2020], [5.0, 10, 20]), "BY", 2018)
    assert prices.to_dict() == pytest.approx({2018: 1, 2019: 1.1, 2020: 1.32})
    earlier = measures.price_index(macro([2018, 2019, 2020], [5.0, 10, 20]), "BY", 2020)
    assert earlier[2018] == pytest.approx(1 / 1.32)


def test_price_index_refuses_gaps():
    with pytest.raises(ValueError, match="gaps"):
        measures.price_index(macro([2018, 2020], [5.0, 10]), "BY", 2018)
    with pytest.raises(ValueError, match="lacks 2017"):
        measures.price_index(macro([2018, 2019], [5.0, 10]), "BY", 2017)


def test_pay_table():
    rows = pd.DataFrame({"period": ["2020"], "period_start": [pd.Timestamp("2020-01-01")],
                         "central": [2640.0]})
    found = measures.pay_table(rows, pd.Series({2020: 1.32}), pd.Series({2020: 2.4}),
                               pd.Series({2020: 1320.0})).iloc[0]
    assert (found["real"], found["usd"], found["times"]) == pytest.approx((2000, 1100, 2))


def test_exchange_rate_is_by_year():
    rates = measures.exchange_rate(macro([2021, 2020], [2.5, 2.4], "PA.NUS.FCRF"), "BY")
    assert rates.to_dict() == {2020: 2.4, 2021: 2.5}


def test_real_growth():
    wages, prices = pd.Series({2018: 100.0, 2022: 180.0}), pd.Series({2018: 1.0, 2022: 1.5})
    assert measures.real_growth(wages, prices, 2018, 2022) == pytest.approx(20)


def test_pay_by_period_says_whose_it_is():
    rows = measures.pay_rows(tables.load("published"))
    ones = pd.Series(1.0, index=range(2016, 2024))
    found = measures.pay_by_period(rows, ones, ones, ones)
    assert set(found["key"]) == {"it/2016", "it/2018", "it/2022", "it/2023", "park/2018"}
    assert "2023-01 to 2023-05" in found["period"].to_list()
