"""Shares of markets in the park's exports, as they were printed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from report import published as figures

# Indicators of table ``published``, in the order of the figure, and the areas they speak of.
AREAS = {"park.exports.share.west": "West", "park.exports.share.us": "United States",
         "park.exports.share.europe": "Europe", "park.exports.share.germany": "Germany",
         "park.exports.share.cis": "CIS", "park.exports.share.asia": "Asia"}
# A statement that says "previously" and "now" and names no years; see the notes of its figures.
WITHOUT_YEARS = "newsreport2025"


def printed_shares(published: pd.DataFrame) -> pd.DataFrame:
    """Every printed share of a market with the bounds that its wording stands for.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        ``key`` (figure), ``label``, ``low``, ``central``, ``high`` (percent), ``source``, ``area``,
        in order of areas and periods.
    """
    found = figures.with_intervals(published, *AREAS).query("unit == 'percent of exports'")
    order = {name: place for place, name in enumerate(AREAS)}
    found = found.assign(key=found["figure"], area=found["indicator"].map(AREAS),
                         place=found["indicator"].map(order)).sort_values(["place", "middle"])
    said = np.where(found["period"] == "2021", "previously", "now")
    when = np.where(found["source"] == WITHOUT_YEARS, said, found["period"])
    found["label"] = found["area"] + ", " + when
    return found[["key", "label", "low", "central", "high", "source", "area"]]
