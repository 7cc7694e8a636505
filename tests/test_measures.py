"""Measures on tables small enough to check by hand."""

import pandas as pd
import pytest

from analysis import measures
from analysis.intervals import Interval


def quarters(first, n):
    return pd.period_range(first, periods=n, freq="Q")


def test_with_quarter_and_wide():
    frame = pd.DataFrame({"economy": ["BY", "BY"], "year": [2020, 2020], "quarter": [1, 2],
                          "git_pushes": [5, 7]})
    assert measures.wide(frame, "git_pushes")["BY"].to_dict() == {
        pd.Period("2020Q1"): 5, pd.Period("2020Q2"): 7}


def test_decimal_year():
    assert list(measures.decimal_year(quarters("2021Q4", 2))) == [2021.75, 2022.0]


def test_donor_pool_is_of_like_size_and_not_hit_itself():
    activity = pd.DataFrame({"economy": ["BY", "AA", "BB", "CC", "DD"], "year": 2021,
                             "git_pushes": [100, 20, 501, 300, 19]})
    economies = pd.DataFrame({"iso2": ["BY", "AA", "BB", "CC", "DD"],
                              "donor": [False, True, True, False, True]})
    assert measures.donor_pool(activity, economies, "BY", 2021) == ["AA"]


def test_change_of_last_year():
    # 2021 sums to 100; the last four quarters sum to 80: a fall of 20%
    series = pd.Series([10, 20, 30, 40, 99, 20, 20, 20, 20], quarters("2021Q1", 9))
    assert measures.change_of_last_year(series, 2021) == pytest.approx(-20)


def test_change_needs_whole_years():
    with pytest.raises(ValueError, match="2021"):
        measures.change_of_last_year(pd.Series([1, 2, 3, 4, 5], quarters("2021Q2", 5)), 2021)


def test_index_to():
    series = pd.Series([50.0, 150, 200], [2019, 2020, 2021])
    assert list(measures.index_to(series, [2019, 2020])) == [50, 150, 200]


def published(**changes):
    row = {"figure": "f", "indicator": "park.exports", "period_start": pd.Timestamp("2021-01-01"),
           "period_end": pd.Timestamp("2021-12-31"), "value": 3200.0, "value_high": float("nan"),
           "resolution": float("nan"), "qualifier": "plain", "source": "s"}
    return pd.DataFrame([row | changes])


def test_published_figure_is_an_interval():
    assert measures.figure(published(), "f") == Interval(3200, 3150, 3250, ("f",))
    assert measures.figure(published(resolution=1.0), "f").high == 3200.5
    printed = measures.figure(published(value=80.0, value_high=90.0, qualifier="range"), "f")
    assert (printed.low, printed.high) == (80, 90)


def test_unknown_figure_and_indicator():
    with pytest.raises(KeyError, match="'g'"):
        measures.figure(published(), "g")
    with pytest.raises(KeyError, match="park.staff"):
        measures.with_intervals(published(), "park.staff")


def test_with_intervals():
    row = measures.with_intervals(published(), "park.exports").iloc[0]
    assert (row["low"], row["central"], row["high"]) == (3150, 3200, 3250)
    assert row["middle"] == pytest.approx(2021.5, abs=0.01)


def collaboration():
    return pd.DataFrame({
        "source": ["BY"] * 5 + ["PL"], "destination": ["US", "RU", "FR", "US", "RU", "US"],
        "year": [2020] * 6, "quarter": [1, 1, 1, 2, 2, 1], "weight": [60, 30, 10, 50, 50, 999]})


def test_destination_shares():
    shares = measures.destination_shares(collaboration(), "BY", {"US": "us", "RU": "russia"})
    assert shares.loc["2020Q1"].to_dict() == {"rest": 10, "russia": 30, "us": 60}
    assert shares.loc["2020Q2"].to_dict() == {"rest": 0, "russia": 50, "us": 50}


def test_period_share_weighs_by_volume():
    # 60 + 50 of 200 recorded
    share = measures.period_share(collaboration(), "BY", {"US": "us"}, quarters("2020Q1", 2))
    assert share["us"] == pytest.approx(55)


def test_year_and_last():
    year, last = measures.year_and_last(quarters("2020Q1", 11), 2021)
    assert [str(q) for q in year] == ["2021Q1", "2021Q2", "2021Q3", "2021Q4"]
    assert str(last[0]) == "2021Q4" and str(last[-1]) == "2022Q3"


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


def test_pair_panel_marks_one_source_after_a_date():
    flows = pd.DataFrame({"source": ["BY", "BY", "BY", "PL", "BY"],
                          "destination": ["US", "US", "RU", "US", "BY"],
                          "year": [2021, 2022, 2022, 2022, 2022], "quarter": [4, 1, 1, 1, 1],
                          "weight": [1, 2, 3, 4, 5]})
    panel = measures.pair_panel(flows, {"US": "united_states"}, "BY", pd.Period("2022Q1"),
                                {"united_states": "to_us"}, least=1)
    assert panel["to_us"].to_list() == [0, 1, 0, 0]
    assert panel["quarter"].to_list() == ["2021Q4", "2022Q1", "2022Q1", "2022Q1"]
    fewer = measures.pair_panel(flows, {}, "BY", pd.Period("2022Q1"), {}, least=2)
    assert set(fewer["source"]) == {"BY"}


def test_log_odds():
    assert measures.log_odds(pd.Series([50.0]))[0] == 0
    assert measures.log_odds(pd.Series([80.0]))[0] == pytest.approx(1.386294)  # ln 4


def test_change_of_ties_leaves_out_incomplete_senders():
    flows = pd.DataFrame({"source": ["BY", "BY", "PL", "PL", "DE"], "destination": "US",
                          "year": [2021, 2022, 2021, 2022, 2022], "quarter": [4, 1, 4, 1, 1],
                          "weight": [100, 50, 10, 20, 7]})
    change = measures.change_of_ties(flows, "US", pd.Period("2022Q1"))
    assert change.round(6).to_dict() == {"BY": -0.693147, "PL": 0.693147}  # half, and twice
    assert measures.rank_from_below(change, "BY") == 0.5


def test_bloc_flows():
    flows = measures.bloc_flows(collaboration(), "BY", {"US": "us"}, quarters("2020Q1", 2))
    assert flows.to_dict() == {"rest": 90, "us": 110}
