"""Growth of exports of information and communication services: the fastest on record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from analysis.measures.macro import ICT


def fastest_growth(values: pd.DataFrame, spans: Sequence[int], least: float) -> pd.DataFrame:
    """Fastest yearly growth of any economy over spans of years, from a base of some size.

    Parameters
    ----------
    values : DataFrame, shape (years, economies)
        Consecutive years.
    spans : sequence of int
        Lengths in years.
    least : float
        Smallest value at the start of a span.

    Returns
    -------
    DataFrame
        One row a span and economy, from the fastest: ``span``, ``economy``, ``first``, ``last``
        (years), ``start`` (unit of `values`), ``growth`` (percent a year).
    """
    found = []
    for span in spans:
        start = values.shift(span)
        start = start.where(start >= least)
        growth = 100 * ((values / start) ** (1 / span) - 1)
        best = growth.stack().dropna().groupby(level=1).idxmax()
        found += [{"span": span, "economy": economy, "first": year - span, "last": year,
                   "start": float(start.loc[year, economy]),
                   "growth": float(growth.loc[year, economy])} for year, economy in best]
    table = pd.DataFrame(found).sort_values(["span", "growth"], ascending=[True, False])
    return table.reset_index(drop=True)


def growth_records(fastest: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The fastest economy over each span.

    Parameters
    ----------
    fastest : DataFrame
        As `fastest_growth` gives it.
    names : mapping
        Economy to name.

    Returns
    -------
    DataFrame
        By span: the columns of `fastest`, ``who`` (economy and years, as text) and ``rows`` (of
        table ``macro``, those that the growth rests on).
    """
    best = fastest.groupby("span").first()
    return best.assign(
        who=[f"{names[row.economy]}, {row.first} to {row.last}" for row in best.itertuples()],
        rows=[tuple(f"macro:{row.economy}/{year}/{ICT}" for year in (row.first, row.last))
              for row in best.itertuples()])


def growth_leaders(fastest: pd.DataFrame, spans: Iterable[int], names: Mapping[str, str],
            most: int = 3) -> pd.DataFrame:
    """The fastest economies over some spans.

    Parameters
    ----------
    fastest, names
        See `growth_records`.
    spans : iterable of int
        Lengths in years.
    most : int
        Economies a span.

    Returns
    -------
    DataFrame
        By ``key`` (span and economy): ``span``, ``economy`` (name), ``years`` (text), ``start``,
        ``growth``.
    """
    rows = fastest[fastest["span"].isin(list(spans))].groupby("span").head(most)
    return pd.DataFrame({
        "key": rows["span"].astype(str) + "/" + rows["economy"], "span": rows["span"],
        "economy": rows["economy"].map(names),
        "years": rows["first"].astype(str) + " to " + rows["last"].astype(str),
        "start": rows["start"], "growth": rows["growth"]}).set_index("key")
