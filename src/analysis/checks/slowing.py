"""Checks on the pace of the exodus: what sped it up, and whether it has slowed."""

from __future__ import annotations

import pandas as pd

from analysis.checks.customs import LEVEL
from analysis.checks.events import INVASION
from report.checks import Check, Outcome, by_row, span
from report.evidence import Evidence
from report.text import digits

PACES = "exodus-slowed"
# The one row of that table that counts work and not people.
PUSHERS = "pushers-BY"


def _registers_slowed(e: Evidence) -> Outcome:
    rows = e.table(PACES)
    rows = rows[rows["key"] != PUSHERS]
    return Outcome(result=f"{(rows['verdict'] == 'reversed').sum()} reversed, "
                          f"{(rows['verdict'] == 'slowed').sum()} slowed",
                   tests=by_row(rows, "key", rows["verdict"].isin(["slowed", "reversed"])))


def _gap_slowed(e: Evidence) -> Outcome:
    last = e.table("exodus-widening").iloc[-1]
    return Outcome(
        result=f"change of the change {digits(last['turn'], '.0f')}%, "
               f"p {digits(last['slower'], '.2f')}",
        tests={"latest year": last["turn"] > 0 and last["slower"] <= LEVEL})


def _flows_fell(e: Evidence) -> Outcome:
    change = {"first-permits": e.value("exodus.first.change"),
              "decisions-poland": e.value("exodus.decisions.change")}
    return Outcome(result=f"{span(change.values())}%",
                   tests={name: one < 0 for name, one in change.items()})


def _fastest_after_invasion(e: Evidence) -> Outcome:
    """Quarters to which each count grew fastest, against the quarter of the invasion."""
    rows, invasion = e.table(PACES), e.date(INVASION).to_period("Q")
    until = [pd.Period(shown.replace(" ", "")) for shown in rows["fastest_until"]]
    return Outcome(result=f"fastest to {min(rows['fastest_until'])} or later",
                   tests=by_row(rows, "key", [quarter > invasion for quarter in until]))


def _staff_before(e: Evidence) -> Outcome:
    balance = e.value("park.months.before")
    return Outcome(result=f"{digits(balance, ',.0f')} persons a month",
                   tests={"hires less leavers": balance < 0})


def _staff_turned(e: Evidence) -> Outcome:
    before, march = e.value("park.months.before"), e.value("park.months.march")
    return Outcome(
        result=f"from {digits(before, ',.0f')} to {digits(march, ',.0f')} persons a month",
        tests={"march-2022": before > 0 > march})


CHECKS = (
    Check(id="exodus-registers-slowed", chapter="exodus", exhibit="tab-exodus-slowed",
          asks="All registers grow at less than half of their fastest pace",
          test=_registers_slowed),
    Check(id="exodus-gap-slowed", chapter="exodus", exhibit="tab-exodus-widening",
          asks="The gap widens more slowly than before, beyond chance (p at most 0.05)",
          test=_gap_slowed),
    Check(id="exodus-flows-fell", exhibit="fig-exodus-permits",
          asks="First permits in the Union and decisions in Poland fell over two years",
          test=_flows_fell),
    Check(id="exodus-fastest-after-invasion", exhibit="tab-exodus-slowed",
          asks="Each count grew fastest after the invasion", test=_fastest_after_invasion),
    Check(id="park-staff-fell-before-invasion", exhibit="fig-park-months",
          asks="The sector lost staff before the invasion", test=_staff_before),
    Check(id="park-staff-turned-in-march", exhibit="fig-park-months",
          asks="Hires exceeded leavers until February 2022, and fell short from March on",
          test=_staff_turned),
)
