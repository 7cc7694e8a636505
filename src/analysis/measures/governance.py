"""Ratings of governance by several sources, in one frame."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd


def ratings(vdem: pd.DataFrame, wgi: pd.DataFrame, names: Mapping[str, str],
            indicators: Mapping[str, str]) -> pd.DataFrame:
    """One indicator of each source, by economy and year.

    Parameters
    ----------
    vdem, wgi : DataFrame
        Tables ``governance_vdem`` and ``governance_wgi``.
    names : mapping
        Code of an economy to its name.
    indicators : mapping
        Indicator to the name of its source.

    Returns
    -------
    DataFrame
        Long: ``key`` (indicator and code), ``source``, ``economy`` (name), ``year``, ``rating``,
        in the unit of each source.
    """
    rows = pd.concat([vdem, wgi])
    rows = rows[rows["indicator"].isin(indicators)]
    return pd.DataFrame({
        "key": rows["indicator"] + "/" + rows["economy"],
        "source": rows["indicator"].map(indicators), "economy": rows["economy"].map(names),
        "year": rows["year"], "rating": rows["value"]}).reset_index(drop=True)
