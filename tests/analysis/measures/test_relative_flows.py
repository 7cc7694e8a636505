"""Flows of senders against those of all others, by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import relative_flows as relative

ROWS = [("BY", 200), ("BY", 150), ("BY", 50), ("PL", 300), ("PL", 300), ("PL", 600)]


def flows():
    quarters = list(pd.period_range("2021Q4", periods=3, freq="Q")) * 2
    return pd.DataFrame({"source": [s for s, _ in ROWS], "destination": "US",
                         "pair": [s + "US" for s, _ in ROWS], "quarter": quarters,
                         "weight": [w for _, w in ROWS]})


def test_relative_paths_by_hand():
    paths = relative.relative_paths(flows(), ["US"], 2021)
    # Belarus 200, 150, 50 against Poland 300, 300, 600
    assert np.exp(paths["BY"]).to_list() == pytest.approx([1, 0.75, 0.25 / 2])
    assert paths["PL"].to_list() == pytest.approx((-paths["BY"]).to_list())


def test_paths_are_the_effects_of_a_gravity_model():
    from analysis.models.gravity import poisson_gravity
    rng = np.random.default_rng(1)
    flows = pd.DataFrame([(s, "US", s + "US", q, rng.integers(100, 900)) for s in ("BY", "PL", "DE")
                          for q in pd.period_range("2021Q1", periods=6, freq="Q")],
                         columns=["source", "destination", "pair", "quarter", "weight"])
    last = [pd.Period("2022Q1"), pd.Period("2022Q2")]
    for quarter in last:
        flows[str(quarter)] = ((flows["source"] == "BY") & (flows["quarter"] == quarter)) * 1.0
    fit = poisson_gravity(flows, "weight", list(map(str, last)), ["pair", "quarter"], "pair")
    path = relative.relative_paths(flows, ["US"], 2021)["BY"]
    assert fit.coefficients["estimate"].to_list() == pytest.approx(path[last].to_list())


def test_size_rank():
    paths = pd.DataFrame({"BY": [1.0, -1], "PL": [2.0, 2], "DE": [0.0, 0.5]})
    assert relative.size_rank(paths, "BY") == pytest.approx(2 / 3)


def test_paths_by_market_and_their_panels():
    paths = relative.paths_by_market(flows(), {"US": "us", "CA": "other"}, ["us"], 2021)
    panels = relative.path_panels(paths, {"us": "the States"})
    assert list(panels.columns) == ["key", "year", "sender", "points", "market"]
    assert set(panels["market"]) == {"To the States"} and set(panels["key"]) == {"us"}
    last = panels[(panels["sender"] == "BY") & (panels["year"] == 2022.25)]
    assert np.exp(last["points"].item()) == pytest.approx(0.125)
