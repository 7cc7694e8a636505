"""Work in public, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from analysis.measures.work import OUTCOMES

QUARTERS = pd.period_range("2021Q1", periods=8, freq="Q")


def flow(**counts):
    return pd.DataFrame(counts, index=QUARTERS, dtype=float)


FLOW = flow(BY=[10] * 4 + [5] * 4, PL=[20] * 4 + [40] * 4, DE=[10] * 4 + [10] * 4,
            NA=[1] * 7 + [np.nan])


def test_outcomes_of_one_quarter():
    activity = pd.DataFrame({"economy": ["BY"], "year": [2021], "quarter": [1],
                             "git_pushes": [600]})
    pushers = pd.DataFrame([("BY", 2021, 1, licence, n) for licence, n in (
        ("MIT", 200), ("Apache-2.0", 100), ("GPL-3.0", 110), ("NOASSERTION", 120))],
        columns=["economy", "year", "quarter", "licence", "pushers"])
    found = {key: frame.loc["2021Q1", "BY"]
             for key, frame in measures.work_levels(activity, pushers).items()}
    assert found == {"mit": 200, "four": 530, "pushes": 600, "intensity": 3}
    assert list(found) == list(OUTCOMES)


def test_logarithms_of_complete_donors_only():
    found = measures.log_flow(FLOW, "BY", ["PL", "NA"])
    assert list(found.columns) == ["BY", "PL"]
    assert found.iloc[0].tolist() == pytest.approx([np.log(10), np.log(20)])
    assert list(measures.complete_logs(FLOW).columns) == ["BY", "DE", "PL"]


def test_sums_of_four_quarters_beside_the_median_of_all():
    found = measures.against_base({"a": FLOW}, {"BY": "Belarus"}, 2021, "Others")
    at = found.set_index(["key", "year"])["index"]
    assert at["BY", 2022] == 100 and at["BY", 2023] == 50
    assert at["median", 2023] == 100  # of 50, 200 and 100
    assert found["economy"].unique().tolist() == ["Belarus", "Others"]


def test_change_relative_to_another():
    assert measures.relative_to(20, 50) == pytest.approx(-20)  # 1.2 over 1.5


def test_change_of_one_quarter():
    found = measures.change_of_quarter(FLOW, pd.Period("2022Q1"))
    assert found[["BY", "PL"]].tolist() == [-50, 100]
