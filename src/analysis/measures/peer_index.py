"""A total of Belarus and of other economies as indices, with the park beside its country."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.macro import indexed
from report.intervals import Interval

PARK = "The park"


def beside_peers(total: pd.DataFrame, exports: Mapping[int, Interval], base: int,
                 names: Mapping[str, str], *, since: int = 2015) -> pd.DataFrame:
    """Indices of a total by economy, and of the park.

    Parameters
    ----------
    total : DataFrame, shape (years, economies)
    exports : mapping of int to Interval
        The park's exports by year.
    base : int
        Year of the index.
    names : mapping of str to str
        Code of an economy to its name.
    since : int
        First year.

    Returns
    -------
    DataFrame
        ``key`` (code, or park), ``year``, ``economy`` (name), ``index``; without missing values.
    """
    park = pd.DataFrame([
        {"key": "park", "year": year, "economy": PARK,
         "index": 100 * level.value / exports[base].value}
        for year, level in exports.items() if year >= since])
    return pd.concat([indexed(total.loc[since:], base, names), park], ignore_index=True).dropna()
