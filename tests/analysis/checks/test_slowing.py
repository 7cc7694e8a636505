"""Checks on the pace of the exodus turn when the evidence does."""

import pytest

from analysis.checks import CHECKS, events

ROWS = [dict(zip(("key", "fastest_until", "fastest_low", "latest_high"), row)) for row in (
    ("permits-PL", "2022 Q4", 120.0, -9.0), ("insured-PL", "2022 Q2", 50.0, 24.9),
    ("pushers-BY", "2021 Q3", 1.0, 9.0))]
# Poland: +10, +100, +20 percent; Lithuania: +30, +30, +30.
PERMITS = [{"key": f"valid/{host}", "year": 2019 + n, "persons": persons}
           for host, held in (("PL", (100.0, 110.0, 220.0, 264.0)),
                              ("LT", (100.0, 130.0, 169.0, 219.7)))
           for n, persons in enumerate(held)]


@pytest.mark.parametrize(("pace", "verdict"), [(24.9, "passes"), (25.0, "mixed")])
def test_each_register_must_grow_at_less_than_half_and_work_is_left_out(evidence, pace, verdict):
    rows = [ROWS[0], ROWS[0] | {"key": "documents-PL"}, ROWS[1] | {"latest_high": pace}, ROWS[2]]
    found = CHECKS["exodus-registers-slowed"].outcome(
        evidence(exhibits={"exodus-slowed": rows, "exodus-permits": PERMITS}))
    assert (found.of, found.verdict, found.result) == (3, verdict, "2 of 3 shrink")
    assert found.elsewhere == {"PL-2020": False, "LT-2020": False, "PL-2021": False,
                               "LT-2021": False, "PL-2022": True, "LT-2022": False}


@pytest.mark.parametrize(("quarter", "agrees"), [("2022 Q2", True), ("2022 Q1", False),
                                                 ("2021 Q4", False)])
def test_fastest_after_the_quarter_of_the_invasion(evidence, quarter, agrees):
    rows = [ROWS[0], ROWS[1] | {"fastest_until": quarter}, ROWS[2]]
    found = CHECKS["exodus-fastest-after-invasion"].outcome(
        evidence(exhibits={"exodus-slowed": rows}, events={events.INVASION: "2022-02-24"}))
    assert found.tests == {"permits-PL": True, "insured-PL": agrees}


@pytest.mark.parametrize(("turn", "p", "verdict"), [
    (4.0, 0.66, "fails"), (4.0, 0.03, "passes"), (-4.0, 0.03, "fails")])
def test_gap_widens_more_slowly_in_the_latest_year(evidence, turn, p, verdict):
    rows = [{"key": "2024", "turn": 9.0, "slower": 0.01},
            {"key": "2025", "turn": turn, "slower": p}]
    found = CHECKS["exodus-gap-slowed"].outcome(evidence(exhibits={"exodus-widening": rows}))
    assert found.verdict == verdict


def test_flows(evidence):
    found = CHECKS["exodus-flows-fell"].outcome(evidence({"exodus.first.change": -44.0,
                                                          "exodus.decisions.change": 3.0}))
    assert found.tests == {"first-permits": True, "decisions-poland": False}


@pytest.mark.parametrize(("before", "march", "lost", "turned"), [
    (258.0, -1016.0, "fails", "passes"), (258.0, 100.0, "fails", "fails"),
    (-20.0, -1016.0, "passes", "fails")])
def test_staff_around_the_invasion(evidence, before, march, lost, turned):
    found = evidence({"park.months.before": before, "park.months.march": march})
    assert CHECKS["park-staff-fell-before-invasion"].outcome(found).verdict == lost
    assert CHECKS["park-staff-turned-in-march"].outcome(found).verdict == turned
