"""All claims with their verdicts, as tables and as text."""

from __future__ import annotations

import html
from dataclasses import dataclass

import pandas as pd

from analysis.claims.rules import RULES
from analysis.claims.verdict import WORDS, Verdict
from report.evidence import Evidence

KINDS = ("quantity", "event", "cause", "outlook")


def judged(claims: pd.DataFrame, evidence: Evidence) -> dict[str, Verdict]:
    """Verdict of every claim by its id, in the order of the table.

    Raises
    ------
    LookupError
        If a claim has no rule, or a rule rests on what no chapter recorded.
    """
    for name in claims["claim"]:
        if name not in RULES:
            raise LookupError(f"claim {name!r} has no rule")
    return {name: Verdict(name, RULES[name](evidence)) for name in claims["claim"]}


def by_kind(claims: pd.DataFrame, verdicts: dict[str, Verdict]) -> pd.DataFrame:
    """Number of claims by ``kind`` and ``verdict``, all combinations in order: ``claims``."""
    words = claims["claim"].map(lambda name: verdicts[name].word)
    counts = pd.crosstab(claims["kind"], words).reindex(index=KINDS, columns=WORDS, fill_value=0)
    return counts.rename_axis(index="kind", columns="verdict").stack().rename(
        "claims").reset_index()


def listing(claims: pd.DataFrame, verdicts: dict[str, Verdict]) -> pd.DataFrame:
    """One row a claim: ``claim`` (a link), ``speaker``, ``verdict``, ``agree``."""
    return pd.DataFrame([{
        "claim": f"{{ref}}`{row['title']} <claim-{row['claim']}>`", "speaker": row["speaker"],
        "verdict": verdicts[row["claim"]].word, "agree": agreement(verdicts[row["claim"]])}
        for row in claims.to_dict("records")])


def agreement(verdict: Verdict) -> str:
    """Checks that agree of all, such as ``3 of 4``; an en dash where there are none."""
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


def tally(claims: pd.DataFrame, verdicts: dict[str, Verdict]) -> dict[str, int]:
    """Number of claims by verdict, in the order of `WORDS`."""
    found = [verdicts[name].word for name in claims["claim"]]
    return {word: found.count(word) for word in WORDS}
