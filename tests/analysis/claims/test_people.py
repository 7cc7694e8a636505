"""Rules on people turn when the evidence does."""

import pytest

from analysis.claims import people
from analysis.claims.verdict import Verdict

SLOWED = [{"count": "Permits", "fastest_until": "2022 Q4", "verdict": "reversed"},
          {"count": "Insured", "fastest_until": "2022 Q2", "verdict": "slowed"},
          {"count": "Pushes from Belarus, fall", "fastest_until": "2024 Q3",
           "verdict": "not slowed"}]


def word(rule, found):
    return Verdict("x", rule(found)).word


@pytest.mark.parametrize(("lower", "expected"), [(7000.0, "holds"), (5000.0, "not supported")])
def test_mass_departure_needs_a_tenth_by_every_bound(evidence, lower, expected):
    found = evidence({"exodus.it.staff": (58000.0, 51000.0, 65000.0), "exodus.it.lower": lower,
                      "exodus.it.upper": 30000.0, "exodus.it.central": (16e3, 14e3, 19e3),
                      "exodus.sectionj.net2022": -17000.0})
    assert word(people.mass_departure, found) == expected


@pytest.mark.parametrize(("verdict", "expected"), [("slowed", "holds"),
                                                   ("not slowed", "not supported")])
def test_slowed_needs_every_count_and_leaves_pushes_out(evidence, verdict, expected):
    rows = [SLOWED[0], SLOWED[1] | {"verdict": verdict}, SLOWED[2]]
    found = evidence({"exodus.first.change": -44.0, "exodus.decisions.change": -42.0},
                     {"exodus-slowed": rows})
    assert word(people.slowed, found) == expected


@pytest.mark.parametrize(("march", "share", "expected"), [
    (-1016.0, 96.0, "holds"), (-1016.0, 64.0, "holds with a correction"),
    (100.0, 96.0, "not supported")])
def test_invasion_accelerated(evidence, march, share, expected):
    found = evidence({"park.months.before": 258.0, "park.months.march": march,
                      "exodus.curve2022.negative": share}, {"exodus-slowed": SLOWED})
    assert word(people.invasion_accelerated, found) == expected


def test_after_election_is_corrected_where_the_sector_grew(evidence):
    numbers = {"exodus.it.staff": (58000.0, 51000.0, 65000.0), "park.months.before": 258.0,
               "park.exports.growth2021": (17.0, 15.0, 19.0),
               "exodus.election.effect": (-7.0, -34.0, 32.0)}
    hosts = [{"host": h, "2020": 1.0, "2021": 2.0} for h in people.HOSTS]
    wave = [{"scope": "first wave", "persons_low": 7522.5}]
    found = evidence(numbers, {"exodus-valid": hosts, "exodus-estimates": wave})
    checks = people.after_election(found)
    assert Verdict("x", checks).word == "holds with a correction"
    assert not any(checks.detail.values())


def test_return_interest(evidence):
    published = {"survey.emigrants.return.share-2022-10-svaboda2023a": 42,
                 "survey.emigrants.noreturn.share-2022-10-svaboda2023a": 25,
                 "survey.emigrants.return.share-2024-czaswschodni2024": 35,
                 "survey.emigrants.noreturn.share-2024-czaswschodni2024": 38}
    assert list(people.return_interest(evidence(published=published)).detail.values()) == [
        True, False]
