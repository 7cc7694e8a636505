"""The card of a claim: what is said, the verdict and why, and what would overturn it."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd

from report import verdicts
from report.bibliography import cff
from report.verdicts import Tested, Verdict

DIRECTIVE = "claim-card"


@dataclass(frozen=True)
class Card:
    """Card of one claim, as a notebook cell shows it.

    Attributes
    ----------
    claim : dict
        Row of table ``claims``.
    verdict : Verdict
    """

    claim: dict
    verdict: Verdict

    def record(self) -> dict:
        """All that the card tells, as JSON holds it; see ``claims.schema.json``."""
        row, verdict = self.claim, self.verdict
        return {
            "id": row["claim"], "title": row["title"], "speaker": row["speaker"],
            "statement": row["paraphrase"], "kind": row["kind"], "theme": row["theme"],
            "evidence": row["evidence"], "verdict": verdict.word, "reason": verdict.reason,
            "correction": verdict.correction, "agree": verdict.agree, "tests": verdict.n,
            "reading": row["reading"], "overturn": row["overturn"],
            "exhibits": _parts(row["exhibits"]), "sources": _parts(row["sources"]),
            "checks": [_check(column, one) for column, one in verdict.checks]}

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict:
        said = f"{self.claim['speaker']}: {self.claim['paraphrase']}"
        word = f"{self.verdict.word} ({verdicts.agreement(self.verdict)})"
        why = verdicts.why(self.verdict)
        held = json.dumps(self.record(), ensure_ascii=False)
        return {"text/plain": f"{said} {word}: {why}",
                "text/markdown": f"````{{{DIRECTIVE}}}\n{held}\n````",
                "text/html": f"<p>{html.escape(said)}</p>"
                             f"<p><strong>{html.escape(word)}</strong> {html.escape(why)}</p>"}


def of(claims: pd.DataFrame, judged: Mapping[str, Verdict]) -> dict[str, Card]:
    """Cards of all claims by id, in the order of the table.

    Parameters
    ----------
    claims : DataFrame
        Table ``claims``.
    judged : mapping of str to Verdict
        By id, as `report.verdicts.judged` gives them.
    """
    return {row["claim"]: Card(row, judged[row["claim"]]) for row in claims.to_dict("records")}


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _check(column: str, one: Tested) -> dict:
    return {"id": one.check.id, "role": column, "asks": one.check.asks,
            "fails_if": one.check.fails_if, "result": one.result, "agrees": one.agrees,
            "tests": dict(one.tests), "elsewhere": dict(one.outcome.elsewhere),
            "rests_on": list(one.outcome.rests_on), "exhibit": one.check.exhibit}


def markdown(held: dict) -> str:
    """Text of a card without its title, as MyST, with links to exhibits and recorded numbers.

    Parameters
    ----------
    held : dict
        As `Card.record` gives it.
    """
    name = f"claims.{held['id']}"
    counted = f" ({{v}}`{name}.agree` tests agree, {{v}}`{name}.share`)" if held["tests"] else ""
    shown = ", ".join(f"{{numref}}`{label}`" for label in held["exhibits"])
    settled = "It could be tested with" if held["verdict"] == "cannot be tested" else \
        "It would be overturned by"
    lines = [
        f"*{held['speaker']}:* {held['statement']} {{cite:p}}`{','.join(held['sources'])}`",
        f"*Verdict:* **{{v}}`{name}.verdict`**{counted}. {_why(held)}",
        f"*Reading:* {held['reading']}{f' See {shown}.' if shown else ''}",
        *_beside(held), f"{settled} {held['overturn']}"]
    # A dollar sign is one, and opens no formula.
    return "\n\n".join(lines).replace("$", "\\$")


def _why(held: dict) -> str:
    corrected = f" Corrected: {held['correction']}." if held["correction"] else ""
    return f"{held['reason'][0].upper()}{held['reason'][1:]}.{corrected}"


def _beside(held: dict) -> list[str]:
    """What is shown with it and decides nothing."""
    beside = [check for check in held["checks"] if check["role"] == "beside"]
    said = [f"{check['asks'][0].lower()}{check['asks'][1:]}: {_answer(check)} ({check['result']})"
            for check in beside]
    return [f"*Shown beside, deciding nothing:* {'; '.join(said)}."] if said else []


def _answer(check: dict) -> str:
    agree, of = sum(check["tests"].values()), len(check["tests"])
    return "yes" if agree == of else "no" if not agree else f"{agree} of {of}"


def severity(held: dict) -> str:
    """What would have failed each check of a claim, and where in the data it does, as MyST text.

    Parameters
    ----------
    held : dict
        As `Card.record` gives it.
    """
    said = [f"- {_could_fail(check)}" for check in held["checks"] if check["role"] != "beside"]
    return "\n".join(said).replace("$", "\\$")


def _could_fail(check: dict) -> str:
    elsewhere = list(check["elsewhere"].values())
    counted = f" It does for {elsewhere.count(False)} of {len(elsewhere)} others in the data." \
        if elsewhere else ""
    return f"{check['asks']} (`{check['id']}`). Fails if {check['fails_if']}.{counted}"


def challenge(held: dict, report: cff.Report) -> str:
    """Address that opens an issue on the verdict; '' while the report has no repository.

    Parameters
    ----------
    held : dict
        As `Card.record` gives it.
    report : report.bibliography.cff.Report

    Examples
    --------
    >>> from datetime import date
    >>> made = cff.Report("T", (), "1.0", date(2026, 1, 2), repository="https://a.org/b/")
    >>> challenge({"id": "x", "title": "It fell", "verdict": "holds"}, made).partition("?")[0]
    'https://a.org/b/issues/new'
    """
    if not report.repository:
        return ""
    body = (f"Claim: {held['id']} ({held['title']})\nVerdict: {held['verdict']}\n"
            f"Version: {report.version}, {report.released}\n\n"
            "What is wrong, and by which source:\n")
    asked = urlencode({"title": f"Verdict on the claim {held['id']}", "body": body})
    return f"{report.repository.rstrip('/')}/issues/new?{asked}"
