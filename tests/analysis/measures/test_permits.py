"""Permits by host, by hand."""

import pandas as pd
import pytest

from analysis import measures

NAMES = {"PL": "Poland", "LT": "Lithuania", "CY": "Cyprus"}


def permits():
    rows = [("EU27", 2020, "valid", 100.0), ("PL", 2020, "valid", 60), ("LT", 2020, "valid", 15),
            ("PL", 2021, "valid", 70), ("EU27", 2020, "first", 30), ("PL", 2020, "first", 20),
            ("LT", 2020, "first", 4)]
    return pd.DataFrame(rows, columns=["reporter", "year", "series", "persons"])


def test_permits_by_year():
    shown = measures.permits_by_year(permits(), "valid")
    assert shown.loc[2020].to_dict() == {"EU27": 100, "LT": 15, "PL": 60}
    assert shown.index.tolist() == [2020, 2021] and pd.isna(shown.loc[2021, "LT"])


def test_rest_of_the_union_is_what_hosts_leave():
    shown = measures.permits_by_host(permits(), {"PL": "Poland", "LT": "Lithuania"}, since=2020)
    by = shown.set_index(["key", "year"])["persons"]
    assert by["valid/EU-other", 2020] == 25 and by["first/EU-other", 2020] == 6
    assert by["valid/PL", 2021] == 70
    assert ("valid/EU-other", 2021) not in by.index  # the total of 2021 is not published
    assert shown["host"].unique().tolist() == ["Poland", "Lithuania", "Other EU"]
    assert shown["kind"].unique().tolist() == ["Valid at the end of the year",
                                               "Issued for the first time in the year"]


def test_first_year_shown():
    shown = measures.permits_by_host(permits(), {"PL": "Poland"}, since=2021)
    assert shown["year"].unique().tolist() == [2021]


def test_stock_has_the_largest_host_first_and_no_total():
    stock = measures.stock_by_host(permits(), NAMES, by=2020)
    assert stock["key"].tolist() == ["PL", "LT"]
    assert stock["host"].tolist() == ["Poland", "Lithuania"]
    assert stock["2021"].iloc[0] == 70 and pd.isna(stock["2021"].iloc[1])


@pytest.fixture
def stock():
    return pd.DataFrame({"key": ["PL", "CY", "LT", "DE"], "host": ["Poland", "Cyprus", "Lithuania",
                                                                  "Germany"],
                         "2019": [50.0, 5, 20, None], "2024": [250.0, 20, 60, 90]})


def test_hosts_at_two_dates(stock):
    ends = measures.between_years(stock, 2019, 2024, least=60)
    assert ends.to_dict("records") == [
        {"key": "PL", "host": "Poland", "before": 50, "after": 250},
        {"key": "LT", "host": "Lithuania", "before": 20, "after": 60}]


def test_hosts_that_grew_most(stock):
    # by factors of 5, 4 and 3
    ends = measures.between_years(stock, 2019, 2024, least=0)
    assert measures.grown_most(ends, 2) == ["Poland", "Cyprus"]


def test_permit_that_was_not_published():
    assert measures.permit(permits(), "PL", "valid", 2021) == 70
    with pytest.raises(KeyError, match="LT in 2021"):
        measures.permit(permits(), "LT", "valid", 2021)


def test_points_stand_at_the_end_of_the_year():
    permits = pd.DataFrame({"reporter": ["PL", "PL"], "year": [2019, 2019],
                            "series": ["valid", "first"], "persons": [5, 9]})
    assert measures.permit_points(permits, "PL").to_dict("records") == [
        {"date": 2020.0, "value": 5.0, "low": 5.0, "high": 5.0}]
