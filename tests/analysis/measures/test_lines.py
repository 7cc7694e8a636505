"""Series as lines, by hand."""

import pandas as pd

from analysis.measures.lines import quarterly_lines, smooth_and_single

WIDE = pd.DataFrame({"us": [1.0, 2.0], "eu": [3.0, 4.0], "rest": [5.0, 6.0]},
                    index=pd.period_range("2021Q4", periods=2, freq="Q"))
NAMES = {"eu": "Union", "us": "States"}


def test_lines_are_named_and_in_order():
    found = quarterly_lines(WIDE, NAMES, "bloc", "share")
    assert list(found.columns) == ["key", "year", "bloc", "share"]
    assert found.to_numpy().tolist() == [
        ["eu", 2021.75, "Union", 3], ["eu", 2022.0, "Union", 4],
        ["us", 2021.75, "States", 1], ["us", 2022.0, "States", 2]]


def test_single_quarters_stand_behind_under_keys_of_their_own():
    found = smooth_and_single(WIDE.iloc[1:], WIDE, {"us": "States"}, "bloc", "share")
    assert found["key"].to_list() == ["us", "us/quarter", "us/quarter"]
    assert found["bloc"].to_list() == ["States", "States, quarter", "States, quarter"]
    assert found["share"].to_list() == [2, 1, 2]
