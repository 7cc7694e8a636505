"""Permits by host, by hand."""

import pandas as pd
import pytest

from analysis import measures


def permits():
    return pd.DataFrame({"reporter": ["EU27", "PL", "LT", "PL"], "year": [2020, 2020, 2020, 2021],
                         "series": "valid", "persons": [100.0, 60, 15, 70]})


def test_rest_of_the_union_is_what_hosts_leave():
    shown = measures.permits_by_host(permits(), "valid", {"PL": "Poland", "LT": "Lithuania"})
    by = shown.set_index(["year", "host"])["persons"]
    assert by[2020, "Other EU members"] == 25
    assert by[2021, "Poland"] == 70 and pd.isna(by[2021, "Other EU members"])


def test_permit_that_was_not_published():
    assert measures.permit(permits(), "PL", "valid", 2021) == 70
    with pytest.raises(KeyError, match="LT in 2021"):
        measures.permit(permits(), "LT", "valid", 2021)


def test_points_stand_at_the_end_of_the_year():
    permits = pd.DataFrame({"reporter": ["PL", "PL"], "year": [2019, 2019],
                            "series": ["valid", "first"], "persons": [5, 9]})
    assert measures.permit_points(permits, "PL").to_dict("records") == [
        {"date": 2020.0, "value": 5.0, "low": 5.0, "high": 5.0}]
