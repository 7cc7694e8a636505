"""Poisson pseudo-maximum likelihood, by hand and against statsmodels."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from scipy import linalg

from analysis.models.gravity import poisson_gravity

EFFECTS = ["source:destination", "source:period", "destination:period"]


def panel(economies=6, periods=5, seed=4, mean=2.0):
    rng = np.random.default_rng(seed)
    rows = [(s, d, t) for s, d, t in product(range(economies), range(economies), range(periods))
            if s != d]
    table = pd.DataFrame(rows, columns=["source", "destination", "period"])
    table["x"] = rng.normal(size=len(table))
    table["tie"] = ((table.source == 0) & (table.destination < 3) & (table.period > 2)) * 1.0
    rate = np.exp(mean + 0.3 * table.x - 0.6 * table.tie + rng.normal(0, 0.3, len(table)))
    return table.assign(flow=rng.poisson(rate))


def dense(table, effects):
    """The same model in statsmodels, with dummies; those that repeat others are left out."""
    keys = [table[names.split(":")].astype(str).agg(":".join, axis=1) for names in effects]
    dummies = pd.concat([pd.get_dummies(key, dtype=float) for key in keys], axis=1).to_numpy()
    _, triangle, order = linalg.qr(dummies, mode="economic", pivoting=True)
    dummies = dummies[:, order[:(np.abs(np.diag(triangle)) > 1e-9).sum()]]
    exog = np.hstack([table[["x", "tie"]].to_numpy(), dummies])
    groups = pd.factorize(table.source * 100 + table.destination)[0]
    fit = sm.GLM(table.flow, exog, family=sm.families.Poisson()).fit(
        tol=1e-12, cov_type="cluster", cov_kwds={"groups": groups, "use_correction": False})
    count = groups.max() + 1
    return fit.params[:2], fit.bse[:2] * np.sqrt(count / (count - 1)), fit.deviance


def test_two_by_two_is_the_ratio_of_ratios():
    # exp(coefficient) = (30 / 10) / (80 / 40)
    table = pd.DataFrame({"unit": [0, 0, 1, 1], "period": [0, 1, 0, 1],
                          "flow": [10, 30, 40, 80], "effect": [0.0, 1, 0, 0]})
    result = poisson_gravity(table, "flow", ["effect"], ["unit", "period"], "unit")
    assert np.exp(result.coefficients.estimate["effect"]) == pytest.approx(1.5)
    assert result.deviance == pytest.approx(0, abs=1e-8)


def test_a_dummy_is_the_log_ratio_of_means():
    table = pd.DataFrame({"all": 1, "id": range(6), "flow": [0, 2, 4, 3, 9, 0],
                          "group": [0.0, 0, 0, 1, 1, 1]})
    result = poisson_gravity(table, "flow", ["group"], ["all"], "id")
    assert result.coefficients.estimate["group"] == pytest.approx(np.log(4 / 2))
    # sandwich of a ratio of means: sum of squared residuals over squared totals, times 6/5
    variance = (8 / 6**2 + 42 / 12**2) * 6 / 5
    assert result.coefficients.std_error["group"] == pytest.approx(np.sqrt(variance))
    assert (result.n, result.n_zero, result.n_clusters) == (6, 2, 6)


@pytest.mark.parametrize("effects", [["source:destination", "period"], EFFECTS])
def test_statsmodels_agrees(effects):
    table = panel()
    result = poisson_gravity(table, "flow", ["x", "tie"], effects, "source:destination")
    params, errors, deviance = dense(table, effects)
    assert result.coefficients.estimate.to_numpy() == pytest.approx(params, abs=1e-7)
    assert result.coefficients.std_error.to_numpy() == pytest.approx(errors, rel=1e-7)
    assert result.deviance == pytest.approx(deviance, rel=1e-8)


def test_estimates_of_r_on_a_published_table():
    # Executions in 17 states of the United States in 1997 (Gill, 2001), a table that ships with
    # statsmodels; expected are the results of R's glm that statsmodels records for its own tests
    # (Gill's printed ones differ slightly from both)
    data = sm.datasets.cpunish.load_pandas().data
    data = data.assign(crime=np.log(data.VC100k96), all=1, id=range(len(data)))
    result = poisson_gravity(data, "EXECUTIONS",
                             ["INCOME", "PERPOVERTY", "PERBLACK", "crime", "SOUTH", "DEGREE"],
                             ["all"], "id")
    assert result.coefficients.estimate.to_list() == pytest.approx(
        [0.0002611, 0.0778180, -0.0949312, 0.2969349, 2.3011831, -18.7220678], rel=1e-4)
    assert result.deviance == pytest.approx(18.59164, abs=1e-5)


# The examples of Correia, Guimaraes and Zylkin's primer on separation. In the first, two x1 plus x2
# marks the first row; in the second a combination of effects marks the third, and a few small
# flows in the same cell take that away. The second has no regressor; x is one of ours that
# separates nothing, since it orders the zero and the one of a cell in both ways.
COMBINED = {"flow": [0, 0, 0, 1, 2, 3], "x1": [2, -1, 0, 0, 5, 6], "x2": [-1, 2, 0, 0, -10, -12],
            "all": 1}
CELLS = {"flow": [0, 1, 0, 0, 1], "id1": [1, 1, 2, 2, 2], "id2": [1, 1, 1, 2, 2],
         "x": [1, 2, 3, 5, 4]}
SMALL = {"flow": [0, 1, 0, 0, 1, 1e-6, 1e-6, 1e-6], "id1": [1, 1, 2, 2, 2, 2, 2, 2],
         "id2": [1, 1, 1, 2, 2, 1, 1, 1], "x": [1, 2, 3, 5, 4, 3, 3, 3]}


def test_published_example_of_separation_by_regressors():
    # without its first row x2 is minus two times x1, so that only the finding of that row refuses
    table = pd.DataFrame(COMBINED)
    with pytest.raises(ValueError, match="does not vary"):
        poisson_gravity(table.assign(id=range(6)), "flow", ["x1", "x2"], ["all"], "id")


@pytest.mark.parametrize("cells, separated", [(CELLS, 1), (SMALL, 0)])
def test_published_examples_of_separation_by_effects(cells, separated):
    table = pd.DataFrame(cells)
    table["id"] = range(len(table))
    result = poisson_gravity(table, "flow", ["x"], ["id1", "id2"], "id")
    assert result.n_separated == separated
    # both cells have a zero and a one, with x up in one and down in the other
    assert result.coefficients.estimate["x"] == pytest.approx(0, abs=1e-6)


def test_single_zero_of_a_level_ends_the_search():
    table = panel(mean=4.0)
    table["zero"] = (np.arange(len(table)) == 3) * 1
    table.loc[[3, 8], "flow"] = 0
    result = poisson_gravity(table, "flow", ["x"], ["source", "zero"], "source:destination")
    assert (result.n_separated, result.n_zero) == (1, 1)


def test_percent_is_the_relative_change():
    result = poisson_gravity(panel(), "flow", ["tie"], EFFECTS, "source:destination")
    row = result.coefficients.loc["tie"]
    assert result.percent.loc["tie", "low"] == pytest.approx(100 * (np.exp(row.low) - 1))


def test_zeros_stay_in():
    table = panel(mean=0.0)
    result = poisson_gravity(table, "flow", ["x", "tie"], ["source", "destination", "period"],
                             "source:destination")
    params, errors, _ = dense(table, ["source", "destination", "period"])
    assert result.n_zero > 20 and result.n_separated == 0
    assert result.coefficients.estimate.to_numpy() == pytest.approx(params, abs=1e-7)
    assert result.coefficients.std_error.to_numpy() == pytest.approx(errors, rel=1e-7)


def test_a_level_without_flows_is_taken_out():
    table = panel()
    table.loc[(table.source == 4) & (table.destination == 5), "flow"] = 0
    result = poisson_gravity(table, "flow", ["x"], EFFECTS, "source:destination")
    rest = table[(table.source != 4) | (table.destination != 5)]
    same = poisson_gravity(rest, "flow", ["x"], EFFECTS, "source:destination")
    assert (result.n_separated, result.n) == (5, len(table) - 5)
    assert result.coefficients.estimate["x"] == pytest.approx(same.coefficients.estimate["x"])


def test_rows_that_a_regressor_separates_are_taken_out():
    # the dummy is one only where flows are zero, so that its coefficient runs off to minus
    # infinity; its rows go, and with them its variation
    table = panel()
    table["only_zero"] = ((table.source == 1) & (table.period == 0)) * 1.0
    table.loc[table.only_zero == 1, "flow"] = 0
    with pytest.raises(ValueError, match="does not vary"):
        poisson_gravity(table, "flow", ["x", "only_zero"], ["source", "period"], "source")
    table["only_zero"] += (table.x > 1) & (table.flow > 0)
    result = poisson_gravity(table, "flow", ["x", "only_zero"], ["source", "period"], "source")
    assert result.n_separated == 0


def test_combination_of_regressors_that_separates():
    # neither a nor b separates; a - b is one on a zero row and nought elsewhere
    table = pd.DataFrame({"all": 1, "id": range(8), "flow": [0, 3, 4, 5, 2, 6, 3, 1],
                          "a": [1.0, 1, 1, 0, 0, 2, 2, 0], "b": [0.0, 1, 1, 0, 0, 2, 2, 0]})
    with pytest.raises(ValueError, match="does not vary"):
        poisson_gravity(table, "flow", ["a", "b"], ["all"], "id")


def test_interval_and_p_value_agree():
    row = poisson_gravity(panel(), "flow", ["x", "tie"], EFFECTS,
                          "source:destination").coefficients.loc["tie"]
    assert row.high - row.low == pytest.approx(2 * 1.959964 * row.std_error)
    assert (row.p_value < 0.05) == (row.low > 0 or row.high < 0)


def test_a_scale_of_the_flow_changes_no_coefficient():
    table = panel()
    first = poisson_gravity(table, "flow", ["x", "tie"], EFFECTS, "source:destination")
    table["flow"] *= 1000
    second = poisson_gravity(table, "flow", ["x", "tie"], EFFECTS, "source:destination")
    assert first.coefficients.to_numpy() == pytest.approx(second.coefficients.to_numpy(), abs=1e-6)


@pytest.mark.parametrize("column, value, message", [
    ("flow", -1, "negative"), ("flow", np.nan, "missing"), ("x", np.inf, "missing")])
def test_bad_values_are_refused(column, value, message):
    table = panel().astype(float)
    table.loc[3, column] = value
    with pytest.raises(ValueError, match=message):
        poisson_gravity(table, "flow", ["x"], EFFECTS, "source:destination")


def test_a_regressor_that_the_effects_hold_is_refused():
    table = panel()
    table["size"] = table.source * 2.0 + table.period
    with pytest.raises(ValueError, match="does not vary"):
        poisson_gravity(table, "flow", ["size"], EFFECTS, "source:destination")


def test_iterations_that_do_not_end_are_an_error():
    with pytest.raises(RuntimeError, match="no convergence in 2 iterations"):
        poisson_gravity(panel(), "flow", ["x"], EFFECTS, "source:destination", max_iterations=2)
