"""Breaks of several series as a table, by hand."""

import numpy as np
import pandas as pd

from analysis.models.dated_breaks import Candidate, break_table, of_the_sector


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


def test_series_of_the_sector_are_named():
    yearly = pd.Series(np.exp(np.linspace(0, 2, 17)) + 0.1 * np.sin(range(17)),
                       index=range(2005, 2022))
    quarters = pd.Series(np.sin(range(24)), index=pd.period_range("2020Q1", periods=24, freq="Q"))
    found = of_the_sector(yearly, yearly, quarters, yearly.iloc[:5]).set_index("key")
    assert found["n"].to_dict() == {"services": "17", "ict": "16", "pushes": "24", "park": "5"}
    assert found.loc["pushes", "date"].startswith("202") and " Q" in found.loc["pushes", "date"]
