"""All robustness checks of the book, judged from what the chapters recorded."""

from analysis.robustness import exodus, park, pivot
from analysis.robustness.rules import VERDICTS, judged

CHECKS = [*exodus.CHECKS, *park.CHECKS, *pivot.CHECKS]

__all__ = ["CHECKS", "VERDICTS", "judged"]
