"""Rules on events turn when dates do."""

import pytest

from analysis.claims import context
from analysis.claims.verdict import Verdict

EVENTS = {context.INVASION: "2022-02-24", context.REPORT: "2025-02-07",
          "2020-08-23-viber-is-reported-to": "2020-08-23",
          "2022-04-04-wargaming-announces-that-its": "2022-04-04",
          "2020-09-02-police-raid-the-minsk": "2020-09-02",
          "2020-09-04-criminal-case-against-four": "2020-09-04",
          "2022-03-02-european-union-widens-sanctions": "2022-03-02",
          "2021-06-24-european-union-adopts-economic": "2021-06-24",
          "2022-03-20-three-belarusian-banks-are": "2022-03-20",
          "2022-06-14-the-swift-exclusion-of": "2022-06-14",
          "2021-06-04-european-union-closes-its": "2021-06-04"}


def word(rule, found):
    return Verdict("x", rule(found)).word


@pytest.mark.parametrize(("rule", "moved", "to", "expected"), [
    (context.viber_tanks, "2020-08-23-viber-is-reported-to", "2026-01-01", "not supported"),
    (context.pandadoc_raid, "2020-09-02-police-raid-the-minsk", "2020-08-30", "not supported"),
    (context.sanctions, "2021-06-24-european-union-adopts-economic", "2022-06-24", "holds"),
    (context.swift, "2022-06-14-the-swift-exclusion-of", "2026-01-01", "not supported"),
    (context.flights, "2021-06-04-european-union-closes-its", "2026-01-01", "contradicted")])
def test_dates_decide(evidence, rule, moved, to, expected):
    before = "holds with a correction" if rule is context.sanctions else "holds"
    assert word(rule, evidence(events=EVENTS)) == before
    assert word(rule, evidence(events=EVENTS | {moved: to})) == expected


def test_pivotal_needs_breaks_in_2020(evidence):
    rows = [{"series": "services", "dates": "2022 to 2023"},
            {"series": "ict", "dates": "2008 to 2020"}, {"series": "park", "dates": None}]
    found = evidence({"pivot.collab.us.break.low": "2022 Q2", "park.months.before": 258.0},
                     {"park-breaks": rows})
    checks = context.pandadoc_pivotal(found)
    assert checks.core == {"services": False, "ict": True, "ties to the United States": False,
                           "hires less leavers": False}
