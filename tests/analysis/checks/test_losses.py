"""Checks on losses, by hand on small made records."""

import pytest

from analysis.checks import CHECKS


def table(columns, *rows):
    return [dict(zip(columns, row)) for row in rows]


def test_share_of_people_across_one_half(evidence):
    rows = table(["key", "share_low", "share_high", "drawn_low", "drawn_high"],
                 ("2021-2023/a", 12, 42, 24, 30), ("2021-2023/b", 41, 60, 48, 49),
                 ("2017-2018", 70, 80, None, None))
    found = evidence(exhibits={"park-channel": rows})
    half = CHECKS["park-people-half"].outcome(found)
    assert (half.result, half.tests) == ("people 12 to 60% of the fall", {"a": True, "b": False})
    assert CHECKS["park-people-half-drawn"].outcome(found).verdict == "passes"


def test_share_of_people_where_statements_hold_together(evidence):
    rows = table(["key", "people_low", "people_high"], ("all", 26, 42), ("firm", 26, 55),
                 ("strict", None, None))
    found = CHECKS["park-people-together"].outcome(evidence(exhibits={"park-together": rows}))
    assert found.tests == {"all": True, "firm": False}


@pytest.mark.parametrize(("low", "verdict"), [(1608.0, "passes"), (2040.0, "fails")])
def test_two_ways_to_split_the_rise(evidence, low, verdict):
    rows = table(["key", "factor_low", "factor_high"], ("2017-2021/steps", 1441.0, 2035.0),
                 ("2017-2021/ends", low, 2100.0), ("2021-2023/a", -5.0, -1.0))
    found = CHECKS["park-split-path"].outcome(evidence(exhibits={"park-channel": rows}))
    assert found.verdict == verdict


def test_growth_of_the_park_and_of_its_coverage(evidence):
    found = CHECKS["park-own-growth"].outcome(evidence({
        "park.coverage.growthshare": (8.0, 7.0, 9.0),
        "park.coverage.growthshare.late": (9.0, 8.0, 11.0)}))
    assert found.result == "coverage 7 to 11% of the growth"
    assert found.tests == {"2013-2021": True, "2019-2021": False}


def test_loss_by_each_model_against_the_benchmark(evidence):
    rows = table(["key", "two_low", "two_high"], ("trend/a", 1.9, 9.0), ("trend/b", 2.1, 9.0),
                 ("none/level", 1.8, 2.0))
    found = CHECKS["park-above-benchmark"].outcome(evidence(exhibits={"park-shortfall": rows}))
    assert found.tests == {"trend/a": False, "trend/b": True}


@pytest.mark.parametrize(("level", "verdict"), [(6.1, "passes"), (5.2, "fails")])
def test_printed_level_of_2019(evidence, level, verdict):
    found = evidence({"park.shortfall.walk.printed": level}, {"park-shortfall": [
        {"key": "park-2019/walk", "median": 6.7}]})
    assert CHECKS["park-level-2019"].outcome(found).verdict == verdict


def test_coverage_and_rank(evidence):
    rows = table(["key", "inside95"], ("a/m", 90.0), ("a/n", 83.3))
    found = evidence({"park.backtest.rank": 0.11, "park.backtest.rank.calm": 0.05},
                     {"park-backtest": rows})
    assert CHECKS["park-coverage"].outcome(found).tests == {"a/m": True, "a/n": False}
    assert CHECKS["park-miss-rank"].outcome(found).tests == {"all": False, "calm": True}


def test_hosts_without_the_rows_for_comparison(evidence):
    rows = table(["key", "economy", "excess_low"], ("GE", "Georgia", 597.0),
                 ("PL", "Poland", -2135.0), ("RU", "Russia", -6354.0), ("park", "The park", None))
    found = CHECKS["park-hosts-rose"].outcome(evidence(exhibits={"park-hosts": rows}))
    assert (found.result, found.tests) == ("not Poland", {"GE": True, "PL": False})


def test_synthetic_control_of_services(evidence):
    rows = table(["key", "gap", "p", "n", "low", "high", "early"],
                 ("services/a", -30.0, 1 / 11, "11", -32.0, -25.0, 7.4),
                 ("services/b", -20.0, 1 / 25, "50", -31.0, -19.0, -11.3),
                 ("digital/a", -20.0, 0.5, "10", -31.0, -19.0, 30.0))
    found = evidence(exhibits={"park-synthetic": rows})
    tests = {name: CHECKS[f"park-services-{name}"].outcome(found).tests
             for name in ("lowest", "p", "one-donor-out", "false-date")}
    assert tests == {"lowest": {"a": True, "b": False}, "p": {"a": False, "b": True},
                     "one-donor-out": {"a": True, "b": False},
                     "false-date": {"a": True, "b": False}}
    assert CHECKS["park-digital-lowest"].outcome(found).tests == {"a": False}
    assert CHECKS["park-digital-false-date"].outcome(found).tests == {"a": False}


@pytest.mark.parametrize(("lower", "verdict"), [(0, "passes"), (1, "fails")])
def test_rank_of_digital_services_among_economies_of_like_size(evidence, lower, verdict):
    # one of 31 is 0.03, two of 31 are 0.06
    found = evidence({"park.dds.lower.like": lower, "park.dds.like": 30})
    assert CHECKS["park-digital-rank"].outcome(found).verdict == verdict


def test_digital_services_against_the_park(evidence):
    found = CHECKS["park-digital-fell"].outcome(evidence(
        {"park.dds.loss": 1072.0, "park.exports.loss": (1400.0, 1300.0, 1500.0)}))
    assert found.tests == {"fell": True, "as-much": False}


def test_breaks_with_a_lag_and_in_the_year_of_the_raid(evidence):
    rows = table(["key", "dates", "lagged"], ("services", "2022 to 2023", 0.001),
                 ("ict", "2008 to 2020", 0.2), ("pushes", "2020 Q4 to 2021 Q1", 0.03),
                 ("park", None, None))
    found = evidence(exhibits={"park-breaks": rows})
    assert CHECKS["park-breaks-lagged"].outcome(found).tests == {
        "services": True, "ict": False, "pushes": True}
    assert CHECKS["park-breaks-at-raid"].outcome(found).tests == {
        "services": False, "ict": True, "pushes": True}


@pytest.mark.parametrize(("check", "number", "fell", "rose"), [
    ("park-exports-fell", "park.exports.fall", (44.0, 41.0, 46.0), (1.0, -1.0, 3.0)),
    ("park-staff-fell", "park.staff.fall.counted", (20.0, 19.0, 25.0), (1.0, -1.0, 3.0)),
    ("park-value-added-fell", "park.gva.fall", (1500.0, 1457.0, 1599.0), (1.0, -1.0, 3.0)),
    ("park-pay-fell", "park.pay.real2023", (-11.3, -11.35, -11.25), (-1.0, -2.0, 0.1)),
    ("park-exports-fell-2021", "park.exports.growth2021", (-5.0, -6.0, -4.0),
     (17.0, 15.0, 19.0))])
def test_a_fall_is_one_at_both_ends(evidence, check, number, fell, rose):
    assert CHECKS[check].outcome(evidence({number: fell})).verdict == "passes"
    assert CHECKS[check].outcome(evidence({number: rose})).verdict == "fails"


@pytest.mark.parametrize(("fall", "verdict"), [(1515.0, "passes"), (1299.0, "fails")])
def test_all_services_against_the_park(evidence, fall, verdict):
    found = evidence({"park.services.fall": fall, "park.exports.loss": (1400.0, 1300.0, 1500.0)})
    assert CHECKS["park-services-fell"].outcome(found).verdict == verdict
