"""Ties in both directions, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import partners


def table(rows):
    return pd.DataFrame(rows, columns=["source", "destination", "year", "quarter", "weight"])


def quarters(*labels):
    return pd.PeriodIndex(labels, freq="Q")


def both_directions():
    return table([("BY", "PL", 2021, 1, 200), ("PL", "BY", 2021, 1, 300),
                  ("BY", "DE", 2021, 1, 500), ("PL", "BY", 2021, 2, 150),
                  ("DE", "BY", 2021, 2, 110), ("PL", "DE", 2021, 1, 900)])


def test_both_ways():
    found = partners.both_ways(both_directions(), "BY", ["PL", "DE"], {"q1": quarters("2021Q1")})
    assert found.loc["PL"].to_dict() == {"in_q1": 300, "out_q1": 200}
    assert np.isnan(found.loc["DE", "in_q1"])


def test_changes_by_partner_start_with_the_one_that_sends_most():
    found = partners.changes_by_partner(both_directions(), "BY", {"DE": "Germany", "PL": "Poland"},
                                        quarters("2021Q1"), quarters("2021Q2"))
    assert found["partner"].to_dict() == {"PL": "Poland", "DE": "Germany"}
    assert list(found.index) == ["PL", "DE"]
    assert found.loc["PL", "in_change"] == -50
    assert np.isnan(found.loc["PL", "out_change"])  # nothing on record in the second quarter


def test_incoming_adds_up_the_same_senders_for_each():
    found = partners.incoming(both_directions(), ["BY", "DE"], ["PL", "DE"])
    assert found["BY"].to_list() == [300, 260]
    assert found["DE"].dropna().to_list() == [900]


def test_persistence():
    found = partners.persistence(both_directions(), "BY", ["PL", "DE"], quarters("2021Q2"),
                                 quarters("2021Q1", "2021Q2"))
    assert found == {"base": 2, "kept": 1, "seen": 2}


def test_reciprocity():
    # 200 of Poland's 500 each way, nothing of Germany's 500
    assert partners.reciprocity(both_directions(), "BY", ["PL", "DE"], quarters("2021Q1")) == 40


def test_lasting_and_mutual():
    found = partners.lasting_and_mutual(both_directions(), {"BY": "Belarus"}, ["PL", "DE"],
                                        quarters("2021Q1"), quarters("2021Q2"))
    row = found.loc["BY"]
    assert (row["economy"], row["now"], row["base"], row["kept"]) == ("Belarus", 260, 1, 1)
    assert row["change"] == pytest.approx(100 * (260 / 300 - 1))
    assert (row["matched"], row["matched_now"]) == (40, 0)
