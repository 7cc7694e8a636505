"""Breaks of several series as a table, by hand."""

import numpy as np
import pandas as pd

from analysis.models.dated_breaks import Candidate, break_table


def test_a_step_is_dated_and_a_short_series_listed():
    noise = np.tile([0.0, 0.1, -0.1, 0.05], 5)
    step = pd.Series(np.repeat([0.0, 5.0], 10) + noise, index=range(2001, 2021))
    found = break_table(
        [Candidate("step", "A step", "yearly", step, lambda year: f"y{year}")],
        too_short=[Candidate("short", "Short", "yearly", step.iloc[:3])]).set_index("key")
    assert found.loc["step", ["n", "date", "first", "last", "dates"]].tolist() == [
        "20", "y2011", "y2011", "y2011", "y2011 to y2011"]
    assert found.loc["step", "p"] < 0.01
    assert found.loc["short", ["n", "date"]].tolist() == ["3", "not tested"]
    assert pd.isna(found.loc["short", "dates"])
