"""Who left: sex and age of the born in Belarus abroad, and of those registered at home."""

from __future__ import annotations

import pandas as pd


def host_changes(born: pd.DataFrame, sex: str = "men", age: str = "25-44") -> pd.DataFrame:
    """Change of the born in Belarus between years next to one another, and a group's part in it.

    Parameters
    ----------
    born : DataFrame
        Table ``born_abroad``; rows of Eurostat are used.
    sex, age : str
        The group.

    Returns
    -------
    DataFrame
        ``host``, ``start``, ``end`` (years; apart by more than one where a host published none in
        between), ``all`` and ``group`` (change, persons), ``share`` (percent; NaN where the whole
        did not grow). A change across a break is left out, and so is one that lacks a band.
    """
    rows = born[born["source"] == "eurostat"]
    keys = ["host", "year"]
    whole = rows.groupby(keys)["persons"].sum()[rows.groupby(keys).size() == _CELLS]
    group = rows[(rows["sex"] == sex) & (rows["age"] == age)].set_index(keys)["persons"]
    broken = rows[rows["flag"] == "b"].set_index(keys).index
    counts = pd.DataFrame({"all": whole, "group": group}).dropna().sort_index()
    changes = counts.groupby(level="host").diff().reset_index()
    changes["start"] = changes.groupby("host")["year"].shift()
    kept = changes.dropna(subset="start").rename(columns={"year": "end"})
    kept = kept[[not _crosses(row, broken) for row in kept.to_dict("records")]]
    share = (100 * kept["group"] / kept["all"]).where(kept["all"] > 0)
    return kept.assign(share=share, start=kept["start"].astype(int))[
        ["host", "start", "end", "all", "group", "share"]].reset_index(drop=True)


_CELLS = 2 * 5  # two sexes by five bands of age


def _crosses(row: dict, broken: pd.MultiIndex) -> bool:
    years = range(int(row["start"]) + 1, int(row["end"]) + 1)
    return any((row["host"], year) in broken for year in years)


def changes_since(changes: pd.DataFrame, host: str, since: int) -> pd.Series:
    """Changes of one host added up over the years that can be compared.

    Parameters
    ----------
    changes : DataFrame
        Of `host_changes`.
    host : str
        Country of residence.
    since : int
        First year that a change may start from.

    Returns
    -------
    Series
        ``all``, ``group`` (persons), ``share`` (percent), ``steps`` (number of changes).

    Raises
    ------
    ValueError
        If no change can be compared.
    """
    own = changes[(changes["host"] == host) & (changes["start"] >= since)]
    if own.empty:
        raise ValueError(f"no years of {host} from {since} on can be compared")
    total, group = own["all"].sum(), own["group"].sum()
    return pd.Series({"all": total, "group": group, "steps": len(own),
                      "share": 100 * group / total if total > 0 else float("nan")})


def estimate_of_the_un(born: pd.DataFrame) -> pd.DataFrame:
    """Born in Belarus by host as the United Nations estimate them, both sexes.

    Returns
    -------
    DataFrame, shape (hosts, years)
        Persons at 1 July.
    """
    rows = born[born["source"] == "un_desa"]
    return rows.groupby(["host", "year"])["persons"].sum().unstack("year")


def population_change(population: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Change of groups of age in Belarus; a group holds other people at the end.

    Parameters
    ----------
    population : DataFrame
        Table ``belstat_population``.
    first, last : int
        Years; the counts are of 1 January.

    Returns
    -------
    DataFrame
        ``sex``, ``age``, ``before``, ``after``, ``change`` (persons), ``percent``.

    Raises
    ------
    ValueError
        If a year is not on record.
    """
    return _compare(_count(population, first), _count(population, last))


def generation_change(population: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Change of generations in Belarus: the people of a group, and those as much older later.

    Deaths and registered moves over the years, nothing else, can change a generation in these
    counts; below 45 deaths are few.

    Parameters
    ----------
    population : DataFrame
        Table ``belstat_population``.
    first, last : int
        Years apart by a multiple of five, the width of a group.

    Returns
    -------
    DataFrame
        As `population_change`; ``age`` is that of `first`. Generations that reach the group
        without an end are left out.

    Raises
    ------
    ValueError
        If the years are not apart by a multiple of five, or one is not on record.
    """
    if last <= first or (last - first) % 5:
        raise ValueError(f"{first} and {last} are not apart by a multiple of five years")
    after = _count(population, last)
    closed = after[~after["age"].str.endswith("+")]
    return _compare(_count(population, first), closed.assign(start=closed["start"] - last + first))


def _count(population: pd.DataFrame, year: int) -> pd.DataFrame:
    rows = population[population["year"] == year]
    if rows.empty:
        raise ValueError(f"the table has no population of {year}")
    return rows.assign(start=rows["age"].str.extract(r"^(\d+)", expand=False).astype(int))


def _compare(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    both = before.merge(after[["sex", "start", "persons"]], on=["sex", "start"], validate="1:1",
                        suffixes=("", "_after")).sort_values(["sex", "start"], ignore_index=True)
    change = both["persons_after"] - both["persons"]
    return pd.DataFrame({"sex": both["sex"], "age": both["age"], "before": both["persons"],
                         "after": both["persons_after"], "change": change,
                         "percent": 100 * change / both["persons"]})
