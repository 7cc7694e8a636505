"""Robustness checks: each returns its numbers and a verdict."""

from analysis.checks.compare import compare
from analysis.checks.curve import (
    CurveTest,
    SpecificationCurve,
    by_choice,
    curve_p_value,
    effect,
    enough_before,
    joint_test,
    specification_curve,
)
from analysis.checks.gains import gains, host_gains
from analysis.checks.inversion import Inversion, invert_placebo
from analysis.checks.placebos import (
    LeaveOneOut,
    PlaceboInSpace,
    PlaceboInTime,
    leave_one_out,
    placebo_in_space,
    placebo_in_time,
)
from analysis.checks.windows import by_change, by_window, results_by_year, windows_after

__all__ = [
    "CurveTest",
    "Inversion",
    "LeaveOneOut",
    "PlaceboInSpace",
    "PlaceboInTime",
    "SpecificationCurve",
    "by_change",
    "by_choice",
    "by_window",
    "compare",
    "curve_p_value",
    "effect",
    "enough_before",
    "gains",
    "host_gains",
    "invert_placebo",
    "joint_test",
    "leave_one_out",
    "placebo_in_space",
    "placebo_in_time",
    "results_by_year",
    "specification_curve",
    "windows_after",
]
