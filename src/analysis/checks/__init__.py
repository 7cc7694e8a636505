"""Robustness checks: each returns its numbers and a verdict."""

from analysis.checks.compare import compare
from analysis.checks.curve import (
    SpecificationCurve,
    by_choice,
    curve_p_value,
    effect,
    specification_curve,
)
from analysis.checks.gains import gains, host_gains
from analysis.checks.peers import gaps_by_year, peer_gaps
from analysis.checks.placebos import (
    LeaveOneOut,
    PlaceboInSpace,
    PlaceboInTime,
    leave_one_out,
    placebo_in_space,
    placebo_in_time,
)

__all__ = [
    "LeaveOneOut",
    "PlaceboInSpace",
    "PlaceboInTime",
    "SpecificationCurve",
    "by_choice",
    "compare",
    "curve_p_value",
    "effect",
    "gains",
    "gaps_by_year",
    "host_gains",
    "leave_one_out",
    "peer_gaps",
    "placebo_in_space",
    "placebo_in_time",
    "specification_curve",
]
