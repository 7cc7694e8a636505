"""Rules for claims on the park: exports, staff, companies and growth."""

from __future__ import annotations

from analysis.claims.verdict import Checks
from report.evidence import Evidence
from report.intervals import Interval, reading


def crisis(e: Evidence) -> Checks:
    """Every measure of the sector's size fell after its peak."""
    return Checks({
        "exports": e.interval("park.exports.fall").low > 0,
        "staff": e.interval("park.staff.fall.counted").low > 0,
        "hires less leavers": e.value("exodus.sectionj.net2022") < 0,
        "public work": e.value("exodus.pushes.change") < 0,
        "value added": e.interval("park.gva.fall").low > 0,
        "real pay": e.interval("park.pay.real2023").high < 0})


def cornerstone(e: Evidence) -> Checks:
    """A twentieth of GDP or more, and a quarter of services exports or more, at the peak."""
    services = {row["year"]: row for row in e.rows("park-services")}
    return Checks({"share of GDP": e.value("park.gdpshare.spring") >= 5,
                   "share of services exports": services["2021"]["computed_low"] >= 25})


def growth_until_2020(e: Evidence) -> Checks:
    """Exports rose in each year to 2020, and 2020 was the last and the highest."""
    rise = {row["year"]: row["said_low"] if row["said_low"] is not None else row["implied_low"]
            for row in e.rows("park-growth")}
    return Checks({f"exports rose in {year}": low > 0
                   for year, low in rise.items() if year <= "2020"},
                  {"no growth in 2021": rise["2021"] <= 0,
                   "2020 is the highest year": e.interval("park.exports.growth2021").high < 0})


def residents(e: Evidence) -> Checks:
    """Each count of companies since 2021 that was not the agency's is at least 1,000."""
    counts = {"2021": "2021-03-ahk2021", "2023": "2023-09-22-wikipedia2023",
              "2024": "2024-luzgina2024", "2025": "2025-planb2025",
              "September 2025": "2025-09-22-kompyuternyevesti2025"}
    return Checks({when: e.figure(f"park.residents-{name}") >= 1000
                   for when, name in counts.items()})


def tax_terms(e: Evidence) -> Checks:
    """The special terms were extended, and none had become worse by the report."""
    extended = e.date("2017-12-21-decree-no-8-on")
    worse = e.date("2021-01-01-income-tax-of-park")
    report = e.date("2025-02-07-afp-publishes-its-report")
    return Checks({"terms run on": extended < report}, {"no term became worse": worse > report})


def staff_fall(e: Evidence) -> Checks:
    """Headcounts fell; and the base implied lies among headcounts, by each reading of the words."""
    first, *readings = e.rows("park-readings")
    return Checks({"headcounts fell": e.interval("park.staff.fall.counted").low > 0} | {
        row["label"]: row["low"] <= first["high"] for row in readings})


def staff_level(e: Evidence) -> Checks:
    """It fits the headcount of September 2025, by the rule of the book and read strictly."""
    row = _statement(e, "Over 56,000 staff")
    return Checks({"September 2025": row["agree"]}, {"read strictly": row["agree_tight"]})


def exports_2021(e: Evidence) -> Checks:
    """It fits the park's own result, and its stated share of services exports."""
    row = next(r for r in e.rows("park-services") if r["year"] == "2021")
    stated, own = reading(3200), e.interval("park.exports.2021")
    return Checks({"the park's own result": stated.overlaps(own),
                   "stated share of services exports": bool(row["agree"])})


def exports_2023(e: Evidence) -> Checks:
    """All services exports fell by as much; the mean and both stated shares fit."""
    share = next(r for r in e.rows("park-services") if r["year"] == "2023")
    later = next(r for r in e.rows("park-services") if r["year"] == "2024")
    computed = Interval(share["computed_low"], share["computed_low"], share["computed_high"])
    fifth = Interval(later["stated_low"], later["stated_low"], later["stated_high"])
    return Checks({
        "all services exports fell by as much":
            e.value("park.services.fall") >= e.interval("park.exports.loss").low,
        "mean of five years":
            e.interval("park.exports.mean").overlaps(e.interval("park.exports.mean.earlier")),
        "a fifth of services exports": computed.overlaps(fifth)},
        {"a third of services exports": bool(share["agree"])})


def exports_fall(e: Evidence) -> Checks:
    """The fall between the two levels meets "nearly 45%", by the rule and read strictly."""
    row = _statement(e, "Exports down nearly 45%")
    printed = 100 * (1 - e.value("park.exports.2023") / e.value("park.exports.2021"))
    return Checks({"by the rule": row["agree"], "read strictly": row["agree_tight"],
                   "printed values fall short of 45": printed < 45,
                   "printed values round to 45": 5 * round(printed / 5) == 45})


def _statement(e: Evidence, start: str) -> dict:
    return next(r for r in e.rows("park-statements") if r["statement"].startswith(start))


RULES = {"crisis": crisis, "cornerstone": cornerstone, "growth-until-2020": growth_until_2020,
         "residents": residents, "tax-terms": tax_terms, "staff-fall": staff_fall,
         "staff-level": staff_level, "exports-2021": exports_2021, "exports-2023": exports_2023,
         "exports-fall": exports_fall}
