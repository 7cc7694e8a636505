"""Numbers as readers see them, by hand."""

import pandas as pd
import pytest

from report import text
from report.intervals import Interval


@pytest.mark.parametrize(("value", "spec", "shown"), [
    (-17308, ",.0f", "−17,308"), (0.0499, ".2f", "0.05"), (-0.004, ".1f", "0.0"),
    (1234.5, ",.1f", "1,234.5")])
def test_digits(value, spec, shown):
    assert text.digits(value, spec) == shown


def test_units():
    assert text.number(-27.4, "percent", ".0f") == "−27%"
    assert text.number(-1200, "USD million", ",.0f") == "−$1,200 million"
    assert text.number("2022 Q2", "quarter", "") == "2022 Q2"
    with pytest.raises(ValueError, match="'furlongs'"):
        text.number(1, "furlongs", ".0f")


def test_span():
    assert text.span(41.27, 46.15, "percent", ".0f") == "41 to 46%"
    assert text.span(41.2, 41.3, "percent", ".0f") == "41%"


@pytest.mark.parametrize(("year", "shown"), [
    (2023.0, "2022 Q4"), (2022.5, "2022 Q2"), (2024.75, "2024 Q3"), (2026.41, "2026 Q2")])
def test_quarter_up_to_a_date(year, shown):
    assert text.quarter_to(year) == shown


def test_quarter():
    assert text.quarter(pd.Period("2022Q3")) == "2022 Q3"


def test_cells():
    assert text.cell(float("nan"), ".0f") == "–"
    assert text.cell(None, ".0f") == "–"
    assert text.cell("a", ".0f") == "a"
    assert text.cell(Interval(2, 1, 3), ".0f") == "1 to 3"
    assert text.cell(True, "") == "yes"


def test_figure_printed_exactly_is_not_shown_as_a_range():
    assert text.cell(Interval(113_587, 113_586.5, 113_587.5), ",.0f") == "113,587"
    assert text.interval(Interval(3200, 3150, 3250), "USD million", ",.0f") == (
        "$3,150 to 3,250 million")


def test_listed():
    assert text.listed(["Cyprus"]) == "Cyprus"
    assert text.listed(["Armenia", "Cyprus", "Georgia"]) == "Armenia, Cyprus and Georgia"
    assert text.listed([]) == "none"


def test_unmarked_keeps_the_targets_of_roles():
    assert text.unmarked("{numref}`fig-a-b`, {cite:p}`x2020`") == "fig-a-b, x2020"
    assert text.unmarked(3.0) == 3.0


def test_quarter_from():
    assert text.quarter_from(2022.0) == "2022 Q1" and text.quarter_from(2022.75) == "2022 Q4"


def test_higher_or_lower():
    assert text.higher_or_lower(0.9) == "1% higher" and text.higher_or_lower(-12.4) == "12% lower"


@pytest.mark.parametrize(("year", "said"), [
    (2025.0, "at the end of 2024"), (2016.999316, "at the end of 2016"),
    (2022.4932, "in June 2022"), (2023.2, "in March 2023")])
def test_dates_stand_as_a_reader_writes_them(year, said):
    assert text.at(year) == said


def test_periods_stand_as_a_reader_writes_them():
    assert text.in_quarter(2022.25) == "in 2022 Q2"
    assert text.in_year_to(2024.75) == "in the year to 2024 Q4"
    assert text.in_year(2022.5) == "in 2022"
