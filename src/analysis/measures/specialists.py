"""Specialists who left, as the chapter shows them: their bounds, and the jobs that were lost."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analysis.measures.changes import hull
from analysis.measures.identification import effects
from analysis.measures.routes import ROUTES
from report.intervals import Interval
from report.published import figure

_STAFF = ("sector.it.staff-2020-afp2020", "sector.it.staff-2021-onereg2022b")


def it_staff(published: pd.DataFrame) -> Interval:
    """Information technology specialists before the departures, from least to most printed.

    Returns
    -------
    Interval
        Persons in 2020 and 2021; the value is the middle.
    """
    counts = hull([figure(published, name) for name in _STAFF])
    return replace(counts, value=(counts.low + counts.high) / 2)


def bound_table(published: pd.DataFrame) -> pd.DataFrame:
    """Bounds as reported and with assumptions changed, with the routes that bind in words.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        As `analysis.measures.effects`, with ``floor`` and ``ceiling``, the statements of the
        routes that bind.
    """
    table = effects(published)
    said = {key: route.statement for key, route in ROUTES.items()}
    return table.assign(floor=table["lower"].map(said), ceiling=table["upper"].map(said))
