"""Checks on published figures turn when these do; expected values by hand."""

import pytest

from analysis.checks import CHECKS

SERVICES = [{"key": "2021", "computed_low": 30.5, "computed_high": 31.5, "stated_low": 30.0,
             "stated_high": 35.0, "agree": True},
            {"key": "2023", "computed_low": 19.9, "computed_high": 21.0, "stated_low": 30.8,
             "stated_high": 35.8, "agree": False},
            {"key": "2024", "computed_low": None, "computed_high": None, "stated_low": 17.5,
             "stated_high": 22.5, "agree": None}]
GROWTH = [{"key": "2018", "said_low": 37.5, "implied_low": 38.1, "agree": True},
          {"key": "2019", "said_low": None, "implied_low": 53.0, "agree": None},
          {"key": "2020", "said_low": 24.5, "implied_low": None, "agree": None}]


def test_differences_that_stay_open(evidence):
    rows = [{"key": "open/staff"}, {"key": "settled/exports"}]
    found = CHECKS["park-conflicts"].outcome(evidence(exhibits={"park-conflicts": rows}))
    assert (found.result, found.tests) == (
        "1 stay open", {"open/staff": False, "settled/exports": True})


def test_statements_are_named_so_that_claims_can_take_theirs(evidence):
    rows = [{"key": "exports-fall", "agree": True, "agree_tight": False},
            {"key": "staff-level", "agree": True, "agree_tight": True}]
    found = evidence(exhibits={"park-statements": rows})
    assert CHECKS["park-statements"].outcome(found).tests == {"exports-fall": True,
                                                              "staff-level": True}
    assert CHECKS["park-statements-strictly"].outcome(found).tests == {"exports-fall": False,
                                                                       "staff-level": True}


@pytest.mark.parametrize(("low", "grown", "counted"), [
    (74.0, "passes", "passes"), (76.0, "passes", "mixed"), (84.0, "mixed", "mixed")])
def test_base_of_each_reading_against_headcounts(evidence, low, grown, counted):
    rows = [{"key": "counted", "low": 70.0, "high": 75.0},
            {"key": "grown", "low": 70.0, "high": 83.0},
            {"key": "loose", "low": 74.5, "high": 81.0}, {"key": "tight", "low": low, "high": 85}]
    found = evidence(exhibits={"park-readings": rows})
    assert CHECKS["park-base"].outcome(found).verdict == grown
    assert CHECKS["park-base"].outcome(found).of == 2
    assert CHECKS["park-base-counted"].outcome(found).verdict == counted


def test_statements_hold_where_they_leave_a_base(evidence):
    rows = [{"key": "all", "base_low": 77_000.0}, {"key": "all-no-growth", "base_low": None},
            {"key": "strict", "base_low": None}]
    found = evidence(exhibits={"park-together": rows})
    verdicts = {name: CHECKS[f"park-staff-{name}"].outcome(found).verdict
                for name in ("together", "no-growth", "strictly")}
    assert verdicts == {"together": "passes", "no-growth": "fails", "strictly": "fails"}


def test_stated_shares_of_services_by_year(evidence):
    found = evidence(exhibits={"park-services": SERVICES})
    share = CHECKS["park-services-share"].outcome(found)
    assert (share.result, share.tests) == ("apart in 2023", {"2021": True, "2023": False})
    assert CHECKS["park-fifth-of-services"].outcome(found).verdict == "passes"
    moved = [*SERVICES[:2], SERVICES[2] | {"stated_low": 22.0}]
    assert CHECKS["park-fifth-of-services"].outcome(
        evidence(exhibits={"park-services": moved})).verdict == "fails"


@pytest.mark.parametrize(("next_year", "verdict"), [(15.0, "fails"), (-5.0, "passes")])
def test_growth_until_2020_and_not_after(evidence, next_year, verdict):
    rows = [*GROWTH, {"key": "2021", "said_low": None, "implied_low": next_year, "agree": None}]
    found = evidence(exhibits={"park-growth": rows})
    assert CHECKS["park-growth-to-2020"].outcome(found).tests == {"2018": True, "2019": True,
                                                                  "2020": True}
    assert CHECKS["park-no-growth-2021"].outcome(found).verdict == verdict
    assert CHECKS["park-growth"].outcome(found).tests == {"2018": True}


def test_a_year_without_growth(evidence):
    rows = [GROWTH[0], GROWTH[1] | {"implied_low": -1.0}]
    found = CHECKS["park-growth-to-2020"].outcome(evidence(exhibits={"park-growth": rows}))
    assert found.tests == {"2018": True, "2019": False}


@pytest.mark.parametrize(("gdp", "exports", "tests"), [
    (8.3, 30.5, (True, True)), (4.9, 30.5, (False, True)), (5.0, 24.9, (True, False))])
def test_cornerstone(evidence, gdp, exports, tests):
    found = CHECKS["park-cornerstone"].outcome(
        evidence({"park.gdpshare.spring": gdp},
                 {"park-services": [SERVICES[0] | {"computed_low": exports}]}))
    assert found.tests == dict(zip(("gdp", "services-exports"), tests))


def test_companies_are_counted_against_what_is_said(evidence):
    counts = {f"park.residents-{name}": count for name, count in {
        "2021-03-ahk2021": 1021, "2023-09-22-wikipedia2023": 1000, "2024-luzgina2024": 1000,
        "2025-planb2025": 900, "2025-09-22-kompyuternyevesti2025": 1050}.items()}
    said = "park.residents-2025-02-newsreport2025"
    found = CHECKS["park-residents"].outcome(evidence(published=counts | {said: (1000, "over")}))
    assert found.tests == {"2021": True, "2023": True, "2024": True, "2025": False,
                           "2025-09": True}
    fewer = CHECKS["park-residents"].outcome(evidence(published=counts | {said: (900, "over")}))
    assert fewer.verdict == "passes"


@pytest.mark.parametrize(("said", "verdict"), [(3200.0, "passes"), (2900.0, "fails")])
def test_exports_of_2021_as_said_and_as_reported_by_the_park(evidence, said, verdict):
    found = evidence({"park.exports.2021": (3200.0, 3150.0, 3250.0)},
                     published={"park.exports-2021-newsreport2025": said})
    assert CHECKS["park-own-result-2021"].outcome(found).verdict == verdict


@pytest.mark.parametrize(("low", "verdict"), [(2250.0, "passes"), (2560.0, "fails")])
def test_mean_of_five_years(evidence, low, verdict):
    found = evidence({"park.exports.mean": (2600.0, low, 2750.0),
                      "park.exports.mean.earlier": (2525.0, 2493.0, 2557.0)})
    assert CHECKS["park-mean-exports"].outcome(found).verdict == verdict


@pytest.mark.parametrize(("sold", "said", "tests"), [
    (1800.0, -45, (True, True)),  # a fall of 43.75%
    (1700.0, -45, (False, True)),  # 46.9%
    (1900.0, -45, (True, False)),  # 40.6%
    (1800.0, -40, (False, False))])
def test_printed_levels_round_to_the_fall_that_is_said_and_stay_below(evidence, sold, said, tests):
    found = CHECKS["park-printed-fall"].outcome(evidence(
        {"park.exports.2021": 3200.0, "park.exports.2023": sold},
        published={"park.exports.change-2021to2023-newsreport2025": (said, "nearly")}))
    assert found.tests == dict(zip(("short-of-it", "rounds-to-it"), tests))
