"""Losses that may have turned up elsewhere, by hand."""

import pandas as pd
import pytest

from analysis.models import relocation
from report.intervals import Interval

# doubles every year to 2021, then trebles: 8 forecast against 12
EXPORTS = pd.DataFrame({"A": [1.0, 2, 4, 8, 16, 48]}, index=range(2017, 2023))


def test_above_trend_of_a_steady_series():
    row = relocation.above_trend(EXPORTS, 2021, 2022).loc["A"]
    assert (row["before"], row["after"], row["rise"]) == (16, 48, 32)
    assert row[["excess", "low", "high"]].tolist() == pytest.approx([16, 16, 16])


def test_known_ends_with_the_base_year_and_leaves_gaps_out():
    exports = EXPORTS.assign(B=[float("nan"), 3, 3, 3, 3, 3])
    found = relocation.known(exports, 2021)
    assert found["A"].tolist() == [1, 2, 4, 8, 16] and list(found["B"].index) == [
        2018, 2019, 2020, 2021]


def test_billed_elsewhere():
    loss = Interval(10, 8, 12)
    found = relocation.billed_elsewhere(loss, gained=6, other_loss=20)
    assert (found["most"].low, found["most"].value, found["most"].high) == pytest.approx(
        (50, 60, 75))
    assert found["alike"].value == pytest.approx(20)
    assert relocation.billed_elsewhere(loss, 100, 0)["most"].low == 100
    assert relocation.billed_elsewhere(loss, -1, 0)["most"].high == 0
    with pytest.raises(ValueError, match="positive"):
        relocation.billed_elsewhere(Interval(0, -1, 1), 6, 0)
