"""Pay in constant prices, by hand."""

import pandas as pd
import pytest

from analysis import measures


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
