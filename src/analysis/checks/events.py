"""Checks on dated events: politics, sanctions, banks, companies and the terms of the park."""

from __future__ import annotations

import pandas as pd

from report.checks import Check, Outcome
from report.evidence import Evidence

INVASION = "2022-02-24-russia-invades-ukraine-also"
REPORT = "2025-02-07-afp-publishes-its-report"
# Month that the news report names for the raid.
RAID = pd.Period("2020-09")


def _before_report(e: Evidence, events: dict[str, str]) -> Outcome:
    """Each event by the name of its test, against the day of the news report."""
    report = e.date(REPORT)
    dates = {name: e.date(event) for name, event in events.items()}
    return Outcome(result=", ".join(map(_day, dates.values())),
                   tests={name: date < report for name, date in dates.items()})


def _day(date: pd.Timestamp) -> str:
    return f"{date.day} {date.month_name()} {date.year}"


def _offices(e: Evidence) -> Outcome:
    return _before_report(e, {"viber": "2020-08-23-viber-is-reported-to",
                              "wargaming": "2022-04-04-wargaming-announces-that-its"})


def _raid(e: Evidence) -> Outcome:
    raid = e.date("2020-09-02-police-raid-the-minsk")
    case = e.date("2020-09-04-criminal-case-against-four")
    return Outcome(result=f"raid on {_day(raid)}, case on {_day(case)}",
                   tests={"month": raid.to_period("M") == RAID, "case-follows": raid <= case})


def _sanctions_followed(e: Evidence) -> Outcome:
    wider = e.date("2022-03-02-european-union-widens-sanctions")
    return Outcome(result=_day(wider), tests={"after the invasion": wider > e.date(INVASION)})


def _swift(e: Evidence) -> Outcome:
    return _before_report(e, {"three-banks": "2022-03-20-three-belarusian-banks-are",
                              "fourth-bank": "2022-06-14-the-swift-exclusion-of"})


def _flights(e: Evidence) -> Outcome:
    return _before_report(e, {"airspace": "2021-06-04-european-union-closes-its"})


def _terms_extended(e: Evidence) -> Outcome:
    return _before_report(e, {"decree": "2017-12-21-decree-no-8-on"})


CHECKS = (
    Check(id="events-offices", exhibit="",
          asks="Viber and Wargaming had offices in Minsk, by reports of the day",
          fails_if="no report places one of them in Minsk",
          test=_offices),
    Check(id="events-raid", exhibit="tab-park-events",
          asks="Another source dates the raid on PandaDoc to the month that the news report "
               "names, and a case against employees follows",
          fails_if="the raid is dated to another month, or no case follows",
          test=_raid),
    Check(id="events-sanctions-followed", exhibit="tab-park-events",
          asks="Sanctions followed the invasion",
          fails_if="no wider sanctions follow the invasion",
          test=_sanctions_followed),
    Check(id="events-swift", exhibit="tab-park-events",
          asks="Several banks were cut off SWIFT before the news report",
          fails_if="fewer than two exclusions come before the news report",
          test=_swift),
    Check(id="events-flights", exhibit="",
          asks="The Union's airspace was closed to Belarusian carriers before the news report",
          fails_if="the closure comes after the news report",
          test=_flights),
    Check(id="events-terms-extended", exhibit="tab-park-events",
          asks="A decree extended the special terms",
          fails_if="no decree extends the terms",
          test=_terms_extended),
)
