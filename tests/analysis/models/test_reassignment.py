"""Randomisation inference for gravity models."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis.models.reassignment import reassign

NAMES = ["BY", "PL", "DE", "FR", "ES", "IT"]


def flows(effect=1.0):
    rng = np.random.default_rng(11)
    rows = [(s, d, s + d, t) for s, d, t in product(NAMES, NAMES, (0, 1)) if s != d]
    table = pd.DataFrame(rows, columns=["source", "destination", "pair", "period"])
    table["weight"] = rng.uniform(90, 110, len(table)) * 10
    hit = (table["source"] == "BY") & (table["destination"] == "IT") & (table["period"] == 1)
    table.loc[hit, "weight"] *= effect
    return table


def mark(table, sender):
    tie = (table["source"] == sender) & (table["destination"] == "IT") & (table["period"] == 1)
    return table.assign(to_italy=tie.astype(float))


def test_a_large_effect_ranks_first():
    found = reassign(flows(0.3), mark, "BY", ["to_italy"], ["pair", "period"])
    assert (found.ranks["to_italy"], found.counts["to_italy"]) == (1, 5)  # Italy has no own tie
    assert found.p_values["to_italy"] == found.below["to_italy"] == pytest.approx(1 / 5)
    assert found.treated["to_italy"] == found.estimates.loc["BY", "to_italy"]
    assert np.exp(found.estimates.loc["BY", "to_italy"]) == pytest.approx(0.3, rel=0.15)
    assert found.estimates["to_italy"].isna().to_dict()["IT"]


def test_the_treated_sender_does_not_touch_the_others():
    small = reassign(flows(0.3), mark, "BY", ["to_italy"], ["pair", "period"])
    none = reassign(flows(1.0), mark, "BY", ["to_italy"], ["pair", "period"])
    others = small.estimates.index.drop("BY")
    pd.testing.assert_frame_equal(small.estimates.loc[others], none.estimates.loc[others])


def test_markers_that_the_effects_take_up_are_missing():
    found = reassign(flows(), mark, "BY", ["to_italy"], ["pair", "period", "pair:period"])
    assert found.estimates["to_italy"].isna().all()
