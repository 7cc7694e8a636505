"""Verdicts on claims, by the protocol, from the checks that table ``claims`` names.

A claim names its checks in the columns ``core`` (what it says), ``detail`` (dates, sizes and
places that it names beside) and ``beside`` (what is shown with it and decides nothing: strict
readings, rival counts, proxies), parted by semicolons: a check by its id, or some of its tests as
``check/test``, where ``*`` stands for any text: ``pivot-definitions/west*``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase

import pandas as pd

from report import protocol
from report.checks import Check, Outcome
from report.evidence import Evidence
from report.tables import TableError

COLUMNS = ("core", "detail", "beside")


@dataclass(frozen=True, kw_only=True)
class Tested:
    """One check as a claim rests on it: some or all of its tests.

    Attributes
    ----------
    check : Check
    outcome : Outcome
    tests : mapping of str to bool
        Tests that the claim names, by ``check/test``, and whether each agrees.
    """

    check: Check
    outcome: Outcome
    tests: Mapping[str, bool]

    @property
    def agrees(self) -> bool:
        """Whether all of its tests do."""
        return all(self.tests.values())

    @property
    def said(self) -> str:
        """What it asks and what came out."""
        agree, of = sum(self.tests.values()), len(self.tests)
        counted = "" if self.agrees or of == 1 else f"; {agree} of {of} agree"
        return f"{self.check.asks[0].lower()}{self.check.asks[1:]} ({self.result}{counted})"

    @property
    def result(self) -> str:
        """What was found, of single tests where the claim names some only."""
        told = self.outcome.found
        named = [name.partition("/")[2] for name in self.tests]
        if len(named) == self.outcome.of or any(name not in told for name in named):
            return self.outcome.result
        return f"here {'; '.join(told[name] for name in named)}"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Verdict on one claim.

    Attributes
    ----------
    claim : str
        Its id in table ``claims``.
    kind, evidence : str
        As `report.protocol` has them.
    core, detail, beside : tuple of Tested
        Its checks.
    """

    claim: str
    kind: str
    evidence: str
    core: tuple[Tested, ...] = ()
    detail: tuple[Tested, ...] = ()
    beside: tuple[Tested, ...] = ()

    @property
    def word(self) -> str:
        """One of `report.protocol.WORDS`."""
        return protocol.word(self.kind, self.evidence, _agreeing(self.core),
                             _agreeing(self.detail))

    @property
    def reason(self) -> str:
        """Why: what its core found, or why nothing can be said."""
        if self.word == protocol.UNTESTED:
            return protocol.why_untested(self.kind, self.evidence)
        failed = [one.said for one in self.core if not one.agrees]
        agreed = [one.said for one in self.core if one.agrees]
        if not failed:
            return "; ".join(agreed)
        also = f"; agrees: {'; '.join(agreed)}" if agreed else ""
        return f"fails: {'; '.join(failed)}{also}"

    @property
    def correction(self) -> str:
        """What is corrected and by how much, '' where nothing is."""
        if self.word != protocol.CORRECTED:
            return ""
        return "; ".join(one.outcome.correction for one in self.detail if not one.agrees)

    @property
    def n(self) -> int:
        """Number of tests of core and detail."""
        return len(_agreeing(self.core)) + len(_agreeing(self.detail))

    @property
    def agree(self) -> int:
        """Number of these that agree with the claim."""
        return sum(_agreeing(self.core)) + sum(_agreeing(self.detail))

    @property
    def share(self) -> float:
        """Percent of these that agree.

        Raises
        ------
        ValueError
            If there are none.
        """
        if not self.n:
            raise ValueError(f"{self.claim} has no checks")
        return 100 * self.agree / self.n

    @property
    def checks(self) -> Iterator[tuple[str, Tested]]:
        """Its checks with the column that names them."""
        for column in COLUMNS:
            yield from ((column, one) for one in getattr(self, column))


def _agreeing(checks: Sequence[Tested]) -> list[bool]:
    return [agrees for one in checks for agrees in one.tests.values()]


def judged(claims: pd.DataFrame, checks: Mapping[str, Check],
           evidence: Evidence) -> dict[str, Verdict]:
    """Verdict of every claim by its id, in the order of the table.

    Parameters
    ----------
    claims : DataFrame
        Table ``claims`` as it was loaded: its index counts the rows of the file.
    checks : mapping of str to Check
        All checks by id.
    evidence : Evidence

    Raises
    ------
    TableError
        If a claim names an unknown check or test, checks that the protocol does not let speak,
        none where it does, or a check of detail that fails and says nothing of what is
        corrected; the error names file, line and column.
    LookupError
        If a check rests on what no chapter recorded.
    """
    cells = list(_cells(claims))
    outcomes = _outcomes(cells, checks, evidence)
    found = {(cell.claim, cell.column): cell.tested(checks, outcomes) for cell in cells}
    for cell in cells:
        cell.refuse_wrong(found[cell.claim, cell.column])
    return {row["claim"]: Verdict(
        claim=row["claim"], kind=row["kind"], evidence=row["evidence"],
        **{column: found[row["claim"], column] for column in COLUMNS})
        for row in claims.to_dict("records")}


def _outcomes(cells: list[_Cell], checks: Mapping[str, Check],
              evidence: Evidence) -> dict[str, Outcome]:
    """Outcomes of all checks that are named, each made once."""
    for cell in cells:
        for name in cell.checks():
            if name not in checks:
                raise cell.error(f"{name!r} is not a check", name, checks)
    needed = dict.fromkeys(name for cell in cells for name in cell.checks())
    return {name: checks[name].outcome(evidence) for name in needed}


@dataclass(frozen=True)
class _Cell:
    """Names of checks in one cell of table ``claims``."""

    claim: str
    may: str
    line: int
    column: str
    text: str

    def names(self) -> list[tuple[str, str]]:
        """Id of a check and pattern of its tests, for each name."""
        parts = [name.partition("/") for name in self.text.split(";") if name]
        return [(check, pattern if slash else "*") for check, slash, pattern in parts]

    def checks(self) -> list[str]:
        return [check for check, _ in self.names()]

    def tested(self, checks: Mapping[str, Check],
               outcomes: Mapping[str, Outcome]) -> tuple[Tested, ...]:
        """Checks that the cell names, with their tests; of one check all tests together."""
        found: dict[str, dict[str, bool]] = {}
        for check, pattern in self.names():
            tests = outcomes[check].tests
            named = {f"{check}/{test}": agrees for test, agrees in tests.items()
                     if fnmatchcase(test, pattern)}
            if not named:
                raise self.error(f"{check!r} has no test {pattern!r}", pattern, tests)
            found.setdefault(check, {}).update(named)
        return tuple(Tested(check=checks[name], outcome=outcomes[name], tests=tests)
                     for name, tests in found.items())

    def refuse_wrong(self, tested: tuple[Tested, ...]) -> None:
        """Refuse what the protocol does not allow."""
        if self.column == "core" and not tested and self.may != protocol.SILENT:
            raise self.error("is empty, though the evidence is of a kind that can test it")
        if self.column != "beside" and tested and self.may == protocol.SILENT:
            raise self.error("names checks, though evidence of this kind is silent here")
        for one in tested:
            if self.column == "detail" and not one.agrees and not one.outcome.correction:
                raise self.error(f"{one.check.id!r} fails and does not say what is corrected")

    def error(self, why: str, name: str = "", known: Mapping[str, object] | None = None
              ) -> TableError:
        """Error that says where the name stands and which known one is nearest."""
        near = get_close_matches(name, known or (), n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return TableError(f"claims.csv, line {self.line}, column {self.column!r}: {why}{hint}")


def _cells(claims: pd.DataFrame) -> Iterator[_Cell]:
    for place, row in claims.iterrows():
        may = protocol.speaks(row["kind"], row["evidence"])
        for column in COLUMNS:
            # Line 1 is the header.
            yield _Cell(row["claim"], may, place + 2, column, row[column])


def why(verdict: Verdict) -> str:
    """Reason of a verdict in whole sentences, and what is corrected.

    Parameters
    ----------
    verdict : Verdict
    """
    said = [verdict.reason]
    if verdict.correction:
        said.append(f"corrected: {verdict.correction}")
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in said)


def agreement(verdict: Verdict) -> str:
    """Tests that agree of all, such as ``3 of 4``; an en dash where there are none.

    Parameters
    ----------
    verdict : Verdict
    """
    return f"{verdict.agree} of {verdict.n}" if verdict.n else "\N{EN DASH}"
