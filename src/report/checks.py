"""What a check is, how its outcome is told, and the table of all of them.

A check asks one thing of what the chapters recorded. It consists of one or more tests, each with
a name: readings, specifications, registers. Robustness of results and verdicts on claims rest on
the same checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from report import text
from report.evidence import Evidence

VERDICTS = ("passes", "mixed", "fails")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came out of a check.

    Attributes
    ----------
    result : str
        What was found, in a few words.
    tests : mapping of str to bool
        Single tests by name, and whether each came out as the check asks.
    found : mapping of str to str
        What came out of single tests, for claims that name some of them only.
    correction : str
        What a claim that this does not bear out has wrong, and by how much; for claims that name
        the check as detail.
    elsewhere : mapping of str to bool
        Whether the same would pass for other years, donors or peers in the data, by name: what
        passes everywhere tests nothing. Empty where that cannot be computed from the record.
    rests_on : tuple of str
        Ids of the numbers and exhibits, names of the published figures and events that it read;
        filled by `Check.outcome`.

    Raises
    ------
    ValueError
        If there is no test.
    """

    result: str
    tests: Mapping[str, bool]
    found: Mapping[str, str] = field(default_factory=dict)
    correction: str = ""
    elsewhere: Mapping[str, bool] = field(default_factory=dict)
    rests_on: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.tests:
            raise ValueError(f"no test stands behind the result {self.result!r}")
        # Comparisons of table cells give booleans of NumPy, which JSON does not know.
        for part in ("tests", "elsewhere"):
            plain = {name: bool(ok) for name, ok in getattr(self, part).items()}
            object.__setattr__(self, part, plain)

    @property
    def agree(self) -> int:
        """Tests that came out as the check asks."""
        return sum(self.tests.values())

    @property
    def of(self) -> int:
        """All tests."""
        return len(self.tests)

    @property
    def verdict(self) -> str:
        """One of `VERDICTS`: passes if all tests agree, fails if none does, else mixed."""
        return "passes" if self.agree == self.of else "mixed" if self.agree else "fails"

    @property
    def severity(self) -> str:
        """How often it fails elsewhere, such as ``7 of 8``; an en dash where that is unknown."""
        failing = list(self.elsewhere.values()).count(False)
        return f"{failing} of {len(self.elsewhere)}" if self.elsewhere else "\N{EN DASH}"


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that the book asks of its own results.

    Attributes
    ----------
    id : str
        Permanent name, such as ``exodus-curve-sign``; claims name their checks by it.
    asks : str
        What has to hold for it to pass.
    exhibit : str
        Target of references to the exhibit that shows it, such as ``tab-park-channel``; '' where
        it rests on events or published figures that no exhibit has.
    test : callable
        Gives the outcome from what the chapters recorded.
    chapter : str
        Chapter whose robustness it tells, in the table of all checks; '' where only claims rest
        on it.
    fails_if : str
        What would have failed it.
    """

    id: str
    asks: str
    exhibit: str
    test: Callable[[Evidence], Outcome]
    chapter: str = ""
    fails_if: str = ""

    def outcome(self, evidence: Evidence) -> Outcome:
        """What comes out of it, with what it rests on.

        Raises
        ------
        LookupError
            If it reads what no chapter recorded; the error names the check.
        """
        watched = evidence.watched()
        try:
            found = self.test(watched)
        except LookupError as error:
            said = error.args[0] if error.args else error
            raise LookupError(f"check {self.id!r}: {said}") from error
        return replace(found, rests_on=tuple(dict.fromkeys(watched.asked)))


def registry(*groups: Iterable[Check]) -> dict[str, Check]:
    """Checks by id, in order.

    Raises
    ------
    ValueError
        If an id stands twice.
    """
    found: dict[str, Check] = {}
    for check in (check for group in groups for check in group):
        if check.id in found:
            raise ValueError(f"the check {check.id!r} stands twice")
        found[check.id] = check
    return found


def by_row(rows: pd.DataFrame, names: str | Sequence[str],
           passed: Iterable[bool]) -> dict[str, bool]:
    """Tests of a table: one a row, named by one or more of its columns.

    Parameters
    ----------
    rows : DataFrame
    names : str or sequence of str
        Columns that name a row together.
    passed : iterable of bool
        One a row, in order.

    Raises
    ------
    ValueError
        If two rows have one name, or the lengths differ.
    """
    columns = [names] if isinstance(names, str) else list(names)
    labels = [", ".join(map(str, row)) for row in rows[columns].to_numpy().tolist()]
    if len(set(labels)) < len(labels):
        raise ValueError(f"{' and '.join(columns)} do not tell the rows apart: {labels}")
    return dict(zip(labels, passed, strict=True))


def by_count(agree: float, of: float) -> dict[str, bool]:
    """Tests of which only the number is on record: named by their place, those that agree first.

    Raises
    ------
    ValueError
        If more agree than there are.
    """
    n, passed = round(of), round(agree)
    if not 0 <= passed <= n:
        raise ValueError(f"{passed} of {n} tests cannot agree")
    return {str(place): place <= passed for place in range(1, n + 1)}


def moves(rows: pd.DataFrame, estimate: str, low: str = "low", high: str = "high") -> pd.Series:
    """Distance from an estimate to the farther one of two bounds, by row, from columns named."""
    return pd.concat([rows[high] - rows[estimate], rows[estimate] - rows[low]], axis=1).max(axis=1)


def span(values: Iterable[float], spec: str = ".0f", unit: str = "count") -> str:
    """Least to greatest of some values, as text."""
    values = list(values)
    return text.span(min(values), max(values), unit, spec)


def listing(checks: Mapping[str, Check], evidence: Evidence) -> pd.DataFrame:
    """Checks that tell the robustness of a chapter, with what came out.

    Parameters
    ----------
    checks : mapping of str to Check
        As `registry` gives them; those without a chapter are left out.
    evidence : Evidence

    Returns
    -------
    DataFrame
        ``key`` (id), ``chapter`` (name), ``asks``, ``fails_if``, ``result``, ``agree`` (tests, as
        text), ``verdict``, ``elsewhere`` (how often it fails there, as text), ``shown`` (reference
        to the exhibit, as MyST text).

    Raises
    ------
    LookupError
        If a number or an exhibit that a check reads was not recorded.
    """
    rows = []
    for check in filter(lambda one: one.chapter, checks.values()):
        found = check.outcome(evidence)
        rows.append({
            "key": check.id, "chapter": check.chapter.capitalize(), "asks": check.asks,
            "fails_if": check.fails_if, "result": found.result,
            "agree": f"{found.agree} of {found.of}", "verdict": found.verdict,
            "elsewhere": found.severity,
            "shown": f"{{numref}}`{check.exhibit}`"})
    return pd.DataFrame(rows)
