"""Checks on events turn when dates do."""

import pytest

from analysis.checks import CHECKS, events

EVENTS = {events.INVASION: "2022-02-24", events.REPORT: "2025-02-07",
          "2020-08-23-viber-is-reported-to": "2020-08-23",
          "2022-04-04-wargaming-announces-that-its": "2022-04-04",
          "2020-09-02-police-raid-the-minsk": "2020-09-02",
          "2020-09-04-criminal-case-against-four": "2020-09-04",
          "2022-03-02-european-union-widens-sanctions": "2022-03-02",
          "2021-06-24-european-union-adopts-economic": "2021-06-24",
          "2022-03-20-three-belarusian-banks-are": "2022-03-20",
          "2022-06-14-the-swift-exclusion-of": "2022-06-14",
          "2021-06-04-european-union-closes-its": "2021-06-04",
          "2017-12-21-decree-no-8-on": "2017-12-21",
          "2021-01-01-income-tax-of-park": "2021-01-01"}


@pytest.mark.parametrize(("check", "before", "moved", "to", "after"), [
    ("events-offices", "passes", "2020-08-23-viber-is-reported-to", "2026-01-01", "mixed"),
    ("events-raid", "passes", "2020-09-02-police-raid-the-minsk", "2020-08-30", "mixed"),
    ("events-raid", "passes", "2020-09-04-criminal-case-against-four", "2020-09-01", "mixed"),
    ("events-sanctions-followed", "passes", events.INVASION, "2022-03-03", "fails"),
    ("events-swift", "passes", "2022-06-14-the-swift-exclusion-of", "2026-01-01", "mixed"),
    ("events-flights", "passes", "2021-06-04-european-union-closes-its", "2026-01-01", "fails"),
    ("events-terms-extended", "passes", "2017-12-21-decree-no-8-on", "2025-03-01", "fails")])
def test_dates_decide(evidence, check, before, moved, to, after):
    assert CHECKS[check].outcome(evidence(events=EVENTS)).verdict == before
    assert CHECKS[check].outcome(evidence(events=EVENTS | {moved: to})).verdict == after


def test_result_gives_the_days(evidence):
    assert CHECKS["events-swift"].outcome(evidence(events=EVENTS)).result == (
        "20 March 2022, 14 June 2022")


def test_event_that_is_gone_is_named(evidence):
    gone = {name: day for name, day in EVENTS.items() if name != events.REPORT}
    with pytest.raises(LookupError, match=f"check 'events-swift': .*'{events.REPORT}'"):
        CHECKS["events-swift"].outcome(evidence(events=gone))
