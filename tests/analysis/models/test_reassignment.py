"""Randomisation inference for gravity models."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis.models.reassignment import Treatment, coefficients, placebo_interval, reassign

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


def test_interval_spares_the_largest_by_size():
    # twenty senders, 90%: two coefficients may be larger, so the second largest size is the reach
    placebos = [0.1] * 16 + [-0.5, 2.0, np.nan, 0.3]
    found = placebo_interval(-1.0, placebos, 0.90)
    assert (found.n, found.attained) == (20, pytest.approx(0.90))
    assert (found.low, found.high) == pytest.approx((-1.5, -0.5))


def test_interval_by_tails_spares_one_on_each_side():
    placebos = [0.1] * 16 + [-0.5, 2.0, 0.3]
    found = placebo_interval(-1.0, placebos, 0.90, tails=True)
    # an effect of -3 would leave 2.0, as large as the largest; one of -0.5 leaves -0.5
    assert (found.low, found.high) == pytest.approx((-3.0, -0.5))
    assert found.attained == pytest.approx(0.90)


def test_interval_holds_what_the_test_does_not_reject():
    rng = np.random.default_rng(3)
    placebos, estimate = rng.normal(size=37), -0.7
    found = placebo_interval(estimate, placebos, 0.90)
    for effect in np.linspace(-4, 4, 161):
        share = (1 + (np.abs(placebos) >= abs(estimate - effect)).sum()) / 38
        assert (found.low <= effect <= found.high) == (share > 0.10)


@pytest.mark.parametrize("tails, least", [(False, 10), (True, 20)])
def test_too_few_senders_have_no_bounds(tails, least):
    few = placebo_interval(0.4, [1.0] * (least - 2), 0.90, tails=tails)
    enough = placebo_interval(0.4, [1.0] * (least - 1), 0.90, tails=tails)
    assert np.isinf([few.low, few.high]).all()
    assert np.isfinite([enough.low, enough.high]).all()


def test_all_treatments_in_one_table():
    start = 1

    def mark_from(table, sender, start):
        return mark(table, sender)

    table = coefficients(
        [Treatment("large", flows(0.3), start, ("pair", "period")),
         Treatment("other placebos", flows(0.3), start, ("pair", "period"), flows(0.9))],
        mark_from, "BY", ["to_italy"], level=0.95, placebo_level=0.60)
    large, other = table.iloc[0], table.iloc[1]
    assert table["treatment"].to_list() == ["large", "other placebos"]
    found = reassign(flows(0.3), mark, "BY", ["to_italy"], ["pair", "period"])
    assert (large["estimate"], large["p_value"], large["rank"], large["count"]) == (
        pytest.approx(found.estimates.loc["BY", "to_italy"]), 1 / 5, 1, 5)
    # of five senders two may be larger: the reach is the second largest size of the other four
    reach = found.estimates["to_italy"].drop("BY").dropna().abs().sort_values().iloc[-2]
    assert large["placebo_high"] - large["estimate"] == pytest.approx(reach)
    assert large["low"] < large["estimate"] < large["high"]
    assert other["estimate"] == pytest.approx(large["estimate"])
    assert other["p_value"] > large["p_value"]  # ranked where the change is small
