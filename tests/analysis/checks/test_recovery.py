"""Checks on recovery, by hand on small made records."""

from analysis.checks import CHECKS, printed


def test_growth_needed_beyond_the_record(evidence):
    columns = ["year", "line", "growth", "low", "high"]
    rows = [dict(zip(columns, row)) for row in (
        (2026, printed.ASIA_ALONE, 90, 80, 120), (2030, printed.ASIA_ALONE, 30, 25, 35),
        (2026, printed.ALL_BUT_WEST, 43, 37, 51), (2030, printed.ALL_BUT_WEST, 20, 15, 25),
        (2026, printed.FASTEST, 99, 99, 99), (2030, printed.FASTEST, 40, 40, 40))]
    found = evidence(exhibits={"pivot-required": rows})
    alone = CHECKS["pivot-recovery-asia"].outcome(found)
    assert alone.tests == {"2026": False, "2030": True}
    assert alone.result == "2026 to 2030: 35 to 120% needed at most, record 40 to 99%"
    assert CHECKS["pivot-recovery-all"].outcome(found).verdict == "passes"
