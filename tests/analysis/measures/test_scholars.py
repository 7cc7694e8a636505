"""Scholars by year, and groups side by side."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures

SCHOLARS = pd.DataFrame([
    ("scopus", 2022, np.nan, 27, 71), ("scopus", 2021, 4000, 40, 60),
    ("openalex", 2021, 5000, 1, 2)],
    columns=["source", "year", "researchers", "arrivals", "departures"])


def test_net_and_rates_of_one_database():
    found = measures.scholars_by_year(SCHOLARS, "scopus")
    assert found.index.to_list() == [2021, 2022]
    assert found["net"].to_list() == [-20, -44]
    assert found.loc[2021, ["net_rate", "departure_rate"]].to_list() == [-5, 15]
    assert found.loc[2022, ["net_rate", "departure_rate"]].isna().all()


def test_groups_side_by_side():
    found = measures.side_by_side({"scholars": pd.Series({2020: 50.0, 2021: 40.0}),
                                   "pushers": pd.Series({2021: 10.0, 2022: 5.0})}, 2021)
    assert found["scholars"].dropna().to_dict() == {2020: 125, 2021: 100}
    assert found["pushers"].dropna().to_dict() == {2021: 100, 2022: 50}


@pytest.mark.parametrize("series", [pd.Series({2020: 50.0}), pd.Series({2021: np.nan})])
def test_each_group_needs_the_base_year(series):
    with pytest.raises(ValueError, match="scholars has no value for 2021"):
        measures.side_by_side({"scholars": series}, 2021)
