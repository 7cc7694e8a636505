"""Residence permits of Belarusians by host, as Eurostat publishes them."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

EU = "EU27"
REST = "EU-other"
KINDS = {"valid": "Valid at the end of the year", "first": "Issued for the first time in the year"}


def permits_by_year(permits: pd.DataFrame, series: str) -> pd.DataFrame:
    """Permits of every reporter.

    Parameters
    ----------
    permits : DataFrame
        Table ``permits``.
    series : {'first', 'valid'}
        Permits issued in the year, or valid at its end.

    Returns
    -------
    DataFrame, shape (years, reporters)
        Persons; missing where not published.
    """
    return permits[permits["series"] == series].pivot(
        index="year", columns="reporter", values="persons")


def permits_by_host(permits: pd.DataFrame, hosts: Mapping[str, str], *, since: int,
                    rest: str = "Other EU") -> pd.DataFrame:
    """Stock and flow of permits of some hosts, and of all other members of the EU together.

    Parameters
    ----------
    permits : DataFrame
        Table ``permits``.
    hosts : mapping
        Reporter to the name to show.
    since : int
        First year.
    rest : str
        Name of what remains of the EU27 total; absent where the total is not yet published.

    Returns
    -------
    DataFrame
        Long: ``key`` (series and reporter), ``year``, ``host``, ``persons``, ``kind`` (name of the
        series, see `KINDS`).
    """
    names = {**hosts, REST: rest}
    parts = []
    for series, kind in KINDS.items():
        years = permits_by_year(permits, series)
        own = years[list(hosts)]
        years = own.assign(**{REST: years[EU] - own.sum(axis=1, min_count=len(hosts))})
        long = years.melt(ignore_index=False, var_name="code", value_name="persons").reset_index()
        parts.append(pd.DataFrame({
            "key": f"{series}/" + long["code"], "year": long["year"],
            "host": long["code"].map(names), "persons": long["persons"], "kind": kind}))
    return pd.concat(parts).dropna().query("year >= @since")


def stock_by_host(permits: pd.DataFrame, names: Mapping[str, str], by: int) -> pd.DataFrame:
    """Valid permits at the end of every year, one row a host.

    Parameters
    ----------
    permits : DataFrame
        Table ``permits``.
    names : mapping
        Reporter to its name.
    by : int
        Year by which hosts are ordered, the largest first.

    Returns
    -------
    DataFrame
        ``key`` (reporter), ``host`` (name) and a column for every year, its name as text.
    """
    stock = permits_by_year(permits, "valid").drop(columns=EU).T.sort_values(by, ascending=False)
    hosts = pd.DataFrame({"key": stock.index, "host": stock.index.map(names)}, index=stock.index)
    return hosts.join(stock.rename(columns=str))


def between_years(stock: pd.DataFrame, first: int, last: int, least: float) -> pd.DataFrame:
    """Hosts with a stock at two dates, the largest first.

    Parameters
    ----------
    stock : DataFrame
        As `stock_by_host` gives it.
    first, last : int
        Years.
    least : float
        Smallest stock at the end of the last year for a host to be shown.

    Returns
    -------
    DataFrame
        ``key``, ``host``, ``before`` and ``after`` (persons).
    """
    ends = stock[["key", "host", str(first), str(last)]].set_axis(
        ["key", "host", "before", "after"], axis=1).dropna()
    return ends[ends["after"] >= least].sort_values("after", ascending=False)


def grown_most(ends: pd.DataFrame, n: int) -> list[str]:
    """Names of the hosts whose stock grew by the largest factors, the largest first.

    Parameters
    ----------
    ends : DataFrame
        As `between_years` gives it.
    n : int
        Hosts to name.
    """
    growth = ends["after"] / ends["before"]
    return ends.loc[growth.nlargest(n).index, "host"].to_list()


def permit(permits: pd.DataFrame, reporter: str, series: str, year: int) -> float:
    """One cell of table ``permits``, in persons.

    Raises
    ------
    KeyError
        If it was not published.
    """
    row = permits[(permits["reporter"] == reporter) & (permits["series"] == series)
                  & (permits["year"] == year)]["persons"]
    if row.empty or row.isna().any():
        raise KeyError(f"no {series} permits of {reporter} in {year}")
    return float(row.iloc[0])


def permit_points(permits: pd.DataFrame, reporter: str) -> pd.DataFrame:
    """Valid permits of one reporter as exact counts at the ends of years.

    Returns
    -------
    DataFrame
        ``date`` (years as a number), ``value``, ``low``, ``high``.
    """
    own = permits[(permits["reporter"] == reporter) & (permits["series"] == "valid")]
    value = own["persons"].astype(float)
    return pd.DataFrame({"date": own["year"] + 1.0, "value": value, "low": value, "high": value})
