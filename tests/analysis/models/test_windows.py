"""Gaps by window and their changes, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.models.placebos import placebo_in_space
from analysis.models.synthetic import equal_weights
from analysis.models.windows import (
    across_outcomes,
    by_change,
    by_window,
    results_by_year,
    widening,
    windows_after,
    years_to,
)

QUARTERS = pd.period_range("2022Q1", periods=12, freq="Q")
YEARS = {str(year): slice(f"{year}Q1", f"{year}Q4") for year in (2022, 2023, 2024)}


def years(*values):
    return np.repeat(values, 4)


# logarithms, one value a year
GAPS = pd.DataFrame({"a": years(0.0, -0.5, -0.7), "b": years(-0.1, -0.3, -0.8),
                     "c": years(0.2, 0.8, 0.3), "d": years(-0.2, 0.1, 0.9)}, index=QUARTERS)


def test_gap_and_rank_of_each_year_by_hand():
    table = by_window(GAPS, "a", YEARS).set_index("window")
    assert table["gap"].tolist() == pytest.approx([0, np.exp(-0.5) - 1, np.exp(-0.7) - 1])
    assert table["rank"].tolist() == [3, 1, 2]
    assert table["p_value"].tolist() == [3 / 4, 1 / 4, 2 / 4]
    # sizes of 2023: 0.5, 0.3, 0.8, 0.1; of 2024: 0.7, 0.8, 0.3, 0.9
    assert table["two_sided_p_value"].tolist() == [1, 2 / 4, 3 / 4]
    assert (table["n"] == 4).all()


def test_gap_of_a_window_is_the_mean_share():
    gaps = GAPS.assign(a=np.log([0.5, 0.7, 0.9, 0.9, *[1.0] * 8]))
    table = by_window(gaps, "a", {"half": slice(QUARTERS[0], QUARTERS[1])})
    assert table["gap"].item() == pytest.approx(-0.4)


def test_change_from_year_to_year_by_hand():
    # changes of a: -0.5, -0.2; b: -0.2, -0.5; c: 0.6, -0.5; d: 0.3, 0.8
    table = by_change(GAPS, "a", YEARS).set_index("window")
    assert table.index.tolist() == ["2023", "2024"]
    assert table["gap"].tolist() == pytest.approx([np.exp(-0.5) - 1, np.exp(-0.2) - 1])
    assert table["rank"].tolist() == [1, 3]
    assert table["two_sided_p_value"].tolist() == [2 / 4, 1]


def test_change_of_change_by_hand():
    # a: 0.3; b: -0.3; c: -1.1; d: 0.5
    table = by_change(GAPS, "a", YEARS, order=2)
    assert table["window"].tolist() == ["2024"]
    assert table["gap"].item() == pytest.approx(np.exp(0.3) - 1)
    assert table["rank"].item() == 3 and table["p_value"].item() == 3 / 4


def test_last_year_agrees_with_the_placebo_test():
    steps = np.random.default_rng(7).normal(0, 0.1, (20, 8)).cumsum(axis=0)
    table = pd.DataFrame(steps, index=pd.period_range("2020Q1", periods=20, freq="Q"))
    check = placebo_in_space(table, 3, pd.Period("2022Q1"), estimator=equal_weights)
    row = by_window(check.gaps, 3, {"last": slice("2024Q1", "2024Q4")}).iloc[0]
    assert row["gap"] == pytest.approx(check.estimate)
    assert (row["p_value"], row["two_sided_p_value"], row["n"]) == (
        check.p_value, check.two_sided_p_value, check.n)


def test_windows_are_full_years_the_last_one_and_all():
    periods = pd.period_range("2020Q1", "2024Q3", freq="Q")
    windows = windows_after(periods, pd.Period("2022Q1"))
    assert {name: (str(w.start), str(w.stop)) for name, w in windows.items()} == {
        "2022": ("2022Q1", "2022Q4"), "2023": ("2023Q1", "2023Q4"),
        "Last four quarters": ("2023Q4", "2024Q3"), "All quarters": ("2022Q1", "2024Q3")}


def test_all_years_in_one_table_by_hand():
    # donors stand still; a falls by 0.1 in 2021 and then by 0.3 in 2022 and 0.5 in 2023
    periods = pd.period_range("2020Q1", "2023Q4", freq="Q")
    table = pd.DataFrame({"a": years(0.0, -0.1, -0.3, -0.5), "b": years(0.0, 0, 0, 0),
                          "c": years(0.0, 0, 0, 0)}, index=periods)
    found = results_by_year(table, "a", pd.Period("2022Q1"), pd.Period("2021Q1"),
                            estimator=equal_weights)
    assert found["window"].tolist() == ["2021, false start", "2022", "2023",
                                        "Last four quarters", "All quarters"]
    assert found["start"].astype(str).tolist() == ["2021Q1", *["2022Q1"] * 4]
    # levels are aligned over the quarters before the start: at 0, and at -0.05 from 2022 on
    share = np.expm1([-0.1, -0.25, -0.45])
    assert found["gap"].tolist() == pytest.approx([*share, share[2], (share[1] + share[2]) / 2])
    assert (found["rank"] == 1).all() and found["p_value"].tolist() == pytest.approx([1 / 3] * 5)


def test_an_empty_window_is_named():
    with pytest.raises(ValueError, match="'2030'"):
        by_window(GAPS, "a", {"2030": slice("2030Q1", "2030Q4")})


def test_years_that_end_with_the_record():
    quarters = pd.period_range("2020Q1", "2022Q3", freq="Q")
    found = years_to(quarters, 2021)
    assert found == {"2021": slice(pd.Period("2020Q4"), pd.Period("2021Q3")),
                     "2022": slice(pd.Period("2021Q4"), pd.Period("2022Q3"))}


def test_widening_by_hand():
    flow = pd.Series(years(10.0, 8.0, 6.0), QUARTERS)
    table = widening(GAPS, flow, "a", YEARS).set_index("key")
    assert table["own"].tolist() == pytest.approx([-20, -25])
    assert table["gap"].tolist() == pytest.approx(100 * np.expm1([-0.5, -0.2]))
    assert table["rank"].tolist() == [1, 3]
    assert np.isnan(table.loc["2023", "slower"])
    # sizes of the second changes: 0.3, 0.3, 1.1, 0.5
    assert table.loc["2024", "turn"] == pytest.approx(100 * np.expm1(0.3))
    assert table.loc["2024", "slower"] == 1


def test_outcomes_side_by_side():
    steps = np.random.default_rng(7).normal(0, 0.1, (20, 5)).cumsum(axis=0)
    table = pd.DataFrame(steps, index=pd.period_range("2020Q1", periods=20, freq="Q"))
    start, false = pd.Period("2022Q1"), pd.Period("2021Q1")
    shown = across_outcomes({"x": table, "y": -table}, 0, start, false,
                            estimators={"x": equal_weights, "y": equal_weights})
    assert shown["key"].tolist() == ["false-start", "2022", "2023", "2024", "last", "all"]
    single = results_by_year(-table, 0, start, false, estimator=equal_weights)
    assert shown["y_gap"].tolist() == pytest.approx((100 * single["gap"]).tolist())
    assert shown["x_rank"].tolist() == [6 - rank for rank in shown["y_rank"]]
