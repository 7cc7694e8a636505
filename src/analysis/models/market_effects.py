"""Change of one sender's flows to some markets, by gravity models of three designs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from analysis.measures import pairs
from analysis.models.gravity import Gravity, poisson_gravity
from analysis.models.reassignment import Treatment, coefficients

# Effects of each design: against all pairs, against other senders to the same market, and
# against the sender's own other ties.
DESIGNS = {"world": ("pair", "quarter"), "market": ("pair", "destination:quarter"),
           "shift": ("pair", "source:quarter", "destination:quarter")}


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


# Treatments of the data, as the figure has them; the last three are against its own other ties.
TREATMENTS = {
    "missing": "Suppressed flows missing", "zero": "Suppressed flows nothing",
    "bound": "Suppressed flows at threshold", "lowest": "Belarus's change lowest",
    "highest": "Belarus's change highest", "complete": "Complete pairs only",
    "from-2022Q3": "From 2022 Q3 on", "since-2021": "Quarters since 2021",
    "up-to-2023": "Quarters up to 2023", "no-combatants": "Without Russia, Ukraine",
    "donors-only": "Without hosts of leavers", "shift": "Own other ties, complete pairs",
    "shift-zero": "Own other ties, nothing", "shift-bound": "Own other ties, threshold"}


def treatments(flows: pd.DataFrame, ties: TreatedTies, donors: Collection[str]) -> list[Treatment]:
    """Ways to treat suppressed flows, dates, samples and the comparison, the main one first.

    Parameters
    ----------
    flows : DataFrame
        As `analysis.measures.pairs.among` gives it.
    ties : TreatedTies
    donors : collection of str
        Senders that were not hit themselves, the treated one included.

    Returns
    -------
    list of Treatment
        Keyed as `TREATMENTS`.
    """
    start, source = ties.start, ties.source
    near = pairs.towards(flows, ties.markets, ties.marked)
    year, sender = near["quarter"].dt.year, near["source"]
    samples = {
        "missing": near, "zero": pairs.filled(near, 0),
        "bound": pairs.filled(near, pairs.SUPPRESSED_UP_TO),
        "lowest": pairs.extreme(near, source, start, highest=False),
        "highest": pairs.extreme(near, source, start, highest=True),
        "complete": pairs.complete(near), "from-2022Q3": near, "since-2021": near[year >= 2021],
        "up-to-2023": near[year <= 2023], "no-combatants": near[~sender.isin(["RU", "UA"])],
        "donors-only": near[sender.isin(donors)]}
    dates = {"from-2022Q3": pd.Period("2022Q3")}
    own = {"shift": pairs.complete(flows), "shift-zero": pairs.filled(flows, 0),
           "shift-bound": pairs.filled(flows, pairs.SUPPRESSED_UP_TO)}
    return [_treatment(key, part, dates.get(key, start), "market")
            for key, part in samples.items()] + [
                _treatment(key, pairs.folded(part, start), start, "shift")
                for key, part in own.items()]


def _treatment(key: str, flows: pd.DataFrame, start: pd.Period, design: str) -> Treatment:
    """Placebos from flows folded to two periods, which takes a fraction of the time."""
    halves = flows if design == "shift" else pairs.folded(flows, start)
    return Treatment(key=key, flows=flows, start=start, effects=DESIGNS[design], placebos=halves)


def estimates(tried: Sequence[Treatment], ties: TreatedTies,
              names: Mapping[str, str]) -> pd.DataFrame:
    """Change of the ties to each market under all treatments, with placebo intervals.

    Intervals by clustering are left out: one sender is treated, and a market may be one country.

    Parameters
    ----------
    tried : sequence of Treatment
        As `treatments` gives them.
    ties : TreatedTies
    names : mapping
        Market to name.

    Returns
    -------
    DataFrame
        By ``key`` (market and treatment): ``bloc``, ``market`` (name), ``treatment`` (name),
        ``change``, ``low``, ``high`` (percent; see
        `analysis.models.reassignment.placebo_interval`), ``rank`` (from the largest fall),
        ``count`` (senders), ``p`` (two-sided, by size), ``below`` (one-sided).
    """
    found = coefficients(
        tried, lambda flows, sender, start: replace(ties, source=sender, start=start).mark(flows),
        ties.source, ties.marked)
    percent = 100 * np.expm1(found[["estimate", "placebo_low", "placebo_high"]])
    table = pd.DataFrame({
        "key": found["regressor"] + "/" + found["treatment"], "bloc": found["regressor"],
        "market": found["regressor"].map(names), "treatment": found["treatment"].map(TREATMENTS),
        "change": percent["estimate"], "low": percent["placebo_low"],
        "high": percent["placebo_high"], "rank": found["rank"], "count": found["count"],
        "p": found["p_value"], "below": found["rank"] / found["count"]})
    return table.set_index("key")


def against_senders(found: pd.DataFrame, market: str) -> pd.DataFrame:
    """Rows of `estimates` for one market that compare with other senders to it.

    Parameters
    ----------
    found : DataFrame
        As `estimates` gives it.
    market : str
    """
    own = found.index.str.contains("/shift")
    return found[(found["bloc"] == market) & ~own]


def excluding_nought(found: pd.DataFrame, market: str) -> int:
    """Treatments under which the interval against other senders leaves nought out.

    Parameters
    ----------
    found, market
        See `against_senders`.
    """
    rows = against_senders(found, market)
    return int(((rows["high"] < 0) | (rows["low"] > 0)).sum())
