"""Economies that can stand for what would have happened, and those that received people."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

_WESTERN = ("eu", "other_west")


def donor_pool(activity: pd.DataFrame, economies: pd.DataFrame, treated: str, year: int,
               span: tuple[float, float] = (0.2, 5.0)) -> list[str]:
    """Economies of like size that can stand for what would have happened.

    Parameters
    ----------
    activity : DataFrame
        Table ``github_activity``.
    economies : DataFrame
        Table ``economies``; rows with ``donor`` false were hit themselves and are left out.
    treated : str
        Economy to compare with.
    year : int
        Year in which size is compared.
    span : pair of float
        Least and greatest ratio of yearly pushes to those of `treated`.

    Returns
    -------
    list of str
        Codes in alphabetical order.
    """
    pushes = activity[activity["year"] == year].groupby("economy")["git_pushes"].sum()
    ratio = pushes / pushes[treated]
    allowed = economies.loc[economies["donor"], "iso2"]
    return sorted(set(ratio.index[ratio.between(*span)]) & set(allowed) - {treated})


def donor_pools(activity: pd.DataFrame, economies: pd.DataFrame, treated: str,
                year: int) -> dict[str, list[str]]:
    """Pools of donors that could be defended, by key; the first is the main one.

    Parameters
    ----------
    activity, economies, treated, year
        See `donor_pool`.

    Returns
    -------
    dict
        Key to codes in alphabetical order.
    """
    bloc = economies.set_index("iso2")["bloc"]
    all_alike = economies.assign(donor=~economies["iso2"].isin(["EU27", treated]))
    similar = donor_pool(activity, economies, treated, year)
    western = [code for code in similar if bloc[code] in _WESTERN]
    return {
        "fifth-to-five": similar,
        "half-to-double": donor_pool(activity, economies, treated, year, (0.5, 2)),
        "larger": donor_pool(activity, economies, treated, year, (1, np.inf)),
        "any-size": donor_pool(activity, economies, treated, year, (0, np.inf)),
        "western": western,
        "not-western": [code for code in similar if code not in western],
        "hosts-kept": donor_pool(activity, all_alike, treated, year),
    }


def receiving_hosts(economies: pd.DataFrame) -> list[str]:
    """Codes of the economies that are no donors because they received people."""
    return economies.loc[economies["donor_reason"].str.contains("host of"), "iso2"].to_list()


def own_pools(activity: pd.DataFrame, economies: pd.DataFrame, units: Iterable[str],
              year: int) -> dict[str, list[str]]:
    """Donors of each of several economies, by its code; see `donor_pool`."""
    return {unit: donor_pool(activity, economies, unit, year) for unit in units}


def smaller_than(flows: pd.DataFrame, unit: str, others: Iterable[str], year: int) -> list[str]:
    """Those of some economies whose flow of one year is below that of a unit.

    Parameters
    ----------
    flows : DataFrame, shape (quarters, economies)
        Such as pushes.
    unit : str
        Economy to compare with.
    others : iterable of str
        Economies that are compared.
    year : int
        Year in which size is compared.
    """
    sums = flows[flows.index.year == year].sum()
    return [other for other in others if sums[other] < sums[unit]]
