"""What a robustness check is, and how it is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from report import text
from report.evidence import Evidence

VERDICTS = ("passes", "mixed", "fails")


@dataclass(frozen=True)
class Outcome:
    """Result of a check.

    Attributes
    ----------
    result : str
        What was found, in a few words.
    agree, of : int
        Tests that came out as the check asks, and tests in all.

    Raises
    ------
    ValueError
        If there is no test, or more agree than there are.
    """

    result: str
    agree: int
    of: int

    def __post_init__(self):
        if not 0 <= self.agree <= self.of or self.of == 0:
            raise ValueError(f"{self.agree} of {self.of} tests cannot agree")

    @property
    def verdict(self) -> str:
        """Passes if all tests agree, fails if none does, else mixed."""
        return "passes" if self.agree == self.of else "mixed" if self.agree else "fails"


@dataclass(frozen=True)
class Check:
    """A check of the book.

    Attributes
    ----------
    asks : str
        What has to hold for it to pass.
    exhibit : str
        Target of references to the exhibit that shows it, such as ``tab-park-channel``.
    judge : callable
        Gives the outcome from what the chapters recorded.
    """

    asks: str
    exhibit: str
    judge: Callable[[Evidence], Outcome]


def counted(result: str, tests: Iterable[bool]) -> Outcome:
    """Outcome from single tests."""
    tests = [bool(one) for one in tests]
    return Outcome(result, sum(tests), len(tests))


def span(values: Iterable[float], spec: str = ".0f", unit: str = "count") -> str:
    """Least to greatest of some values, as text."""
    values = list(values)
    return text.span(min(values), max(values), unit, spec)


def judged(checks: Iterable[Check], evidence: Evidence) -> pd.DataFrame:
    """All checks with what came out.

    Parameters
    ----------
    checks : iterable of Check
    evidence : Evidence

    Returns
    -------
    DataFrame
        ``chapter`` (name), ``asks``, ``result``, ``agree`` (tests, as text), ``verdict``, ``shown``
        (reference to the exhibit, as MyST text).

    Raises
    ------
    LookupError
        If a number or an exhibit that a check reads was not recorded.
    """
    rows = []
    for check in checks:
        found = check.judge(evidence)
        rows.append({
            "chapter": check.exhibit.split("-")[1].capitalize(), "asks": check.asks,
            "result": found.result, "agree": f"{found.agree} of {found.of}",
            "verdict": found.verdict, "shown": f"{{numref}}`{check.exhibit}`"})
    return pd.DataFrame(rows)
