"""Verdicts on claims, by one rule, from the checks that table ``claims`` names.

A claim names its checks in the columns ``core`` (what must be so if it is true) and ``detail``
(what its wording adds, and what rival counts say), parted by semicolons: a check by its id, or
some of its tests as ``check/test``, where ``*`` stands for any text: ``pivot-definitions/west*``.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase

import pandas as pd

from report.checks import Check, Outcome
from report.evidence import Evidence
from report.tables import TableError

WORDS = ("holds", "holds with a correction", "not supported", "contradicted", "cannot be tested")
KINDS = ("quantity", "event", "cause", "outlook")
COLUMNS = ("core", "detail")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Verdict on one claim.

    Attributes
    ----------
    claim : str
        Its id in table ``claims``.
    core, detail : mapping of str to bool
        Tests by ``check/test``, and whether each agrees with the claim.
    """

    claim: str
    core: Mapping[str, bool]
    detail: Mapping[str, bool]

    @property
    def word(self) -> str:
        """One of `WORDS`.

        Without tests nothing can be said. Where all of the core fails, the claim is
        contradicted; where some of it fails, it is not supported; where only detail fails, it
        holds with a correction.
        """
        core, detail = self.core.values(), self.detail.values()
        if not self.n:
            return "cannot be tested"
        if core and not any(core):
            return "contradicted"
        if not all(core):
            return "not supported"
        return "holds" if all(detail) else "holds with a correction"

    @property
    def n(self) -> int:
        """Number of tests."""
        return len(self.core) + len(self.detail)

    @property
    def agree(self) -> int:
        """Number of tests that agree with the claim."""
        return sum(self.core.values()) + sum(self.detail.values())

    @property
    def share(self) -> float:
        """Percent of tests that agree.

        Raises
        ------
        ValueError
            If there are none.
        """
        if not self.n:
            raise ValueError(f"{self.claim} has no checks")
        return 100 * self.agree / self.n


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
        If a claim names an unknown check or test, or checks of detail and none of the core; the
        error names file, line and column.
    LookupError
        If a check rests on what no chapter recorded.
    """
    cells = list(_cells(claims))
    outcomes = _outcomes(cells, checks, evidence)
    tests = {(cell.claim, cell.column): cell.tests(outcomes) for cell in cells}
    for cell in cells:
        if not tests[cell.claim, "core"] and tests[cell.claim, "detail"]:
            raise cell.error("is empty, though checks of detail are named")
    return {claim: Verdict(claim=claim, core=tests[claim, "core"], detail=tests[claim, "detail"])
            for claim in claims["claim"]}


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
    line: int
    column: str
    text: str

    def names(self) -> list[tuple[str, str]]:
        """Id of a check and pattern of its tests, for each name."""
        parts = [name.partition("/") for name in self.text.split(";") if name]
        return [(check, pattern if slash else "*") for check, slash, pattern in parts]

    def checks(self) -> Iterator[str]:
        return (check for check, _ in self.names())

    def tests(self, outcomes: Mapping[str, Outcome]) -> dict[str, bool]:
        """Tests that the cell names, by ``check/test``."""
        found: dict[str, bool] = {}
        for check, pattern in self.names():
            tests = outcomes[check].tests
            named = {f"{check}/{test}": agrees for test, agrees in tests.items()
                     if fnmatchcase(test, pattern)}
            if not named:
                raise self.error(f"{check!r} has no test {pattern!r}", pattern, tests)
            found |= named
        return found

    def error(self, why: str, name: str = "", known: Mapping[str, object] | None = None
              ) -> TableError:
        """Error that says where the name stands and which known one is nearest."""
        near = get_close_matches(name, known or (), n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return TableError(f"claims.csv, line {self.line}, column {self.column!r}: {why}{hint}")


def _cells(claims: pd.DataFrame) -> Iterator[_Cell]:
    for place, row in claims.iterrows():
        for column in COLUMNS:
            # Line 1 is the header.
            yield _Cell(row["claim"], place + 2, column, row[column])


def by_kind(claims: pd.DataFrame, verdicts: Mapping[str, Verdict]) -> pd.DataFrame:
    """Number of claims by ``kind`` and ``verdict``, all combinations in order: ``claims``."""
    words = claims["claim"].map(lambda name: verdicts[name].word)
    counts = pd.crosstab(claims["kind"], words).reindex(index=KINDS, columns=WORDS, fill_value=0)
    return counts.rename_axis(index="kind", columns="verdict").stack().rename(
        "claims").reset_index()


def tally(claims: pd.DataFrame, verdicts: Mapping[str, Verdict]) -> dict[str, int]:
    """Number of claims by verdict, in the order of `WORDS`."""
    found = [verdicts[name].word for name in claims["claim"]]
    return {word: found.count(word) for word in WORDS}


def listing(claims: pd.DataFrame, verdicts: Mapping[str, Verdict]) -> pd.DataFrame:
    """One row a claim: ``claim`` (a link), ``speaker``, ``verdict``, ``agree``."""
    return pd.DataFrame([{
        "claim": f"{{ref}}`{row['title']} <claim-{row['claim']}>`", "speaker": row["speaker"],
        "verdict": verdicts[row["claim"]].word, "agree": agreement(verdicts[row["claim"]])}
        for row in claims.to_dict("records")])


def agreement(verdict: Verdict) -> str:
    """Tests that agree of all, such as ``3 of 4``; an en dash where there are none."""
    return f"{verdict.agree} of {verdict.n}" if verdict.n else "\N{EN DASH}"


@dataclass(frozen=True)
class Statement:
    """What stands under the heading of a claim: who says what, how it is tested, the verdict.

    Attributes
    ----------
    claim : dict
        Row of table ``claims``.
    verdict : Verdict
    """

    claim: dict
    verdict: Verdict

    def markdown(self) -> str:
        """The same as MyST text, with links to exhibits and to the recorded verdict."""
        row, name = self.claim, f"claims.{self.claim['claim']}"
        checked = (f" ({{v}}`{name}.agree` checks agree, {{v}}`{name}.share`)"
                   if self.verdict.n else "")
        shown = ", ".join(f"{{numref}}`{label}`" for label in row["exhibits"].split(";") if label)
        settled = "It would be overturned by" if self.verdict.n else "It could be tested with"
        sources = row["sources"].replace(";", ",")
        return "\n".join([
            ":::{container} claim", "",
            f"*{row['speaker']}:* {row['paraphrase']} {{cite:p}}`{sources}`", "",
            f"*Test:* {row['test']}{f' See {shown}.' if shown else ''}", "",
            f"*Verdict:* **{{v}}`{name}.verdict`**{checked}. "
            f"{settled} {row['overturn']}", ":::", ""])

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        said = f"{self.claim['speaker']}: {self.claim['paraphrase']}"
        word = f"{self.verdict.word} ({agreement(self.verdict)})"
        return {"text/plain": f"{said} {word}", "text/markdown": self.markdown(),
                "text/html": f"<p>{html.escape(said)}</p><p>{html.escape(self.claim['test'])}</p>"
                             f"<p><strong>{html.escape(word)}</strong></p>"}
