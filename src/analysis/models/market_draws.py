"""Asia's part in what the West lost, under a stated probability of what was rounded."""

from __future__ import annotations

import pandas as pd

from analysis.measures.handle import (
    ASIA_NOW,
    SHARE_2024,
    WEST_BEFORE,
    WEST_NOW,
    park_exports,
    services_exports,
)
from analysis.models.rounding import drawn
from report.intervals import Interval
from report.published import figure


def asia_replaced(published: pd.DataFrame, macro: pd.DataFrame, year: int) -> Interval:
    """Percent of the Western loss since 2021 that Asian sales made good, were all of them new.

    Parameters
    ----------
    published, macro : DataFrame
        Tables of these names.
    year : int
        Year that "now" is read as; 2024 is had from its share in all services exports.

    Returns
    -------
    Interval
        Median and 90% of draws; see `analysis.models.rounding`.
    """
    total = float(services_exports(macro, "BY").loc[2024])
    exports = park_exports(published, macro)
    now = figure(published, SHARE_2024) if year == 2024 else exports[year]
    scale = total / 100 if year == 2024 else 1.0
    said = [figure(published, name) for name in (WEST_BEFORE, WEST_NOW, ASIA_NOW)]

    def part(before: float, given: float, west: float, west_now: float, asia: float) -> float:
        return 100 * given * scale * asia / (before * west - given * scale * west_now)

    return drawn(part, exports[2021], now, *said)
