"""Residence permits by host."""

from __future__ import annotations

import pandas as pd


def permits_by_host(permits: pd.DataFrame, series: str, hosts: dict[str, str],
                    rest: str = "Other EU members") -> pd.DataFrame:
    """Permits of some hosts and of all other members of the EU together, by year.

    Parameters
    ----------
    permits : DataFrame
        Table ``permits``.
    series : {'first', 'valid'}
        Permits issued in the year, or valid at its end.
    hosts : dict
        Reporter to the name to show.
    rest : str
        Name of what remains of the EU27 total; absent where the total is not yet published.

    Returns
    -------
    DataFrame
        Long: ``year``, ``host``, ``persons``.
    """
    years = permits[permits["series"] == series].pivot(
        index="year", columns="reporter", values="persons")
    shown = years[list(hosts)].rename(columns=hosts)
    shown[rest] = years["EU27"] - years[list(hosts)].sum(axis=1, min_count=len(hosts))
    return shown.melt(ignore_index=False, var_name="host", value_name="persons").reset_index()


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
