"""Checks on what fell, by hand on small made records."""

import pytest

from analysis.checks import CHECKS


def table(columns, *rows):
    return [dict(zip(columns, row)) for row in rows]


GROWTH = table(["key", "said_high", "implied_high"], ("2019", 25.5, None), ("2021", None, 18.9),
               ("2023", None, -30.2))


@pytest.mark.parametrize(("check", "number", "fell", "rose"), [
    ("park-exports-fell", "park.exports.fall", (44.0, 41.0, 46.0), (1.0, -1.0, 3.0)),
    ("park-staff-fell", "park.staff.fall.counted", (20.0, 19.0, 25.0), (1.0, -1.0, 3.0)),
    ("park-value-added-fell", "park.gva.fall", (1500.0, 1457.0, 1599.0), (1.0, -1.0, 3.0)),
    ("park-pay-fell", "park.pay.real2023", (-11.3, -11.35, -11.25), (-1.0, -2.0, 0.1))])
def test_a_fall_is_one_at_both_ends(evidence, check, number, fell, rose):
    exhibits = {"park-growth": GROWTH}
    assert CHECKS[check].outcome(evidence({number: fell}, exhibits)).verdict == "passes"
    assert CHECKS[check].outcome(evidence({number: rose}, exhibits)).verdict == "fails"


def test_exports_did_not_fall_in_earlier_years(evidence):
    found = CHECKS["park-exports-fell"].outcome(evidence(
        {"park.exports.fall": (44.0, 41.0, 46.0)}, {"park-growth": GROWTH}))
    assert found.elsewhere == {"2019": False, "2021": False}


@pytest.mark.parametrize(("high", "verdict"), [(2270.0, "passes"), (3200.0, "fails")])
def test_exports_of_2024_below_those_of_2021(evidence, high, verdict):
    found = evidence({"park.exports.2021": (3200.0, 3150.0, 3250.0),
                      "park.exports.2024": (2000.0, 1766.0, high)})
    assert CHECKS["park-exports-still-below"].outcome(found).verdict == verdict


def test_measures_that_did_not_fall(evidence):
    rows = table(["key", "change_high"], ("taxes", -1.0), ("investment", 35.7))
    found = evidence(exhibits={"park-carried": rows}, published={
        "park.residents-2021-03-ahk2021": 1021,
        "park.residents-2025-09-22-kompyuternyevesti2025": 1050})
    assert CHECKS["park-others-fell"].outcome(found).tests == {
        "taxes": True, "investment": False, "companies": False}


@pytest.mark.parametrize(("fall", "verdict"), [(1515.0, "passes"), (1299.0, "fails")])
def test_all_services_against_the_park_and_others(evidence, fall, verdict):
    rows = table(["key", "year", "index"], ("BY", 2023, 85.0), ("GE", 2023, 170.0),
                 ("UA", 2023, 90.0), ("GE", 2021, 100.0))
    found = CHECKS["park-services-fell"].outcome(evidence(
        {"park.services.fall": fall, "park.exports.loss": (1400.0, 1300.0, 1500.0)},
        {"park-peers": rows}))
    assert found.verdict == verdict
    assert found.elsewhere == {"GE": False, "UA": True}
