"""Tests of one break in each of several series, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.models.breaks import break_in_mean
from report.text import quarter


@dataclass(frozen=True)
class Candidate:
    """Series that is tested for a break.

    Attributes
    ----------
    key, name : str
        Short name, and what the series is.
    often : str
        How often it is observed.
    values : pandas.Series
        Evenly spaced.
    shown : callable
        Turns a period of its index into text.
    """

    key: str
    name: str
    often: str
    values: pd.Series
    shown: Callable[[object], str] = str


def of_the_sector(services: pd.Series, ict: pd.Series, pushes: pd.Series,
                  park: pd.Series) -> pd.DataFrame:
    """Tests of the series that could date the turn of the sector; see `break_table`.

    Parameters
    ----------
    services, pushes : pandas.Series
        Gap of the logarithm to other economies, of total services exports by year and of pushes
        of code by quarter.
    ict : pandas.Series
        The country's exports of information services by year.
    park : pandas.Series
        The park's exports by year, too short to be tested.
    """
    growth = np.log(ict).diff().dropna()
    return break_table([
        Candidate("services", "Total services exports against others", "yearly", services),
        Candidate("ict", "Growth of national exports of information services", "yearly", growth),
        Candidate("pushes", "Pushes of code against others", "quarterly", pushes, quarter)],
        too_short=[Candidate("park", "The park's exports", "yearly", park)])


def break_table(series: Sequence[Candidate], too_short: Sequence[Candidate] = ()) -> pd.DataFrame:
    """Date of the best break of each series, dates not rejected, and test without and with a lag.

    Parameters
    ----------
    series : sequence of Candidate
    too_short : sequence of Candidate
        Series that are listed and not tested.

    Returns
    -------
    DataFrame
        ``key``, ``series``, ``often``, ``n`` (text), ``date``, ``first`` and ``last`` (of the 95%
        set), ``dates`` (both, as text), ``p``, ``lagged``; see `break_in_mean`.
    """
    return pd.DataFrame([*map(_row, series), *map(_untested, too_short)])


def _row(one: Candidate) -> dict[str, object]:
    plain, lagged = break_in_mean(one.values), break_in_mean(one.values, lags=1)
    first, last = one.shown(plain.low), one.shown(plain.high)
    return {"key": one.key, "series": one.name, "often": one.often, "n": str(plain.n),
            "date": one.shown(plain.date), "first": first, "last": last,
            "dates": f"{first} to {last}", "p": plain.p_value, "lagged": lagged.p_value}


def _untested(one: Candidate) -> dict[str, object]:
    return {"key": one.key, "series": one.name, "often": one.often, "n": str(len(one.values)),
            "date": "not tested", "first": None, "last": None, "dates": None, "p": None,
            "lagged": None}
