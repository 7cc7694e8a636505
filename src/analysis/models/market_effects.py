"""Change of one sender's flows to some markets, by gravity models of three designs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.measures import pairs
from analysis.models.gravity import Gravity, poisson_gravity
from analysis.models.reassignment import Reassignment, reassign
from report.intervals import Interval
from report.text import quarter

# Effects of each design: against all pairs, against other senders to the same market, and
# against the sender's own other ties.
DESIGNS = {"world": ("pair", "quarter"), "market": ("pair", "destination:quarter"),
           "shift": ("pair", "source:quarter", "destination:quarter")}
AGAINST = {"market": "against other senders", "shift": "against its other ties"}


@dataclass(frozen=True)
class TreatedTies:
    """Ties of one sender that may have changed, as regressors of a gravity model.

    Attributes
    ----------
    source : str
        Sender.
    start : Period
        First quarter of the change.
    markets : mapping
        Destination to market.
    marked : sequence of str
        Markets that have a regressor, which is named by the market.
    """

    source: str
    start: pd.Period
    markets: Mapping[str, str]
    marked: Sequence[str]

    def mark(self, flows: pd.DataFrame) -> pd.DataFrame:
        """Flows with one column a market; see `analysis.measures.pairs.marked`."""
        return pairs.marked(flows, self.markets, self.source, self.start,
                            {market: market for market in self.marked})


def fit(flows: pd.DataFrame, ties: TreatedTies, design: str) -> Gravity:
    """Gravity model of one design, errors clustered by pair.

    Parameters
    ----------
    flows : DataFrame
        As `analysis.measures.pairs.among` gives it.
    ties : TreatedTies
    design : {'world', 'market', 'shift'}
    """
    return poisson_gravity(ties.mark(flows), "weight", ties.marked, DESIGNS[design], "pair")


def by_design(flows: pd.DataFrame, ties: TreatedTies, names: Mapping[str, str]) -> pd.DataFrame:
    """Change of the ties to each market by all designs.

    Parameters
    ----------
    flows, ties
        See `fit`.
    names : mapping
        Market to name.

    Returns
    -------
    DataFrame
        By ``key`` (market): ``bloc`` (name) and, in percent, for each design ``<design>_value``
        and ``<design>_span``, the estimate with its 95% interval.
    """
    columns = {"bloc": {market: names[market] for market in ties.marked}}
    for design in DESIGNS:
        found = fit(flows, ties, design).percent
        columns[f"{design}_value"] = found["estimate"]
        columns[f"{design}_span"] = found.apply(
            lambda row: Interval(row["estimate"], row["low"], row["high"]), axis=1)
    return pd.DataFrame(columns).rename_axis("key")


def in_each_place(flows: pd.DataFrame, ties: TreatedTies, design: str) -> Reassignment:
    """Every sender in the place of the treated one, on means before and after.

    Parameters
    ----------
    flows : DataFrame
        As `analysis.measures.pairs.complete` gives it.
    ties, design
        See `fit`.

    Returns
    -------
    Reassignment
        By market.
    """
    halves = pairs.before_after(flows, ties.start)
    return reassign(halves, lambda part, sender: replace(ties, source=sender).mark(part),
                    ties.source, ties.marked, DESIGNS[design])


def ranks(found: Mapping[str, Reassignment], names: Mapping[str, str]) -> pd.DataFrame:
    """The treated sender among all senders, by market.

    Parameters
    ----------
    found : mapping
        Design to what `in_each_place` gives.
    names : mapping
        Market to name.

    Returns
    -------
    DataFrame
        By ``key`` (market): ``bloc`` (name) and for each design ``<design>_value`` (percent),
        ``<design>_rank`` (from the largest fall, as text) and ``<design>_p``.
    """
    columns = {}
    for design, one in found.items():
        columns[f"{design}_value"] = 100 * np.expm1(one.treated)
        columns[f"{design}_rank"] = one.ranks.astype(str) + " of " + one.counts.astype(str)
        columns[f"{design}_p"] = one.p_values
    table = pd.DataFrame(columns).rename_axis("key")
    return table.assign(bloc=table.index.map(names))


def by_suppression(flows: pd.DataFrame, ties: TreatedTies,
                   names: Mapping[str, str]) -> pd.DataFrame:
    """Change of the ties to each market under five treatments of suppressed flows.

    Against the sender's own other ties the two extremes would move all of its flows at once and
    bound none; they are missing there.

    Parameters
    ----------
    flows, ties
        See `fit`.
    names : mapping
        Market to name.

    Returns
    -------
    DataFrame
        By ``key`` (market and design): ``bloc`` (name, and against what) and, in percent,
        ``missing``, ``zero``, ``bound`` (the threshold), ``lowest``, ``highest``.
    """
    source, start = ties.source, ties.start
    whole = {"missing": flows, "zero": pairs.filled(flows, 0),
             "bound": pairs.filled(flows, pairs.SUPPRESSED_UP_TO)}
    ends = {"lowest": pairs.extreme(flows, source, start, highest=False),
            "highest": pairs.extreme(flows, source, start, highest=True)}
    tables = []
    for design, against in AGAINST.items():
        handled = whole | ends if design == "market" else whole
        found = pd.DataFrame({name: fit(part, ties, design).percent["estimate"]
                              for name, part in handled.items()}, columns=[*whole, *ends])
        found["bloc"] = found.index.map(names) + f", {against}"
        tables.append(found.set_axis(found.index + f"/{design}"))
    return pd.concat(tables).rename_axis("key")


@dataclass(frozen=True)
class Choice:
    """Another date or sample of the model.

    Attributes
    ----------
    name : str
        As tables have it.
    flows : DataFrame
        As `analysis.measures.pairs.among` gives it.
    start : Period
        First quarter of the change.
    """

    name: str
    flows: pd.DataFrame
    start: pd.Period


def choices(flows: pd.DataFrame, start: pd.Period, donors: set[str]) -> dict[str, Choice]:
    """Dates of the change and samples that could be defended, the main one first.

    Parameters
    ----------
    flows : DataFrame
        As `analysis.measures.pairs.among` gives it.
    start : Period
        Main date.
    donors : set of str
        Senders that were not hit themselves, the treated one included.
    """
    year, sender = flows["quarter"].dt.year, flows["source"]
    dates = {key: pd.Period(key) for key in ("2020Q4", "2022Q1", "2022Q3")}
    return {
        "main": Choice("As above", flows, start),
        **{f"from-{key}": Choice(f"From {quarter(date)} on", flows, date)
           for key, date in dates.items()},
        "since-2021": Choice("Quarters since 2021 only", flows[year >= 2021], start),
        "up-to-2023": Choice("Quarters up to 2023 only", flows[year <= 2023], start),
        "no-combatants": Choice("Without Russia and Ukraine as senders",
                                flows[~sender.isin(["RU", "UA"])], start),
        "donors-only": Choice("Without any host of people who left", flows[sender.isin(donors)],
                              start)}


def by_choice(tried: Mapping[str, Choice], ties: TreatedTies) -> pd.DataFrame:
    """Change of the ties to each market against other senders, by choice.

    Returns
    -------
    DataFrame
        By ``key``: ``choice`` (name) and one column a market, percent.
    """
    rows = []
    for key, choice in tried.items():
        found = fit(choice.flows, replace(ties, start=choice.start), "market")
        rows.append({"key": key, "choice": choice.name} | found.percent["estimate"].to_dict())
    return pd.DataFrame(rows).set_index("key")
