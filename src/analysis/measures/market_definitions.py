"""Where a market ends: Asia and the West drawn in different ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Definition:
    """One way to draw a market.

    Attributes
    ----------
    market, name : str
        What is drawn (`asia` or `west`), and how, as tables have it.
    blocs : tuple of str
        Blocs that make it up.
    added, removed : tuple of str
        Economies that belong to it beside these, and that do not (ISO 3166-1 alpha-2).
    """

    market: str
    name: str
    blocs: tuple[str, ...]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def holds(self, sent: pd.DataFrame) -> pd.Series:
        """Which flows go to it.

        Parameters
        ----------
        sent : DataFrame
            Columns ``destination`` and ``group``, its bloc.
        """
        inside = sent["group"].isin(self.blocs) | sent["destination"].isin(self.added)
        return inside & ~sent["destination"].isin(self.removed)


_WEST = ("united_states", "eu", "other_west")
# The first of each market is the one of the chapter.
DEFINITIONS = {
    "asia": Definition("asia", "Asia", ("asia",)),
    "asia-no-gulf": Definition(
        "asia", "Asia without the Gulf", ("asia",), removed=("AE", "OM", "SA", "QA", "KW", "BH")),
    "asia-no-entrepots": Definition(
        "asia", "Asia without Hong Kong and Singapore", ("asia",), removed=("HK", "SG")),
    "asia-no-india": Definition("asia", "Asia without India", ("asia",), removed=("IN",)),
    "asia-and-turkey-israel": Definition(
        "asia", "Asia with Turkey and Israel", ("asia", "turkey_israel")),
    "asia-united-nations": Definition(
        "asia", "Asia of the United Nations", ("asia", "turkey_israel"),
        added=("CY", "AM", "AZ", "GE", "KZ", "KG", "TJ", "UZ")),
    "west": Definition("west", "West", _WEST),
    "west-no-cyprus-ireland": Definition(
        "west", "West without Cyprus and Ireland", _WEST, removed=("CY", "IE")),
    "west-and-israel-ukraine": Definition(
        "west", "West with Israel and Ukraine", _WEST, added=("IL", "UA")),
    "west-no-neighbours": Definition(
        "west", "West without Poland, Germany and the Baltic states", _WEST,
        removed=("PL", "DE", "LT", "LV", "EE")),
    "west-no-union": Definition(
        "west", "West without the European Union", ("united_states", "other_west")),
}


def shares_by_definition(sent: pd.DataFrame, before: pd.PeriodIndex, after: pd.PeriodIndex,
                         definitions: Mapping[str, Definition] = DEFINITIONS) -> pd.DataFrame:
    """Share of markets that are put together in different ways, in two periods.

    Parameters
    ----------
    sent : DataFrame
        As `analysis.measures.destinations.flows_from` gives it, with blocs as groups.
    before, after : PeriodIndex
        Quarters that are added up.
    definitions : mapping
        By key.

    Returns
    -------
    DataFrame
        By ``key``: ``market`` (name), ``drawn`` (`asia` or `west`), ``before`` and ``after``
        (percent of what is recorded), ``change`` (points).
    """
    inside = {key: definition.holds(sent) for key, definition in definitions.items()}
    shares = {}
    for when, quarters in {"before": before, "after": after}.items():
        now = sent["quarter"].isin(quarters)
        whole = sent.loc[now, "weight"].sum()
        shares[when] = {key: 100 * sent.loc[now & part, "weight"].sum() / whole
                        for key, part in inside.items()}
    table = pd.DataFrame(shares).rename_axis("key")
    return table.assign(change=table["after"] - table["before"],
                        market=[definitions[key].name for key in table.index],
                        drawn=[definitions[key].market for key in table.index])
