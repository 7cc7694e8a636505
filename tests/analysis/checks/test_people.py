"""Checks on people turn when the evidence does; expected values by hand."""

import pytest

from analysis.checks import CHECKS, people

BOUNDS = {"exodus.it.staff": (58000.0, 51000.0, 65000.0), "exodus.it.upper": 30000.0,
          "exodus.it.central": (16e3, 14e3, 19e3)}


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


@pytest.mark.parametrize(("highest", "verdict"), [(20000.0, "passes"), (24000.0, "fails")])
def test_estimates_of_the_whole_sector_within_a_factor_of_two(evidence, highest, verdict):
    rows = [{"key": "whole/firms", "value": 11000.0}, {"key": "whole/profiles", "value": highest},
            {"key": "part/sole-traders", "value": 1.0}]
    found = CHECKS["exodus-specialists-agree"].outcome(
        evidence(exhibits={"exodus-triangulation": rows}))
    assert found.verdict == verdict


@pytest.mark.parametrize(("lower", "agrees"), [(7000.0, True), (6500.0, False)])
def test_mass_departure_is_more_than_a_tenth_of_the_largest_count(evidence, lower, agrees):
    found = CHECKS["exodus-mass-departure"].outcome(
        evidence(BOUNDS | {"exodus.it.lower": lower}))
    assert found.tests == {"lower-bound": agrees, "upper-bound": True, "central-range": True}


@pytest.mark.parametrize(("balance", "verdict"), [(-17000.0, "passes"), (10.0, "fails")])
def test_fewer_hires(evidence, balance, verdict):
    found = CHECKS["exodus-fewer-hires"].outcome(evidence({"exodus.sectionj.net2022": balance}))
    assert found.verdict == verdict


def test_permits_rose_in_each_main_host(evidence):
    rows = [{"key": host, "2020": 2.0, "2021": now}
            for host, now in zip([*people.MAIN_HOSTS, "IT"], (3.0, 4.0, 1.0, 1.0))]
    found = CHECKS["exodus-permits-rose"].outcome(evidence(exhibits={"exodus-valid": rows}))
    assert found.tests == {"PL": True, "LT": True, "DE": False}


@pytest.mark.parametrize(("persons", "verdict"), [(7522.5, "passes"), (6500.0, "fails")])
def test_first_wave_against_the_largest_count(evidence, persons, verdict):
    rows = [{"key": "whole/firms", "persons_low": 1.0},
            {"key": "first-wave/survey-2021", "persons_low": persons}]
    found = CHECKS["exodus-first-wave"].outcome(evidence(BOUNDS, {"exodus-estimates": rows}))
    assert found.verdict == verdict


def test_return_is_wanted_by_many_and_no_longer_by_most(evidence):
    asked = {"survey.emigrants.return.share-2022-10-svaboda2023a": 42,
             "survey.emigrants.noreturn.share-2022-10-svaboda2023a": 25,
             "survey.emigrants.return.share-2024-czaswschodni2024": 24,
             "survey.emigrants.noreturn.share-2024-czaswschodni2024": 38}
    found = evidence(published=asked)
    assert CHECKS["exodus-return-interest"].outcome(found).tests == {"2022": True, "2024": False}
    assert CHECKS["exodus-return-majority"].outcome(found).tests == {"2022": True, "2024": False}
