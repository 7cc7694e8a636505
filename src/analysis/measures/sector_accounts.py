"""Value added, taxes, investment and pay of the sector, before and after 2021."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd

from analysis.measures.changes import percent_change, times
from report.intervals import Interval
from report.published import figure


def value_added(published: pd.DataFrame, year: int, gdp: float) -> Interval:
    """Value added of the branch of information technology by its share of GDP, USD million.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    year : int
        2021, 2022 or 2023.
    gdp : float
        GDP of that year, USD million.
    """
    return times(figure(published, f"sector.it.share.gdp-{year}-get2024"), gdp / 100)


def taxes_in_prices_of_2020(published: pd.DataFrame, prices: Mapping[int, float]) -> Interval:
    """Taxes of the park of nine months of 2022, scaled to a year and deflated, BYN million."""
    paid = figure(published, "park.taxes-2022-01to2022-09-sb2022")
    return times(paid, 12 / 9 * prices[2020] / prices[2022])


def before_and_after(published: pd.DataFrame, gdp: Mapping[int, float],
                     prices: Mapping[int, float]) -> pd.DataFrame:
    """What was published of value added, taxes, investment and pay, with the change of each.

    Parameters
    ----------
    published : DataFrame
        Table ``published``.
    gdp : mapping of int to float
        GDP by year, USD million.
    prices : mapping of int to float
        Consumer prices by year, see `analysis.measures.price_index`.

    Returns
    -------
    DataFrame
        ``key``, ``what``, ``before``, ``after`` (Interval, None where only a change was
        published), ``change`` (Interval, percent), ``status``.
    """
    named = partial(figure, published)
    return pd.DataFrame([
        _levels("value-added", "Value added of the IT branch, USD million, 2021 and 2023",
                value_added(published, 2021, gdp[2021]), value_added(published, 2023, gdp[2023]),
                "derived"),
        _levels("section-j", "Section J in GDP, %, 2021 and 2024",
                named("sector.sectionj.share.gdp-2021-devby2025b"),
                named("sector.sectionj.share.gdp-2024-devby2025b"), "published"),
        _change("value-added-2022", "Value added of the IT branch, real, 2022",
                named("sector.it.gva.change-2022-get2024")),
        _change("value-added-2022-q4", "Value added of the IT branch, real, 2022 Q4",
                named("sector.it.gva.change-2022-Q4-officelife2023")),
        _levels("taxes", "The park's taxes, BYN million of 2020, 2020 and 2022",
                named("park.taxes-2020-ahk2021"), taxes_in_prices_of_2020(published, prices),
                "derived"),
        _levels("investment", "The park's direct investment, USD million, 2020 and 2022",
                named("park.fdi-2020-ahk2021"), named("park.fdi-2022-spex2023"), "published"),
        _change("pay-2023", "Real pay, January to May 2023",
                named("sector.it.wage.real.change-2023-01to2023-05-newgrodno2023"))])


def _levels(key: str, what: str, before: Interval, after: Interval,
            status: str) -> dict[str, object]:
    return {"key": key, "what": what, "before": before, "after": after,
            "change": percent_change(before, after), "status": status}


def _change(key: str, what: str, change: Interval) -> dict[str, object]:
    return {"key": key, "what": what, "before": None, "after": None, "change": change,
            "status": "published"}
