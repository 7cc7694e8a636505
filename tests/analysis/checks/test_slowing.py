"""Checks on the pace of the exodus turn when the evidence does."""

import pytest

from analysis.checks import CHECKS, events

ROWS = [{"key": "permits-PL", "fastest_until": "2022 Q4", "verdict": "reversed"},
        {"key": "insured-PL", "fastest_until": "2022 Q2", "verdict": "slowed"},
        {"key": "pushers-BY", "fastest_until": "2024 Q3", "verdict": "not slowed"}]


@pytest.mark.parametrize(("word", "verdict"), [("slowed", "passes"), ("not slowed", "mixed")])
def test_each_register_must_have_slowed_and_work_is_left_out(evidence, word, verdict):
    rows = [ROWS[0], ROWS[0] | {"key": "documents-PL"}, ROWS[1] | {"verdict": word}, ROWS[2]]
    found = CHECKS["exodus-registers-slowed"].outcome(evidence(exhibits={"exodus-slowed": rows}))
    assert (found.of, found.verdict) == (3, verdict)
    assert found.result == f"2 reversed, {1 if word == 'slowed' else 0} slowed"


@pytest.mark.parametrize(("quarter", "agrees"), [("2022 Q2", True), ("2022 Q1", False),
                                                 ("2021 Q4", False)])
def test_fastest_after_the_quarter_of_the_invasion(evidence, quarter, agrees):
    rows = [ROWS[0], ROWS[1] | {"fastest_until": quarter}, ROWS[2]]
    found = CHECKS["exodus-fastest-after-invasion"].outcome(
        evidence(exhibits={"exodus-slowed": rows}, events={events.INVASION: "2022-02-24"}))
    assert found.tests == {"permits-PL": True, "insured-PL": agrees, "pushers-BY": True}


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
