"""Volumes by year and market, by hand."""

import pandas as pd
import pytest

from analysis.measures import outgoing
from analysis.measures.market_definitions import Definition

GROUPS = {"US": "us", "PL": "eu", "DE": "eu", "IN": "asia", "JP": "asia", "RU": "russia"}


def collaboration():
    """Each quarter of 2021 and 2022, and two quarters of 2023, at constant flows a year."""
    flows = {("US", 2021): 1000, ("PL", 2021): 200, ("IN", 2021): 150, ("RU", 2021): 500,
             ("US", 2022): 600, ("PL", 2022): 400, ("IN", 2022): 350, ("RU", 2022): 450,
             ("US", 2023): 500, ("PL", 2023): 300, ("IN", 2023): 250, ("RU", 2023): 550}
    rows = [("BY", to, year, quarter, weight) for (to, year), weight in flows.items()
            for quarter in range(1, 5) if year < 2023 or quarter < 3]
    rows.append(("PL", "US", 2021, 1, 9999))
    return pd.DataFrame(rows, columns=["source", "destination", "year", "quarter", "weight"])


def test_windows_are_whole_years_and_the_last_four_quarters():
    found = outgoing.windows(pd.PeriodIndex(["2022Q2", "2021Q1", "2021Q2", "2021Q3", "2021Q4",
                                             "2022Q1", "2022Q1"], freq="Q"))
    assert list(found) == ["2021", "last"]
    assert [str(q) for q in found["last"]] == ["2021Q3", "2021Q4", "2022Q1", "2022Q2"]


def test_work_by_year():
    work = outgoing.yearly_work(collaboration(), "BY", GROUPS)
    assert list(work.index) == ["2021", "2022", "last"]
    assert work.loc["2021"].to_dict() == {"us": 4000, "eu": 800, "asia": 600, "russia": 2000}
    assert work.loc["last", "us"] == 2 * 600 + 2 * 500


def test_markets_drawn_otherwise():
    table = collaboration()
    more = table[table["destination"] == "IN"].assign(destination="JP", weight=10)
    work = outgoing.work_of(pd.concat([table, more]), "BY", GROUPS, {
        "Asia": Definition("asia", "Asia", ("asia",)),
        "Asia without India": Definition("asia", "Asia without India", ("asia",), removed=("IN",)),
        "Russia": Definition("russia", "Russia", ("russia",)),
        "East": Definition("east", "East", ("russia",), added=("JP",))})
    assert work.loc["2021"].to_dict() == {"Asia": 640, "Asia without India": 40, "Russia": 2000,
                                          "East": 2040}


def test_account_of_a_year():
    # 2022: the United States 1600 less; the Union 800 and Asia 800 more, Russia 200 less
    found = outgoing.account(outgoing.yearly_work(collaboration(), "BY", GROUPS), "2021", "us")
    row = found.loc["2022"]
    assert (row["loss"], row["gains"]) == (1600, 1600)
    assert row["gains_share"] == pytest.approx(100)
    assert row["net_share"] == pytest.approx(100 * 1400 / 1600)
    assert row["total_change"] == pytest.approx(100 * (7200 / 7400 - 1))
    assert pd.isna(found.loc["2021", "gains_share"])


def test_net_share_does_not_depend_on_the_cut_and_gains_do():
    fine = GROUPS | {"JP": "japan"}
    table = collaboration()
    table = pd.concat([table, table[(table["destination"] == "IN") & (table["year"] == 2021)]
                       .assign(destination="JP", weight=100)])
    coarse, cut = (outgoing.account(outgoing.yearly_work(table, "BY", groups), "2021", "us")
                   .loc["2022"] for groups in (GROUPS, fine))
    assert coarse["net_share"] == pytest.approx(cut["net_share"])
    assert coarse["gains"] == 800 + 400 and cut["gains"] == 800 + 800


def test_nothing_is_replaced_where_nothing_was_lost():
    work = pd.DataFrame({"us": [10.0, 12], "eu": [5.0, 9]}, index=["2021", "2022"])
    found = outgoing.account(work, "2021", "us").loc["2022"]
    assert found["loss"] == -2 and pd.isna(found["gains_share"]) and pd.isna(found["net_share"])


def test_bounds_reach_from_all_hidden_before_to_all_hidden_after():
    # Japan is on record in one quarter of 2021 alone: three of 2021 and all of 2022 are hidden
    table = pd.concat([collaboration(), pd.DataFrame(
        [("BY", "JP", 2021, 1, 150)], columns=["source", "destination", "year", "quarter",
                                               "weight"])])
    work = outgoing.yearly_work(table, "BY", GROUPS)
    hidden = outgoing.hidden_work(table, "BY", GROUPS)
    assert hidden.loc["2021"].to_dict() == {"us": 0, "eu": 0, "asia": 300, "russia": 0}
    assert hidden.loc["2022", "asia"] == 400
    span = outgoing.account_bounds(work, hidden, "2021", "us").loc["2022", "gains_share"]
    # Asia: 750 to 1050 before, 1400 to 1800 after; the Union gains 800 whatever is hidden
    assert span.value == pytest.approx(100 * (800 + 650) / 1600)
    assert span.low == pytest.approx(100 * (800 + 350) / 1600)
    assert span.high == pytest.approx(100 * (800 + 1050) / 1600)


def test_bounds_are_missing_where_the_loss_may_be_none():
    index = ["2021", "2022"]
    work = pd.DataFrame({"us": [150.0, 120], "eu": [500.0, 600]}, index=index)
    hidden = pd.DataFrame({"us": [0.0, 100], "eu": [0.0, 0]}, index=index)
    assert outgoing.account_bounds(work, hidden, "2021", "us").loc["2022", "gains_share"] is None
