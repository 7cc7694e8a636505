"""Checks on losses, by hand on small made records."""

import pytest

from analysis.checks import CHECKS, printed


def table(columns, *rows):
    return [dict(zip(columns, row)) for row in rows]


def test_share_of_people_across_one_half(evidence):
    rows = table(["period", "basis", "share_low", "share_high", "strict_low", "strict_high"],
                 (printed.FALL, "a", 12, 42, 24, 30), (printed.FALL, "b", 41, 60, 48, 49),
                 (printed.RISE, "a", 70, 80, None, None))
    found = evidence(exhibits={"park-channel": rows})
    half = CHECKS["park-people-half"].outcome(found)
    assert (half.result, half.tests) == ("people 12 to 60% of the fall", {"a": True, "b": False})
    assert CHECKS["park-people-half-strictly"].outcome(found).verdict == "passes"


@pytest.mark.parametrize(("low", "verdict"), [(1608.0, "passes"), (2040.0, "fails")])
def test_two_ways_to_split_the_rise(evidence, low, verdict):
    rows = table(["period", "basis", "factor_low", "factor_high"],
                 (printed.RISE, printed.STEPS, 1441.0, 2035.0),
                 (printed.RISE, printed.ENDS, low, 2100.0), (printed.FALL, "a", -5.0, -1.0))
    found = CHECKS["park-split-path"].outcome(evidence(exhibits={"park-channel": rows}))
    assert found.verdict == verdict


def test_loss_by_each_model_against_no_growth(evidence):
    rows = table(["base", "model", "two_low", "two_high"], ("Trend", "a", 1.9, 9.0),
                 ("Trend", "b", 2.1, 9.0), (printed.NO_GROWTH, "Level", 1.8, 2.0))
    found = CHECKS["park-above-floor"].outcome(evidence(exhibits={"park-shortfall": rows}))
    assert found.tests == {"Trend, a": False, "Trend, b": True}


@pytest.mark.parametrize(("level", "verdict"), [(6.1, "passes"), (5.2, "fails")])
def test_printed_level_of_2019(evidence, level, verdict):
    found = evidence({"park.shortfall.walk.derived": 6.7, "park.shortfall.walk.printed": level})
    assert CHECKS["park-level-2019"].outcome(found).verdict == verdict


def test_coverage_and_rank(evidence):
    rows = table(["series", "model", "inside95"], ("a", "m", 90.0), ("a", "n", 83.3))
    found = evidence({"park.backtest.rank": 0.11, "park.backtest.rank.calm": 0.05},
                     {"park-backtest": rows})
    assert CHECKS["park-coverage"].outcome(found).tests == {"a, m": True, "a, n": False}
    assert CHECKS["park-miss-rank"].outcome(found).tests == {"all": False, "calm": True}


def test_hosts_without_the_rows_for_comparison(evidence):
    rows = table(["economy", "excess_low"], ("Georgia", 597.0), ("Poland", -2135.0),
                 ("Russia", -6354.0), ("The park", None))
    found = CHECKS["park-hosts-rose"].outcome(evidence(exhibits={"park-hosts": rows}))
    assert (found.result, found.tests) == ("not Poland", {"Georgia": True, "Poland": False})


def test_synthetic_control_of_services(evidence):
    rows = table(["specification", "gap", "p", "n", "low", "high", "early"],
                 ("a", -30.0, 1 / 11, "11", -32.0, -25.0, 7.4),
                 ("b", -20.0, 1 / 25, "50", -31.0, -19.0, -11.3))
    found = evidence(exhibits={"park-synthetic": rows})
    tests = {name: list(CHECKS[f"park-services-{name}"].outcome(found).tests.values())
             for name in ("lowest", "p", "one-donor-out", "false-date")}
    assert tests == {"lowest": [True, False], "p": [False, True], "one-donor-out": [True, False],
                     "false-date": [True, False]}


def test_breaks_with_a_lag_and_in_the_year_of_the_raid(evidence):
    rows = table(["series", "dates", "lagged"], ("services", "2022 to 2023", 0.001),
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
