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


def test_table_by_design_has_estimates_and_intervals():
    # with the shift, one of two markets is all that is identified
    row = market_effects.by_design(panel(states=0.4), ties("states"), NAMES).loc["states"]
    assert row["bloc"] == "United States"
    assert [row["market_value"], row["world_value"], row["shift_value"]] == pytest.approx(
        [-60, -60, -60], abs=3)
    assert row["market_span"].low < row["market_value"] == row["market_span"].value


def test_every_sender_takes_the_place_of_the_treated_one():
    found = market_effects.in_each_place(panel(states=0.4), ties("states"), "market")
    assert found.estimates.index.to_list() == ["BY", "DE", "FR", "PL", "US"]
    assert (found.ranks["states"], found.counts["states"]) == (1, 4)  # no tie of its own to itself
    row = market_effects.ranks({"market": found}, NAMES).loc["states"]
    assert (row["bloc"], row["market_rank"], row["market_p"]) == ("United States", "1 of 4", 0.25)
    assert row["market_value"] == pytest.approx(-60, abs=3)


def test_treatments_of_suppressed_flows():
    flows = panel()
    flows["weight"] /= 1000
    hidden = (flows["pair"] == "BYUS") & (flows["quarter"] > START)
    flows = flows[~hidden].reset_index(drop=True)
    found = market_effects.by_suppression(flows, ties("states"), NAMES)
    assert found.index.to_list() == ["states/market", "states/shift"]
    assert found["bloc"].to_list() == ["United States, against other senders",
                                       "United States, against its other ties"]
    row = found.loc["states/market"]
    assert row["missing"] == pytest.approx(0, abs=6)  # one quarter is left
    assert row["zero"] < row["missing"] < row["bound"] == pytest.approx(row["highest"])
    assert row["lowest"] == pytest.approx(row["zero"])  # all that is hidden is after the start
    assert np.isnan(found.loc["states/shift", "lowest"])


def test_choices_are_other_dates_and_samples():
    tried = market_effects.choices(panel(), START, {"BY", "US", "PL"})
    assert next(iter(tried)) == "main"
    assert tried["from-2022Q3"].start == pd.Period("2022Q3")
    assert tried["from-2022Q3"].name == "From 2022 Q3 on"
    assert tried["since-2021"].flows["quarter"].dt.year.min() == 2021
    assert set(tried["donors-only"].flows["source"]) == {"BY", "US", "PL"}


def test_estimates_by_choice():
    flows = panel(states=0.4)
    tried = {"main": market_effects.Choice("As above", flows, START),
             "late": market_effects.Choice("Late", flows, START + 1)}
    found = market_effects.by_choice(tried, ties("states"))
    assert found.loc["main", ["choice", "states"]].to_list() == [
        "As above", pytest.approx(-60, abs=3)]
    # before: quarters of 1, 2 and 3, and of 4 at 0.4, which is 0.76 of what it would have been
    assert found.loc["late", "states"] == pytest.approx(100 * (0.4 / 0.76 - 1), abs=3)
