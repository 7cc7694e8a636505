"""Checks on what fell after 2021, what did not, and whether it had come back."""

from __future__ import annotations

from dataclasses import replace

from report.checks import Check, Outcome, span
from report.evidence import Evidence
from report.text import digits


def _fell(result: str, low: float) -> Outcome:
    return Outcome(result=result, tests={"fell": low > 0})


def _exports_fell(e: Evidence) -> Outcome:
    fall = e.interval("park.exports.fall")
    others = {row["key"]: (row["implied_high"] or row["said_high"]) < 0
              for row in e.rows("park-growth") if row["key"] <= "2021"}
    return replace(_fell(f"{span([fall.low, fall.high])}%", fall.low), elsewhere=others)


def _exports_still_below(e: Evidence) -> Outcome:
    """Exports of 2024 by their share of services exports, against those of 2021."""
    before, after = e.interval("park.exports.2021"), e.interval("park.exports.2024")
    return Outcome(result=span([after.low, after.high], ",.0f", "USD million"),
                   tests={"2024": after.high < before.low})


def _others_fell(e: Evidence) -> Outcome:
    """Measures that did not fall, for as long as figures were printed."""
    rows = e.table("park-carried").set_index("key")
    before, after = (e.figure(f"park.residents-{name}") for name in (
        "2021-03-ahk2021", "2025-09-22-kompyuternyevesti2025"))
    tests = {key: rows.loc[key, "change_high"] < 0 for key in ("taxes", "investment")}
    return Outcome(result="taxes and investment to 2022, companies to 2025",
                   tests=tests | {"companies": after < before})


def _staff_fell(e: Evidence) -> Outcome:
    fall = e.interval("park.staff.fall.counted")
    return _fell(f"{span([fall.low, fall.high])}%", fall.low)


def _value_added_fell(e: Evidence) -> Outcome:
    fall = e.interval("park.gva.fall")
    return _fell(span([fall.low, fall.high], ",.0f", "USD million"), fall.low)


def _pay_fell(e: Evidence) -> Outcome:
    change = e.interval("park.pay.real2023")
    return _fell(f"{digits(change.value, '.0f')}%", -change.high)


def _services_fell(e: Evidence) -> Outcome:
    fall, park = e.value("park.services.fall"), e.interval("park.exports.loss")
    index = e.table("park-peers").pivot(index="year", columns="key", values="index").loc[2023]
    return Outcome(
        result=f"{digits(fall, ',.0f')} against {span([park.low, park.high], ',.0f')} USD million",
        tests={"as-much": fall >= park.low},
        elsewhere=(index.drop("BY").dropna() < 100).to_dict())


CHECKS = (
    Check(id="park-exports-fell", exhibit="fig-park-exports",
          asks="Exports fell from 2021 to 2023",
          fails_if="the least fall that the rounded levels allow is no fall",
          test=_exports_fell),
    Check(id="park-exports-still-below", exhibit="tab-park-services",
          asks="Exports of 2024, by their share of services exports, lie below those of 2021",
          fails_if="the ranges of the two years overlap", test=_exports_still_below),
    Check(id="park-others-fell", exhibit="tab-park-carried",
          asks="Taxes, direct investment and companies fell too",
          fails_if="one of them did not fall", test=_others_fell),
    Check(id="park-staff-fell", exhibit="fig-park-staff",
          asks="Headcounts fell from 2021 to 2025",
          fails_if="the least fall that the headcounts allow is no fall",
          test=_staff_fell),
    Check(id="park-value-added-fell", exhibit="tab-park-carried",
          asks="Value added fell from 2021 to 2023",
          fails_if="the least fall that the estimates allow is no fall",
          test=_value_added_fell),
    Check(id="park-pay-fell", exhibit="tab-park-pay",
          asks="Real pay fell in early 2023",
          fails_if="real pay did not fall",
          test=_pay_fell),
    Check(id="park-services-fell", exhibit="tab-park-services",
          asks="All services exports fell by as much as the park's",
          fails_if="all services exports fell by less than the park's",
          test=_services_fell),
)
