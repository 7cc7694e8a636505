"""All checks of the book by id: what robustness lists, and what verdicts on claims rest on."""

from analysis.checks import (
    collaboration,
    events,
    falls,
    losses,
    markets,
    people,
    recovery,
    slowing,
    statements,
    work,
)
from report.checks import registry

# In this order the robustness table lists those that have a chapter.
CHECKS = registry(people.CHECKS, work.CHECKS, slowing.CHECKS, statements.CHECKS, losses.CHECKS,
                  falls.CHECKS, markets.CHECKS, collaboration.CHECKS, recovery.CHECKS,
                  events.CHECKS)

__all__ = ["CHECKS"]
