"""Statements of the news report: their checks, and the verdicts that follow from these."""

from analysis.claims.front import story
from analysis.claims.rules import RULES
from analysis.claims.summary import Statement, agreement, by_kind, judged, listing, tally
from analysis.claims.verdict import Checks, Verdict

__all__ = ["RULES", "Checks", "Statement", "Verdict", "agreement", "by_kind", "judged",
           "listing", "story", "tally"]
