"""Gravity models by market on small panels with known effects."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis.models import market_effects
from analysis.models.market_effects import TreatedTies

CODES = ["BY", "PL", "DE", "FR", "US"]
START = pd.Period("2022Q2")
MARKETS = {"US": "states", "PL": "union", "DE": "union", "FR": "union", "BY": "home"}
NAMES = {"states": "United States", "union": "European Union"}


def panel(states=1.0, union=1.0):
    """Flows that are products of effects, give or take three percent, but for the treated ones."""
    quarters = pd.period_range("2021Q3", periods=6, freq="Q")
    rows = [(s, d, s + d, q, 1000.0 * (1 + CODES.index(s)) * (2 + CODES.index(d)) * (1 + i))
            for (s, d), (i, q) in product(product(CODES, CODES), enumerate(quarters)) if s != d]
    flows = pd.DataFrame(rows, columns=["source", "destination", "pair", "quarter", "weight"])
    hit = (flows["source"] == "BY") & (flows["quarter"] >= START)
    times = flows["destination"].map(MARKETS).map({"states": states, "union": union})
    noise = np.random.default_rng(3).uniform(0.97, 1.03, len(flows))
    return flows.assign(weight=noise * flows["weight"].where(~hit, flows["weight"] * times))


def ties(*marked):
    return TreatedTies(source="BY", start=START, markets=MARKETS, marked=marked)


def test_each_market_is_marked_from_the_start_on():
    marked = ties("states", "union").mark(panel())
    assert marked.loc[marked["states"] == 1, "pair"].unique().tolist() == ["BYUS"]
    assert marked.loc[marked["union"] == 1, "quarter"].min() == START


@pytest.mark.parametrize("design", ["world", "market"])
def test_known_changes_are_found(design):
    found = market_effects.fit(panel(states=0.4, union=1.5), ties("states", "union"), design)
    assert found.percent["estimate"].to_dict() == pytest.approx(
        {"states": -60, "union": 50}, abs=3)


def test_a_shift_is_relative_to_the_markets_that_are_not_named():
    # all else of the sender stays: from 1.5 to 0.4 is a shift by -73%
    found = market_effects.fit(panel(states=0.4, union=1.5), ties("states"), "shift")
    assert found.percent.loc["states", "estimate"] == pytest.approx(
        100 * (0.4 / 1.5 - 1), abs=3)


def test_each_treatment_has_a_name_and_its_sample():
    tried = {one.key: one for one in market_effects.treatments(
        panel(), ties("states"), {"BY", "US", "PL"})}
    assert list(tried) == list(market_effects.TREATMENTS)
    assert tried["from-2022Q3"].start == pd.Period("2022Q3")
    assert tried["since-2021"].flows["quarter"].dt.year.min() == 2021
    assert set(tried["donors-only"].flows["source"]) == {"BY", "PL"}  # none sends to itself
    assert set(tried["missing"].flows["destination"]) == {"US"}
    assert set(tried["shift"].flows["destination"]) == set(CODES)
    assert len(tried["missing"].placebos) == 2 * 4  # two periods, four senders


def test_estimates_with_their_places_among_senders():
    tried = [one for one in market_effects.treatments(panel(states=0.4), ties("states"), CODES)
             if one.key == "missing"]
    found = market_effects.estimates(tried, ties("states"), NAMES).loc["states/missing"]
    assert (found["market"], found["treatment"]) == ("United States", "Suppressed flows missing")
    assert found["change"] == pytest.approx(-60, abs=3)
    # four senders have ties to the United States, so a tenth cannot be spared
    assert (found["rank"], found["count"], found["below"]) == (1, 4, 0.25)
    assert (found["low"], found["high"]) == (-100, np.inf)


def test_intervals_that_leave_nought_out():
    keys = ["states/missing", "states/zero", "states/shift", "union/missing"]
    found = pd.DataFrame({"bloc": ["states", "states", "states", "union"],
                          "low": [-80, -90, -90, 1], "high": [-1, 5, -2, 9]}, index=keys)
    assert market_effects.against_senders(found, "states").index.to_list() == keys[:2]
    assert market_effects.excluding_nought(found, "states") == 1
