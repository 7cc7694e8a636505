"""Tables of verdicts on claims: how many there are of each, and all of them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from report import protocol
from report.verdicts import Verdict, agreement, why


def by_kind(claims: pd.DataFrame, verdicts: Mapping[str, Verdict]) -> pd.DataFrame:
    """Number of claims by ``kind`` and ``verdict``, all combinations in order.

    Parameters
    ----------
    claims : DataFrame
        Table ``claims``.
    verdicts : mapping of str to Verdict
        By id, as `report.verdicts.judged` gives them.

    Returns
    -------
    DataFrame
        ``key`` (such as ``cause/holds``), ``kind``, ``verdict``, ``claims``.
    """
    words = claims["claim"].map(lambda name: verdicts[name].word)
    counts = pd.crosstab(claims["kind"], words).reindex(
        index=protocol.KINDS, columns=protocol.WORDS, fill_value=0)
    rows = counts.rename_axis(index="kind", columns="verdict").stack().rename(
        "claims").reset_index()
    return rows.assign(key=rows["kind"] + "/" + rows["verdict"])


def tally(claims: pd.DataFrame, verdicts: Mapping[str, Verdict]) -> dict[str, int]:
    """Number of claims by verdict, in the order of `report.protocol.WORDS`.

    Parameters
    ----------
    claims : DataFrame
        Table ``claims``.
    verdicts : mapping of str to Verdict
        By id.
    """
    found = [verdicts[name].word for name in claims["claim"]]
    return {word: found.count(word) for word in protocol.WORDS}


def listing(claims: pd.DataFrame, verdicts: Mapping[str, Verdict]) -> pd.DataFrame:
    """One row a claim, with why its verdict is what it is.

    Parameters
    ----------
    claims : DataFrame
        Table ``claims``.
    verdicts : mapping of str to Verdict
        By id.

    Returns
    -------
    DataFrame
        ``key`` (id), ``claim`` (a link), ``speaker``, ``verdict``, ``agree``, ``why``.
    """
    return pd.DataFrame([{
        "key": row["claim"], "claim": f"{{ref}}`{row['title']} <claim-{row['claim']}>`",
        "speaker": row["speaker"], "verdict": verdicts[row["claim"]].word,
        "agree": agreement(verdicts[row["claim"]]), "why": why(verdicts[row["claim"]])}
        for row in claims.to_dict("records")])


def describe(counts: pd.DataFrame) -> str:
    """Alternative text of a drawing of verdicts by kind.

    Parameters
    ----------
    counts : DataFrame
        As `by_kind` gives them.
    """
    parts = []
    for kind, rows in counts[counts["claims"] > 0].groupby("kind", sort=False):
        told = ", ".join(f"{n} {word}" for n, word in zip(rows["claims"], rows["verdict"]))
        parts.append(f"{kind}: {told}")
    return "; ".join(parts) + "."
