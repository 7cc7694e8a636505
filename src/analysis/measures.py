"""Quantities that the chapters speak of, computed from tables."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.intervals import Interval, reading


def with_quarter(frame: pd.DataFrame) -> pd.DataFrame:
    """Table with the columns ``year`` and ``quarter`` joined into one period.

    Returns
    -------
    DataFrame
        The same rows; ``quarter`` holds quarterly periods and ``year`` is left out.
    """
    label = frame["year"].astype(str) + "Q" + frame["quarter"].astype(str)
    return frame.assign(quarter=pd.PeriodIndex(label, freq="Q")).drop(columns="year")


def wide(activity: pd.DataFrame, column: str) -> pd.DataFrame:
    """One activity column of ``github_activity``, quarters as rows and economies as columns."""
    return with_quarter(activity).pivot(index="quarter", columns="economy", values=column)


def decimal_year(periods: pd.PeriodIndex) -> np.ndarray:
    """Start of each quarter in years (2022 Q3 is 2022.5), for the axis of a figure."""
    return periods.year.to_numpy() + (periods.quarter.to_numpy() - 1) / 4


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


def change_of_last_year(series: pd.Series, base_year: int) -> float:
    """Sum of the last four quarters against the sum of a calendar year.

    Quarters of a year have their seasons, so only whole years are set side by side.

    Parameters
    ----------
    series : Series
        A flow, indexed by quarterly period without gaps.
    base_year : int
        Calendar year of the comparison.

    Returns
    -------
    float
        Percent.

    Raises
    ------
    ValueError
        If the base year, or the last year, lacks a quarter.
    """
    base = series[series.index.year == base_year]
    last = series.sort_index().iloc[-4:]
    if len(base) != 4 or base.isna().any() or last.isna().any():
        raise ValueError(f"{base_year} or the last year on record lacks a quarter")
    return float(100 * (last.sum() / base.sum() - 1))


def index_to(series: pd.DataFrame | pd.Series, base) -> pd.DataFrame | pd.Series:
    """Series with the mean over `base` (labels of its index) set to 100."""
    return 100 * series / series.loc[base].mean()


def as_interval(row: pd.Series) -> Interval:
    """Published figure as the interval that its wording stands for."""
    optional = {name: None if pd.isna(row[name]) else row[name]
                for name in ("value_high", "resolution")}
    return reading(row["value"], row["qualifier"], value_high=optional["value_high"],
                   step=optional["resolution"], rows=(row["figure"],))


def figure(published: pd.DataFrame, name: str) -> Interval:
    """One published figure, by its name.

    Raises
    ------
    KeyError
        If no figure has this name.
    """
    found = published[published["figure"] == name]
    if found.empty:
        raise KeyError(f"no published figure is called {name!r}")
    return as_interval(found.iloc[0])


def with_intervals(published: pd.DataFrame, *indicators: str) -> pd.DataFrame:
    """Rows of some indicators with the bounds that their wording stands for.

    Returns
    -------
    DataFrame
        Rows of `published` in order of period, with ``low``, ``central`` and ``high`` in the unit
        of the row and ``middle``, the middle of the period in years.

    Raises
    ------
    KeyError
        If an indicator is unknown.
    """
    for name in set(indicators) - set(published["indicator"]):
        raise KeyError(f"no published figure has the indicator {name!r}")
    rows = published[published["indicator"].isin(indicators)].copy()
    spans = [as_interval(row) for _, row in rows.iterrows()]
    rows["low"], rows["central"], rows["high"] = zip(*((s.low, s.value, s.high) for s in spans))
    rows["middle"] = (_years(rows["period_start"]) + _years(rows["period_end"])) / 2
    return rows.sort_values(["middle", "source"]).reset_index(drop=True)


def _years(dates: pd.Series) -> pd.Series:
    return dates.dt.year + (dates.dt.day_of_year - 1) / 365.25


def destination_shares(collaboration: pd.DataFrame, source: str,
                       groups: dict[str, str]) -> pd.DataFrame:
    """Where one economy's recorded outgoing collaboration goes, by group of destinations.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``; a pair that is absent in a quarter was suppressed there,
        so shares are of what is recorded.
    source : str
        Economy that collaborates (ISO 3166-1 alpha-2).
    groups : dict
        Destination to group; destinations that are not named count as ``rest``.

    Returns
    -------
    DataFrame
        Percent, quarters as rows and groups as columns; each row adds up to 100.
    """
    sums = _outgoing(collaboration, source, groups)
    return 100 * sums.div(sums.sum(axis=1), axis=0)


def _outgoing(collaboration: pd.DataFrame, source: str, groups: dict[str, str]) -> pd.DataFrame:
    mine = with_quarter(collaboration[collaboration["source"] == source])
    grouped = mine["destination"].map(groups).fillna("rest").rename("group")
    return mine.groupby(["quarter", grouped])["weight"].sum().unstack(fill_value=0)


def period_share(collaboration: pd.DataFrame, source: str, groups: dict[str, str],
                 quarters: pd.PeriodIndex) -> pd.Series:
    """Share of each group in the sum over some quarters; see `destination_shares`.

    Returns
    -------
    Series
        Percent by group.
    """
    sums = bloc_flows(collaboration, source, groups, quarters)
    return 100 * sums / sums.sum()


def year_and_last(quarters: pd.PeriodIndex, year: int) -> tuple[pd.PeriodIndex, pd.PeriodIndex]:
    """Quarters of a calendar year, and the last four quarters on record."""
    ordered = quarters.unique().sort_values()
    return ordered[ordered.year == year], ordered[-4:]


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


def pair_panel(collaboration: pd.DataFrame, groups: dict[str, str], source: str,
               start: pd.Period, named: dict[str, str], least: int = 15) -> pd.DataFrame:
    """Recorded flows between pairs, with markers of one economy's ties after a date.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``; suppressed pairs are absent, and stay so.
    groups : dict
        Destination to bloc.
    source : str
        Economy whose ties are marked.
    start : Period
        First quarter in which they are marked.
    named : dict
        Bloc to the column that marks flows from `source` to it from `start` on, 0 or 1.
    least : int
        Sources with fewer recorded destinations are left out: the table holds only fragments
        of theirs.

    Returns
    -------
    DataFrame
        ``source``, ``destination``, ``quarter`` (text), ``weight`` and one column a marker.
    """
    flows = with_quarter(collaboration)
    flows = flows[flows["source"] != flows["destination"]]
    reach = flows.groupby("source")["destination"].nunique()
    flows = flows[flows["source"].isin(reach.index[reach >= least])].copy()
    after = (flows["source"] == source) & (flows["quarter"] >= start)
    for bloc, column in named.items():
        flows[column] = (after & (flows["destination"].map(groups) == bloc)).astype(float)
    return flows.assign(quarter=flows["quarter"].astype(str)).reset_index(drop=True)


def change_of_ties(collaboration: pd.DataFrame, destination: str, start: pd.Period) -> pd.Series:
    """How each sender's recorded flow to one destination changed after a date.

    Parameters
    ----------
    collaboration : DataFrame
        Table ``github_collaboration``.
    destination : str
        Economy that owns the repositories.
    start : Period
        First quarter after.

    Returns
    -------
    Series
        Logarithm of the mean quarterly flow from `start` on over that before, by sender; senders
        whose flow is recorded in every quarter.
    """
    flows = with_quarter(collaboration[collaboration["destination"] == destination])
    wide_flows = flows.pivot(index="quarter", columns="source", values="weight")
    complete = wide_flows.dropna(axis="columns").drop(columns=destination, errors="ignore")
    after = complete.index >= start
    return np.log(complete[after].mean() / complete[~after].mean())


def rank_from_below(values: pd.Series, name: str) -> float:
    """Share of values that are at most as high as one of them, that one included."""
    return float((values <= values[name]).mean())


def bloc_flows(collaboration: pd.DataFrame, source: str, groups: dict[str, str],
               quarters: pd.PeriodIndex) -> pd.Series:
    """Recorded flows of one economy to each group of destinations, summed over quarters."""
    return _outgoing(collaboration, source, groups).loc[quarters].sum()


def log_odds(share: pd.Series) -> pd.Series:
    """Logarithm of a share over what is left of the whole (percent in, log points out).

    Shares add up to one hundred, so a plain share cannot move alone; its log-odds can [1]_.

    References
    ----------
    .. [1] Aitchison, J. (1986). The Statistical Analysis of Compositional Data. Chapman & Hall.
    """
    return np.log(share / (100 - share))
