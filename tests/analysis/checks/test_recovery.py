"""Checks on recovery, by hand on small made records."""

from analysis.checks import CHECKS


def test_growth_needed_beyond_the_record(evidence):
    columns = ["year", "key", "growth", "low", "high"]
    rows = [dict(zip(columns, row)) for row in (
        (2026, "asia", 90, 80, 120), (2030, "asia", 30, 25, 35),
        (2026, "both", 43, 37, 51), (2030, "both", 20, 15, 25),
        (2026, "seen", 99, 99, 99), (2030, "seen", 40, 40, 40))]
    found = evidence(exhibits={"pivot-required": rows})
    alone = CHECKS["pivot-recovery-asia"].outcome(found)
    assert alone.tests == {"2026": False, "2030": True}
    assert alone.result == "2026 to 2030: 35 to 120% needed at most, record 40 to 99%"
    assert CHECKS["pivot-recovery-all"].outcome(found).verdict == "passes"
