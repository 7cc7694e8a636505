"""Checks on people turn when the evidence does; expected values by hand."""

import pytest

from analysis.checks import CHECKS, people

BOUNDS = {"exodus.it.staff": (58000.0, 51000.0, 65000.0), "exodus.it.upper": 30000.0}


def test_registers_at_least_double(evidence):
    rows = [{"key": "eu-valid", "times": 2.0}, {"key": "poland-insured", "times": 1.9}]
    found = CHECKS["exodus-registers-doubled"].outcome(evidence(exhibits={"exodus-counts": rows}))
    assert found.tests == {"eu-valid": True, "poland-insured": False}
    assert found.result == "1.9 to 2.0 times"


def test_wide_count_within_a_tenth_of_the_narrow_one(evidence):
    rows = [{"key": "LT", "narrow_low": 100.0, "wide_high": 109.0},
            {"key": "PL", "narrow_low": 100.0, "wide_high": 111.0},
            {"key": "all", "narrow_low": 200.0, "wide_high": 220.0}]
    found = CHECKS["exodus-narrow-wide"].outcome(evidence(exhibits={"exodus-people": rows}))
    assert found.tests == {"LT": True, "PL": False}


@pytest.mark.parametrize(("upper", "verdict"), [(13000.0, "passes"), (14000.0, "fails")])
def test_bounds_of_specialists_within_a_factor_of_two(evidence, upper, verdict):
    found = CHECKS["exodus-specialists-bounded"].outcome(
        evidence({"exodus.it.lower": 6500.0, "exodus.it.upper": upper}))
    assert found.verdict == verdict


@pytest.mark.parametrize(("lower", "agrees"), [(7000.0, True), (6500.0, False)])
def test_mass_departure_is_more_than_a_tenth_of_the_largest_count(evidence, lower, agrees):
    found = CHECKS["exodus-mass-departure"].outcome(
        evidence(BOUNDS | {"exodus.it.lower": lower}))
    assert found.tests == {"lower-bound": agrees, "upper-bound": True}


@pytest.mark.parametrize(("balance", "verdict"), [(-17000.0, "passes"), (10.0, "fails")])
def test_fewer_hires(evidence, balance, verdict):
    found = CHECKS["exodus-fewer-hires"].outcome(evidence({"exodus.sectionj.net2022": balance}))
    assert found.verdict == verdict


def test_permits_rose_in_each_main_host(evidence):
    rows = [{"key": f"valid/{host}", "year": year, "persons": persons}
            for host, now in zip([*people.MAIN_HOSTS, "IT"], (3.0, 4.0, 1.0, 1.0))
            for year, persons in ((2020, 2.0), (2021, now))]
    found = CHECKS["exodus-permits-rose"].outcome(evidence(exhibits={"exodus-permits": rows}))
    assert found.tests == {"PL": True, "LT": True, "DE": False}


@pytest.mark.parametrize(("share", "verdict"), [(14.9, "passes"), (12.1, "fails")])
def test_first_wave_against_the_largest_count(evidence, share, verdict):
    # of 51,000 and over 65,000: 0.1485 is more than a tenth, 0.1205 is not
    found = CHECKS["exodus-first-wave"].outcome(evidence(
        BOUNDS, published={"survey.left.share-2021-04-odessanews2021": share}))
    assert found.verdict == verdict


def test_return_is_wanted_by_many_and_no_longer_by_most(evidence):
    asked = {"survey.emigrants.return.share-2022-10-svaboda2023a": 42,
             "survey.emigrants.noreturn.share-2022-10-svaboda2023a": 25,
             "survey.emigrants.return.share-2024-czaswschodni2024": 24,
             "survey.emigrants.noreturn.share-2024-czaswschodni2024": 38}
    found = evidence(published=asked)
    assert CHECKS["exodus-return-interest"].outcome(found).tests == {"2022": True, "2024": False}
    assert CHECKS["exodus-return-majority"].outcome(found).tests == {"2022": True, "2024": False}
