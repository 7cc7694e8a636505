"""Rules for claims on people: who left, when, and whether it goes on."""

from __future__ import annotations

from analysis.claims.verdict import Checks
from report.evidence import Evidence

# Share of specialists, in percent, from which on a departure is called mass departure here.
MASS = 10
INVASION = "2022 Q1"
HOSTS = ("Poland", "Lithuania", "Germany")


def mass_departure(e: Evidence) -> Checks:
    """More than a tenth of specialists left by every bound, and the sector's balance is negative.

    Each bound is set against the largest number of specialists counted before.
    """
    staff = e.interval("exodus.it.staff").high
    shares = {name: 100 * count / staff for name, count in {
        "lower bound": e.value("exodus.it.lower"), "upper bound": e.value("exodus.it.upper"),
        "central range": e.interval("exodus.it.central").low}.items()}
    return Checks({f"{name} above a tenth": share > MASS for name, share in shares.items()} | {
        "fewer hires than leavers in 2022": e.value("exodus.sectionj.net2022") < 0})


def after_election(e: Evidence) -> Checks:
    """People: permits rose in 2021 and surveys find a tenth gone. Detail: the sector shrank."""
    hosts = {row["host"]: row for row in e.rows("exodus-valid")}
    core = {f"more permits, {name}": hosts[name]["2021"] > hosts[name]["2020"]
            for name in HOSTS}
    wave = next(r for r in e.rows("exodus-estimates") if r["scope"] == "first wave")
    core["first wave above a tenth"] = (
        100 * wave["persons_low"] / e.interval("exodus.it.staff").high > MASS)
    return Checks(core, {
        "the sector lost staff before the invasion": e.value("park.months.before") < 0,
        "exports fell in 2021": e.interval("park.exports.growth2021").high < 0,
        "public work fell by 2021": e.interval("exodus.election.effect").high < 0})


def invasion_accelerated(e: Evidence) -> Checks:
    """Staff turned and permits grew fastest after the invasion. Work: nearly all models of 2022."""
    fastest = {row["count"]: row["fastest_until"] for row in e.rows("exodus-slowed")}
    core = {f"fastest after the invasion: {count}": until > INVASION
            for count, until in fastest.items()}
    core["staff turned in March 2022"] = (
        e.value("park.months.before") > 0 > e.value("park.months.march"))
    return Checks(core, {
        "public work fell in 2022 in 95% of specifications":
            e.value("exodus.curve2022.negative") >= 95})


def slowed(e: Evidence) -> Checks:
    """Each count of people abroad grows at less than half its fastest pace; flows have fallen."""
    core = {row["count"]: row["verdict"] in ("slowed", "reversed")
            for row in e.rows("exodus-slowed") if not row["count"].startswith("Pushes")}
    return Checks(core | {
        "first permits fell": e.value("exodus.first.change") < 0,
        "decisions in Poland fell": e.value("exodus.decisions.change") < 0})


def return_interest(e: Evidence) -> Checks:
    """A quarter of emigrants or more would return, by each survey; and more than would not."""
    asked = {"2022": "2022-10-svaboda2023a", "2024": "2024-czaswschodni2024"}
    would = {year: e.figure(f"survey.emigrants.return.share-{name}")
             for year, name in asked.items()}
    stay = {year: e.figure(f"survey.emigrants.noreturn.share-{name}")
            for year, name in asked.items()}
    return Checks({f"a quarter would return, {year}": share >= 25
                   for year, share in would.items()},
                  {f"more would than would not, {year}": would[year] > stay[year]
                   for year in asked})


RULES = {"mass-departure": mass_departure, "after-election": after_election,
         "invasion-accelerated": invasion_accelerated, "exodus-slowed": slowed,
         "return-interest": return_interest}
