"""Checks on the pace of the exodus: what sped it up, and whether it has slowed."""

from __future__ import annotations

import pandas as pd

from analysis.checks.customs import LEVEL
from analysis.checks.events import INVASION
from report.checks import Check, Outcome, by_row, span
from report.evidence import Evidence
from report.text import P_VALUE, digits

PACES = "exodus-slowed"
# The one row of that table that counts work and not people.
PUSHERS = "pushers-BY"


def _registers_slowed(e: Evidence) -> Outcome:
    rows = e.table(PACES)
    rows = rows[rows["key"] != PUSHERS]
    fell = (rows["latest_high"] < 0).sum()
    slowed = rows["latest_high"] < rows["fastest_low"] / 2
    return Outcome(result=f"{fell} of {len(rows)} shrink",
                   tests=by_row(rows, "key", slowed), elsewhere=_slowed_before(e))


def _slowed_before(e: Evidence) -> dict[str, bool]:
    """The same test at the end of earlier years, for valid permits of two hosts."""
    held = e.table("exodus-permits").pivot(index="year", columns="key", values="persons")
    growth = held[["valid/PL", "valid/LT"]].pct_change(fill_method=None).loc[2020:2022]
    slowed = growth < growth.cummax() / 2
    return {f"{host.removeprefix('valid/')}-{year}": agrees
            for (year, host), agrees in slowed.stack().items()}


def _gap_slowed(e: Evidence) -> Outcome:
    last = e.table("exodus-widening").iloc[-1]
    return Outcome(
        result=f"change of the change {digits(last['turn'], '.0f')}%, "
               f"p {digits(last['slower'], P_VALUE)}",
        tests={"latest year": last["turn"] > 0 and last["slower"] <= LEVEL})


def _flows_fell(e: Evidence) -> Outcome:
    change = {"first-permits": e.value("exodus.first.change"),
              "decisions-poland": e.value("exodus.decisions.change")}
    return Outcome(result=f"{span(change.values())}%",
                   tests={name: one < 0 for name, one in change.items()})


def _fastest_after_invasion(e: Evidence) -> Outcome:
    """Quarters to which each count grew fastest, against the quarter of the invasion."""
    rows, invasion = e.table(PACES), e.date(INVASION).to_period("Q")
    rows = rows[rows["key"] != PUSHERS]
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
          fails_if="a register grows at half of its fastest pace or more",
          test=_registers_slowed),
    Check(id="exodus-gap-slowed", chapter="exodus", exhibit="tab-exodus-widening",
          asks="The gap widens more slowly than before, beyond chance (p at most 0.05)",
          fails_if="the gap widens as fast, or the change has a rank above 0.05",
          test=_gap_slowed),
    Check(id="exodus-flows-fell", exhibit="fig-exodus-permits",
          asks="First permits in the Union and decisions in Poland fell over two years",
          fails_if="first permits or decisions are as many as two years before",
          test=_flows_fell),
    Check(id="exodus-fastest-after-invasion", exhibit="tab-exodus-slowed",
          asks="Each count of people grew fastest after the invasion",
          fails_if="a count of people grew fastest in a year that ended before the invasion",
          test=_fastest_after_invasion),
    Check(id="park-staff-fell-before-invasion", exhibit="fig-park-months",
          asks="The sector lost staff before the invasion",
          fails_if="hires of January and February 2022 exceed leavers",
          test=_staff_before),
    Check(id="park-staff-turned-in-march", exhibit="fig-park-months",
          asks="Hires exceeded leavers until February 2022, and fell short from March on",
          fails_if="leavers exceed hires before March 2022, or hires exceed leavers in it",
          test=_staff_turned),
)
