"""Events of the timeline, by hand."""

import pandas as pd
import pytest

from analysis import measures
from report import tables

EVENTS = pd.DataFrame({
    "event": ["2022-02-24-russia-invades-ukraine-also",
              "2020-08-09-disputed-presidential-election-mass", "2022-01-office"],
    "title": ["War", "Vote", "Office"], "category": ["war", "politics", "company"],
    "date": pd.to_datetime(["2022-02-24", "2020-08-09", "2022-01-01"]),
    "precision": ["day", "day", "month"], "source": ["a", "b", "c"],
    "note": [None, "disputed", None]})


def test_timeline_runs_in_order_with_notes_and_citations():
    found = measures.timeline(EVENTS)
    assert found["title"].tolist() == ["Vote (disputed)", "Office", "War"]
    assert found["shown"].tolist() == ["2020-08-09", "2022-01", "2022-02-24"]
    assert found["category"].tolist() == ["Politics", "Companies", "War"]
    assert found["cited"].iloc[0] == "{cite:p}`b`"
    assert found["year"].iloc[1] == pytest.approx(2022)


def test_periods_have_their_first_day_and_not_their_last():
    assert measures.events_by_period(measures.timeline(EVENTS)) == {
        "all": 3, "between": 2, "after": 1}


def test_every_category_of_the_table_has_a_name():
    assert measures.timeline(tables.load("events"))["category"].notna().all()


def test_landmarks_stand_at_their_dates():
    # 9 August is the 222nd day of the leap year 2020, 24 February the 55th of 2022
    assert measures.landmarks(EVENTS) == {2020.61: "Election", 2022.15: "Invasion"}
    assert measures.landmarks(EVENTS, {"2022-01-office": "Office"}) == {2022.0: "Office"}


def test_landmark_that_is_missing_is_named():
    with pytest.raises(LookupError, match="2022-02-24-russia"):
        measures.landmarks(EVENTS.drop(index=0))
