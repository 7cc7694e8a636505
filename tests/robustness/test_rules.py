"""Verdicts of checks; expected ones by hand, on small made records."""

import pytest

from analysis import robustness
from analysis.robustness import exodus, park, pivot
from analysis.robustness.rules import Check, Outcome, Record, counted, judged, span


def table(columns, *rows):
    return {"data": {"columns": columns, "rows": [list(row) for row in rows]}}


@pytest.mark.parametrize(("agree", "of", "verdict"), [
    (3, 3, "passes"), (1, 3, "mixed"), (0, 3, "fails"), (1, 1, "passes"), (0, 1, "fails")])
def test_verdict(agree, of, verdict):
    assert Outcome("", agree, of).verdict == verdict


@pytest.mark.parametrize(("agree", "of"), [(0, 0), (2, 1), (-1, 3)])
def test_a_check_without_tests_is_refused(agree, of):
    with pytest.raises(ValueError, match="cannot agree"):
        Outcome("", agree, of)


def test_counted_and_span():
    assert counted("x", [True, False, True]) == Outcome("x", 2, 3)
    assert span([3.2, -1.4]) == "−1 to 3"


def test_judged_names_chapter_and_exhibit():
    held = {"numbers": {"a.p": {"value": 0.2}}, "exhibits": {}}
    check = Check("p is small", "tab-park-x",
                  lambda r: counted("p", [r.number("a.p") <= 0.05]))
    row = judged([check], held).iloc[0]
    assert row.to_dict() == {"chapter": "Park", "asks": "p is small", "result": "p",
                             "agree": "0 of 1", "verdict": "fails",
                             "shown": "{numref}`tab-park-x`"}


def test_ratio_of_errors_alone_makes_the_ranks_mixed():
    numbers = {f"exodus.{name}": {"value": p} for name, p in (
        ("pushes.gap.p", 0.02), ("pushes.gap.p.ratio", 0.07), ("curve.p", 0.02))}
    found = exodus.ranks(Record({"numbers": numbers}))
    assert (found.agree, found.of) == (2, 3) and found.result == "p 0.020, 0.070, 0.020"


def test_one_donor_that_moves_an_estimate():
    rows = table(["gap", "low", "high"], (-60.0, -65, -58), (-60.0, -72, -59))
    assert exodus.one_out(Record({"exhibits": {"exodus-estimators": rows}})) == Outcome(
        "moves 5.0 to 12.0 points", 1, 2)


def test_share_of_people_across_one_half():
    rows = table(["period", "share_low", "share_high"], ("2021 to 2023", 12, 42),
                 ("2021 to 2023", 41, 60), ("2017 to 2021", 70, 80))
    assert park.half(Record({"exhibits": {"park-channel": rows}})) == Outcome(
        "people 12 to 60% of the fall", 1, 2)


def test_lowest_of_eleven_is_rank_one():
    rows = table(["gap", "p", "n"], (-30.0, 1 / 11, "11"), (-20.0, 2 / 11, "11"))
    found = park.lowest(Record({"exhibits": {"park-synthetic": rows}}))
    assert (found.agree, found.of) == (1, 2)


def test_growth_needed_beyond_the_record():
    rows = table(["year", "line", "growth", "low", "high"],
                 (2026, "Asia alone", 90, 80, 120), (2030, "Asia alone", 30, 25, 35),
                 (2026, "Fastest seen", 99, 99, 99), (2030, "Fastest seen", 40, 40, 40))
    found = pivot.needed_asia(Record({"exhibits": {"pivot-required": rows}}))
    assert (found.agree, found.of) == (1, 2)


def test_interval_that_holds_nought_is_not_belaruss_own():
    rows = table(["bloc", "near_span_low", "near_span_high", "wide_span_low", "wide_span_high"],
                 ("United States", -2.0, 0.5, -1.5, -0.1), ("Asia", -1.0, 1.0, 0.2, 2.0))
    record = Record({"exhibits": {"pivot-own": rows}})
    assert (pivot.own_us(record).agree, pivot.own_us(record).of) == (1, 2)
    assert (pivot.own_others(record).agree, pivot.own_others(record).of) == (1, 2)


def test_each_check_asks_for_something_of_its_own():
    said = [(check.asks, check.exhibit) for check in robustness.CHECKS]
    assert len(set(said)) == len(said)
    assert all(check.judge.__doc__ for check in robustness.CHECKS)
