"""Panels of pairs, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import pairs

START = pd.Period("2022Q1")


def collaboration():
    rows = [("BY", "US", 2021, 4, 200), ("BY", "US", 2022, 1, 150), ("BY", "US", 2022, 2, 50),
            ("PL", "US", 2021, 4, 300), ("PL", "US", 2022, 1, 300), ("PL", "US", 2022, 2, 600),
            ("US", "PL", 2021, 4, 400), ("US", "PL", 2022, 2, 500), ("BY", "PL", 2022, 1, 110),
            ("US", "BY", 2022, 1, 120), ("PL", "BY", 2022, 1, 130), ("BY", "BY", 2022, 1, 999),
            ("FR", "US", 2022, 1, 777)]
    return pd.DataFrame(rows, columns=["source", "destination", "year", "quarter", "weight"])


def test_among_keeps_the_senders_that_reach_far_enough():
    flows = pairs.among(collaboration(), least=2)
    assert set(flows["source"]) == {"BY", "PL", "US"}
    assert "BYBY" not in set(flows["pair"]) and len(flows) == 11


def test_complete_pairs():
    assert set(pairs.complete(pairs.among(collaboration(), 2))["pair"]) == {"BYUS", "PLUS"}


def test_filled_makes_every_quarter():
    flows = pairs.filled(pairs.among(collaboration(), 2), 7)
    assert len(flows) == 6 * 3
    hidden = flows[(flows["pair"] == "USPL") & (flows["quarter"] == START)]
    assert hidden["weight"].to_list() == [7]


@pytest.mark.parametrize("highest, expected", [(True, [0, 110, 100]), (False, [100, 110, 0])])
def test_extremes_move_one_sender_only(highest, expected):
    flows = pairs.extreme(pairs.among(collaboration(), 2), "BY", START, highest)
    assert flows.query("pair == 'BYPL'").sort_values("quarter")["weight"].to_list() == expected
    assert len(flows.query("pair == 'USPL'")) == 2


def test_before_and_after_are_means_of_pairs_seen_on_both_sides():
    halves = pairs.before_after(pairs.among(collaboration(), 2), START)
    assert set(halves["pair"]) == {"BYUS", "PLUS", "USPL"}
    assert halves.query("pair == 'BYUS'")["weight"].to_list() == [200, 100]


def test_marks_are_one_after_the_start():
    marked = pairs.marked(pairs.among(collaboration(), 2), {"US": "west", "PL": "eu"}, "BY",
                          START, {"west": "to_west"})
    assert marked.loc[marked["to_west"] == 1, "weight"].to_list() == [150, 50]


def test_flows_between_two_economies_in_either_direction():
    assert pairs.recorded_between(collaboration(), "PL", "US") == 5
    assert pairs.recorded_between(collaboration(), "BY", "FR") == 0
    assert pairs.recorded_between(collaboration(), "BY", "BY") == 1


def test_destinations_of_a_sender_in_one_bloc():
    flows = pairs.among(collaboration(), 2)
    assert pairs.destinations_of(flows, "BY", {"US": "west", "PL": "west"}, "west") == ["PL", "US"]
    assert pairs.destinations_of(flows, "BY", {"US": "west", "PL": "eu"}, "west") == ["US"]


def test_folded_flows_are_sums_where_all_quarters_are_recorded():
    flows = pairs.complete(pairs.among(collaboration(), 2))
    found = pairs.folded(flows, START).set_index(["pair", "quarter"])["weight"]
    assert found.to_dict() == {("BYUS", START - 1): 200, ("BYUS", START): 200,
                               ("PLUS", START - 1): 300, ("PLUS", START): 900}


def test_folded_flows_stand_for_all_quarters():
    # US to PL lacks the first quarter of 2022: its one later quarter stands for both
    found = pairs.folded(pairs.among(collaboration(), 2), START)
    assert found.query("pair == 'USPL'")["weight"].to_list() == [400, 1000]


def test_folding_changes_no_coefficient_of_complete_pairs():
    from analysis.models.gravity import poisson_gravity
    rng = np.random.default_rng(5)
    names, quarters = ["BY", "PL", "DE", "US", "IN"], pd.period_range("2021Q1", "2022Q4", freq="Q")
    rows = [(s, d, s + d, q, rng.uniform(100, 900)) for s in names for d in names if s != d
            for q in quarters]
    flows = pd.DataFrame(rows, columns=["source", "destination", "pair", "quarter", "weight"])
    blocs = {"US": "us", "IN": "east", "PL": "east"}
    fits = [poisson_gravity(pairs.marked(f, blocs, "BY", START, {"us": "us", "east": "east"}),
                            "weight", ["us", "east"], ["pair", "destination:quarter"], "pair")
            for f in (flows, pairs.folded(flows, START))]
    for column in ("estimate", "std_error"):
        assert fits[0].coefficients[column].to_list() == pytest.approx(
            fits[1].coefficients[column].to_list(), rel=1e-7)
    # other destinations do not bear on them either
    near = pairs.towards(flows, blocs, ["us", "east"])
    assert set(near["destination"]) == {"US", "IN", "PL"}
    again = poisson_gravity(pairs.marked(near, blocs, "BY", START, {"us": "us", "east": "east"}),
                            "weight", ["us", "east"], ["pair", "destination:quarter"], "pair")
    assert again.coefficients["estimate"].to_list() == pytest.approx(
        fits[0].coefficients["estimate"].to_list(), abs=1e-9)
