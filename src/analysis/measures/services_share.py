"""The park's share of the country's services exports, computed and as stated."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.changes import times
from report.intervals import Interval
from report.published import figure

STATED = {2020: "park.share.services_exports-2020-belorusyirynok2021",
          2021: "park.share.services_exports-2021-park2022",
          2022: "park.share.services_exports-2022-spex2023",
          2023: "park.share.services_exports-2023-park2023",
          2024: "park.share.services_exports-2025-kompyuternyevesti2025"}


def services_shares(published: pd.DataFrame, exports: Mapping[int, Interval],
                    services: Mapping[int, float]) -> pd.DataFrame:
    """Share of services exports by year, computed where exports were published, and stated.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    exports : mapping of int to Interval
        The park's exports by year, USD million. A year that is not in it is derived from the
        share stated.
    services : mapping of int to float
        The country's services exports by year, USD million.

    Returns
    -------
    DataFrame
        ``key`` and ``year`` (text), ``total``, ``sold``, ``computed`` (None where exports are
        derived), ``stated``, ``agree``, ``status``.
    """
    return pd.DataFrame([
        _derived(year, services[year], figure(published, name)) if year not in exports else
        _computed(year, exports[year], services[year], figure(published, name))
        for year, name in STATED.items()])


def _computed(year: int, sold: Interval, total: float, stated: Interval) -> dict[str, object]:
    computed = times(sold, 100 / total)
    return {"key": str(year), "year": str(year), "total": total, "sold": sold,
            "computed": computed, "stated": stated, "agree": computed.overlaps(stated),
            "status": "exports published"}


def _derived(year: int, total: float, stated: Interval) -> dict[str, object]:
    return {"key": str(year), "year": str(year), "total": total,
            "sold": times(stated, total / 100), "computed": None, "stated": stated, "agree": None,
            "status": "exports derived"}
