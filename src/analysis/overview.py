"""The data of the front page's picture, from exhibits of the chapters."""

from __future__ import annotations

import pandas as pd

from report.evidence import Evidence

PEOPLE, INCOME = "People: permits in the EU, thousand", "Income: park exports, USD million"
WORK, MARKETS = "Work: people pushing, 2021 = 100", "Markets: share of recorded work, %"
# Keys of the lines of fig-pivot-shares that the front page shows, as it names them.
BLOCS = {"united_states": "United States", "eu": "European Union", "russia": "Russia",
         "asia": "Asia"}
# First part of the keys of fig-exodus-permits that are stocks.
VALID = "valid/"
# Keys of fig-exodus-pushers, as the front page names them.
PATHS = {"observed": "Belarus", "synthetic": "Synthetic"}
# First part of the keys of fig-park-exports that are joined by the line.
PREFERRED = "preferred/"


def story(evidence: Evidence, since: float = 2016) -> pd.DataFrame:
    """People, income, work and markets by year.

    Parameters
    ----------
    evidence : Evidence
    since : float
        First year.

    Returns
    -------
    DataFrame
        ``panel``, ``year``, ``series``, ``value``; quarterly series as means of four quarters.
    """
    permits = evidence.table("exodus-permits")
    hosts = permits[permits["key"].str.startswith(VALID)].pivot(
        index="year", columns="key", values="persons")
    valid = hosts.dropna().sum(axis=1) / 1000  # a year with a host missing is no total
    exports = evidence.table("park-exports")
    exports = exports[exports["key"].str.startswith(PREFERRED)]
    shares = evidence.table("pivot-shares")
    parts = [
        pd.DataFrame({"panel": PEOPLE, "year": valid.index + 1.0, "series": "EU",
                      "value": valid.to_numpy()}),
        pd.DataFrame({"panel": INCOME, "year": exports["period"].astype(float) + 0.5,
                      "series": "The park", "value": exports["central"]}),
        _work(evidence.table("exodus-pushers")),
        shares[shares["key"].isin(BLOCS)].rename(columns={"share": "value"}).assign(
            panel=MARKETS, series=lambda rows: rows["key"].map(BLOCS))]
    return pd.concat(parts)[["panel", "year", "series", "value"]].query(
        "year >= @since").reset_index(drop=True)


def _work(pushers: pd.DataFrame) -> pd.DataFrame:
    """Means of four quarters, dated to the last of them."""
    ordered = pushers.sort_values(["key", "year"])
    mean = ordered.groupby("key")["index"].rolling(4).mean().droplevel(0)
    return ordered.assign(panel=WORK, value=mean, series=ordered["key"].map(PATHS)).dropna(
        subset="value")[["panel", "year", "series", "value"]]
