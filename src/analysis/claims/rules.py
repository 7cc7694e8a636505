"""The rule of every claim, by its id in table ``claims``."""

from __future__ import annotations

from collections.abc import Callable

from analysis.claims import context, markets, park, people
from analysis.claims.verdict import Checks
from report.evidence import Evidence


def nothing(e: Evidence) -> Checks:
    """No number or event was found that could speak for the claim or against it."""
    return Checks()


UNTESTED = ("causes", "lines-of-business", "liberal-sector", "middle-class", "qulix",
            "geopolitics", "banking-cost", "daily-life", "asia-outlook", "war-outlook")
RULES: dict[str, Callable[[Evidence], Checks]] = {
    **people.RULES, **park.RULES, **markets.RULES, **context.RULES,
    **dict.fromkeys(UNTESTED, nothing)}
