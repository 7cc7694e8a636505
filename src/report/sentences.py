"""The text that claims are taken from, sentence by sentence."""

from __future__ import annotations

import pandas as pd


def listing(sentences: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """One row a sentence, with links to the claims that take it up.

    Parameters
    ----------
    sentences : DataFrame
        Table ``sentences``.
    claims : DataFrame
        Table ``claims``.

    Returns
    -------
    DataFrame
        ``key`` (position, as text), ``position``, ``says``, ``claims`` (links, an en dash where
        there are none), ``left``.

    Raises
    ------
    KeyError
        If a sentence names an unknown claim.
    """
    titles = claims.set_index("claim")["title"]
    return pd.DataFrame([
        {"key": str(row["position"]), "position": row["position"], "says": row["says"],
         "claims": _links(row["claims"], titles), "left": row["left"]}
        for row in sentences.to_dict("records")])


def _links(names: str, titles: pd.Series) -> str:
    links = [f"{{ref}}`{titles[name]} <claim-{name}>`" for name in names.split(";") if name]
    return "; ".join(links) or "\N{EN DASH}"
