"""Rules for claims on events: politics, sanctions, banks and companies."""

from __future__ import annotations

from analysis.claims.verdict import Checks
from report.evidence import Evidence

INVASION = "2022-02-24-russia-invades-ukraine-also"
REPORT = "2025-02-07-afp-publishes-its-report"


def viber_tanks(e: Evidence) -> Checks:
    """Both companies had an office in Minsk, by reports of the day."""
    report = e.date(REPORT)
    return Checks({"Viber": e.date("2020-08-23-viber-is-reported-to") < report,
                   "Wargaming": e.date("2022-04-04-wargaming-announces-that-its") < report})


def pandadoc_raid(e: Evidence) -> Checks:
    """The raid is dated to September 2020 and a case against several employees follows it."""
    raid, case = e.date("2020-09-02-police-raid-the-minsk"), e.date(
        "2020-09-04-criminal-case-against-four")
    return Checks({"in September 2020": (raid.year, raid.month) == (2020, 9),
                   "a case against employees": raid <= case})


def pandadoc_pivotal(e: Evidence) -> Checks:
    """Each series that can be dated has its break in 2020, or does not exclude it."""
    dates = {row["series"]: row["dates"] for row in e.rows("park-breaks") if row["dates"]}
    first = {name: int(span[:4]) for name, span in dates.items()}
    last = {name: int(span.split(" to ")[-1][:4]) for name, span in dates.items()}
    core = {name: first[name] <= 2020 <= last[name] for name in dates}
    core["ties to the United States"] = e.value("pivot.collab.us.break.low")[:4] <= "2020"
    core["hires less leavers"] = e.value("park.months.before") < 0
    return Checks(core)


def sanctions(e: Evidence) -> Checks:
    """The invasion also came from Belarus and sanctions followed; none came before it."""
    invasion = e.date(INVASION)
    return Checks({"sanctions followed": e.date("2022-03-02-european-union-widens-sanctions")
                   > invasion},
                  {"no economic sanctions before":
                   e.date("2021-06-24-european-union-adopts-economic") > invasion})


def swift(e: Evidence) -> Checks:
    """Two rounds of exclusion, of three banks and of a fourth, took effect before the report."""
    report = e.date(REPORT)
    return Checks({"three banks": e.date("2022-03-20-three-belarusian-banks-are") < report,
                   "a fourth bank": e.date("2022-06-14-the-swift-exclusion-of") < report})


def flights(e: Evidence) -> Checks:
    """The Union's airspace was closed to Belarusian carriers before the report."""
    return Checks({"airspace closed": e.date("2021-06-04-european-union-closes-its")
                   < e.date(REPORT)})


RULES = {"viber-tanks": viber_tanks, "pandadoc-raid": pandadoc_raid,
         "pandadoc-pivotal": pandadoc_pivotal, "sanctions": sanctions, "swift": swift,
         "flights": flights}
