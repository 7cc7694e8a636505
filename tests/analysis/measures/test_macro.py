"""Yearly series of economies, by hand."""

import pandas as pd
import pytest

from analysis import measures

TABLE = pd.DataFrame({
    "economy": ["BY", "BY", "PL", "PL"], "year": [2020, 2021, 2021, 2021],
    "indicator": ["BX.GSR.CCIS.CD", "BX.GSR.CCIS.CD", "BX.GSR.CCIS.CD", "NY.GDP.MKTP.CD"],
    "value": [2e9, 3e9, 5e6, 7e6]})


def test_series_are_in_millions():
    found = measures.usd_million(TABLE, "BX.GSR.CCIS.CD")
    assert found["BY"].tolist() == [2000, 3000]
    assert found.loc[2021, "PL"] == 5 and pd.isna(found.loc[2020, "PL"])


def test_index_is_long_and_keeps_gaps():
    levels = pd.DataFrame({"BY": [2.0, 4.0], "PL": [None, 5.0]}, index=[2020, 2021])
    found = measures.indexed(levels, 2021, {"BY": "Belarus", "PL": "Poland"})
    assert found["key"].tolist() == ["BY", "BY", "PL", "PL"]
    assert found["economy"].tolist() == ["Belarus", "Belarus", "Poland", "Poland"]
    assert found["index"].tolist() == pytest.approx([50, 100, float("nan"), 100], nan_ok=True)
