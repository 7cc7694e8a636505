"""Other figures of the park, by hand."""

import pandas as pd
import pytest

from analysis import measures
from analysis.measures import park_record
from report import tables
from report.intervals import Interval

NAN = float("nan")


def published(*changes):
    base = {"figure": "f", "indicator": "park.production", "period": "2020", "value": 100.0,
            "period_start": pd.Timestamp("2020-01-01"), "period_end": pd.Timestamp("2020-12-31"),
            "value_high": NAN, "resolution": NAN, "qualifier": "plain", "source": "s",
            "preferred": True, "unit": "USD million"}
    return pd.DataFrame([base | {"figure": f"f{i}"} | c for i, c in enumerate(changes)])


def test_redenomination():
    rows = pd.DataFrame({"value": [6_960_000.0, 7400.0], "low": [6_955_000.0, 7350.0],
                         "unit": ["BYR million (before the 2016 redenomination)", "BYN million"]})
    found = measures.in_new_roubles(rows)
    assert found["value"].tolist() == [696.0, 7400.0]
    assert found["low"].tolist() == [695.5, 7350.0]
    assert set(found["unit"]) == {"BYN million"}


def test_production_in_dollars_rests_on_all_figures_of_a_year():
    rows = published({"value": 7400.0, "unit": "BYN million"},
                     {"value": 7500.0, "unit": "BYN million", "source": "t"})
    found = measures.park_production(rows, {2020: 2.5})
    # 7,400 give or take 50
    assert found == {2020: Interval(2960, 2940, 2980, ("f0", "f1"))}


def test_record_rows_tell_parts_of_a_year_from_years():
    rows = published({}, {"period": "2020-H1", "period_end": pd.Timestamp("2020-06-30")},
                     {"period": "2020-03-01", "period_start": pd.Timestamp("2020-03-01"),
                      "period_end": pd.Timestamp("2020-03-01")})
    found = park_record.record_rows(rows, {"Exports": "park.production"})
    assert dict(zip(found["period"], found["kind"])) == {
        "2020": "preferred", "2020-H1": "other", "2020-03-01": "preferred"}
    assert park_record.derived_rows("Exports", {2019: Interval(2, 1, 3)}).iloc[0][
        ["middle", "low", "high", "kind"]].tolist() == [2019.5, 1, 3, "derived"]


def test_record_of_the_data_has_panels_in_order_and_derived_values():
    rows = measures.record_by_panel(tables.load("published"), dict.fromkeys(range(2005, 2026), 2.0),
                                    {2021: Interval(31, 30, 32)})
    assert list(dict.fromkeys(rows["panel"])) == list(park_record.PANELS)
    derived = rows[rows["kind"] == "derived"].set_index("panel")
    # taxes of 418 million in 2020 after growth of 17.1%
    assert derived.loc["Taxes and payments, BYN million", "period"] == "2019"
    assert derived.loc["Share of services exports, percent", "central"] == pytest.approx(31)
