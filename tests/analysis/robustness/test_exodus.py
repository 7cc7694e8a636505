"""Checks of the chapter on the exodus, by hand on small made records."""

from analysis.robustness import exodus
from analysis.robustness.rules import Outcome


def table(columns, *rows):
    return [dict(zip(columns, row)) for row in rows]


def test_ratio_of_errors_alone_makes_the_ranks_mixed(evidence):
    numbers = {f"exodus.{name}": p for name, p in (
        ("pushes.gap.p", 0.02), ("pushes.gap.p.ratio", 0.07), ("curve.p", 0.02))}
    found = exodus.ranks(evidence(numbers))
    assert (found.agree, found.of) == (2, 3) and found.result == "p 0.020, 0.070, 0.020"


def test_one_donor_that_moves_an_estimate(evidence):
    rows = table(["gap", "low", "high"], (-60.0, -65, -58), (-60.0, -72, -59))
    assert exodus.one_out(evidence(exhibits={"exodus-estimators": rows})) == Outcome(
        "moves 5.0 to 12.0 points", 1, 2)
