"""Figures that differ, by hand."""

import pandas as pd

from analysis import measures
from analysis.measures import source_conflicts
from analysis.measures.source_conflicts import Conflict
from report import tables
from report.intervals import Interval

NAN = float("nan")


def published(*changes):
    base = {"figure": "f", "indicator": "park.exports", "period": "2020", "value": 100.0,
            "period_start": pd.Timestamp("2020-01-01"), "period_end": pd.Timestamp("2020-12-31"),
            "value_high": NAN, "resolution": NAN, "qualifier": "plain", "source": "s",
            "preferred": True, "unit": "USD million"}
    return pd.DataFrame([base | {"figure": f"f{i}"} | c for i, c in enumerate(changes)])


ONE = Conflict("a", "Exports", "park.exports", ("2020",), "open", "who knows")


def test_values_as_printed():
    rows = published({"value": 585.2}, {"value": 585.2, "preferred": False},
                     {"value": 600.0, "qualifier": "over", "preferred": False})
    assert source_conflicts.found(rows, "park.exports", ["2020"]) == "585.2; over 600"
    assert source_conflicts.kept(rows, "park.exports", ["2020"]) == "585.2"
    assert source_conflicts.kept(rows[1:], "park.exports", ["2020"]) == "\N{EN DASH}"
    spread = published({"value": 80.0, "value_high": 90.0, "qualifier": "range"}).iloc[0]
    assert source_conflicts.as_printed(spread) == "80 to 90"


def test_a_derived_value_takes_the_place_of_printed_ones():
    rows = published({"value": 2000.0})
    found = measures.conflicts(rows, {}, [ONE])
    assert (found["key"].tolist(), found["kept"].tolist()) == (["open/a"], ["2,000"])
    derived = {"a": Interval(2188, 2179, 2197)}
    assert measures.conflicts(rows, derived, [ONE])["kept"].tolist() == ["2,179 to 2,197 (derived)"]


def test_the_period_that_is_used_can_be_one_of_several():
    rows = published({"value": 30.0, "period": "2018"}, {"value": 45.0, "period": "2019"})
    both = Conflict("b", "Exports", "park.exports", ("2018", "2019"), "settled", "dates", "2019")
    found = measures.conflicts(rows, {}, [both]).iloc[0]
    assert (found["found"], found["kept"]) == ("30; 45", "45")
    assert measures.conflict_figures(rows, [both]).tolist() == ["f0", "f1"]


def test_every_conflict_of_the_book_has_figures():
    found = measures.conflicts(tables.load("published"), {})
    assert (found["found"] != "").all() and found["key"].is_unique
    # as many as the text names
    assert found.loc[found["state"] == "open", "key"].tolist() == [
        "open/exports-2009", "open/exports-2019", "open/staff-2025"]
