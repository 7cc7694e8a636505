"""Checks on markets turn when the evidence does; expected values by hand."""

import pytest

from analysis.checks import CHECKS
from analysis.checks.markets import LEADING
from analysis.measures.market_definitions import DEFINITIONS

SAID = {"park.exports.share.west-2021-newsreport2025": (80, 90),
        "park.exports.share.west-2024-newsreport2025": (60, "about"),
        "park.exports.share.asia-2024-newsreport2025": (10, "about")}


def drawn(**changed):
    """Every definition, Asia from 2 to 7 and the West from 66 to 54 unless said otherwise."""
    rows = []
    for key in DEFINITIONS:
        usual = (2.0, 7.0) if key.startswith("asia") else (66.0, 54.0)
        before, after = changed.get(key.replace("-", "_"), usual)
        rows.append({"key": key, "before": before, "after": after, "change": after - before})
    return {"pivot-definitions": rows}


def test_replacement_by_each_reading_of_the_years(evidence):
    rows = [{"key": reading, "asia_replaced_high": most,
             "rest_replaced_low": low, "rest_replaced_high": 60.0}
            for reading, most, low in (("a", 49.0, -20.0), ("b", 56.0, 1.0))]
    found = evidence(exhibits={"pivot-years": rows})
    assert CHECKS["pivot-asia-little"].outcome(found).tests == {"a": True, "b": False}
    rest = CHECKS["pivot-rest-gained"].outcome(found)
    assert (list(rest.tests.values()), rest.result) == ([False, True], "bounds −20 to 60%")


def test_tests_of_a_definition_are_named_after_its_market(evidence):
    found = CHECKS["pivot-definitions"].outcome(
        evidence(exhibits=drawn(asia_no_india=(2.0, 1.0), west_no_union=(48.0, 50.0))))
    assert sum(name.startswith("asia") for name in found.tests) == 6
    assert sum(name.startswith("west") for name in found.tests) == 5
    assert [name for name, agrees in found.tests.items() if not agrees] == [
        "asia-no-india", "west-no-union"]
    assert found.result == "Asia −1.0 to 5.0, West −12.0 to 2.0 points"


def test_definition_that_is_new_is_not_left_out_in_silence(evidence):
    rows = drawn()["pivot-definitions"] + [
        {"key": "asia-and-egypt", "before": 2.0, "after": 1.0, "change": -1.0}]
    found = CHECKS["pivot-definitions"].outcome(evidence(exhibits={"pivot-definitions": rows}))
    assert found.tests["asia-and-egypt"] is False


def test_suppression_that_could_undo_a_change(evidence):
    rows = [{"key": bloc, "before_span_low": 10.0, "before_span_high": 12.0,
             "after_span_low": low, "after_span_high": 20.0}
            for bloc, low in zip([*LEADING, "rest"], (13.0, 13.0, 13.0, 11.0, 1.0))]
    found = CHECKS["pivot-suppression"].outcome(evidence(exhibits={"pivot-blocs": rows}))
    assert (found.agree, found.of) == (3, 4)


def test_reported_shares_of_the_west_against_what_is_said(evidence):
    found = CHECKS["pivot-west-before"].outcome(evidence(
        {"pivot.west.share2018": (90.0, 90.0, 95.0), "pivot.west.share2020": (90.0, 85.0, 95.0)},
        published=SAID))
    # Over 90 and 80 to 90 have nothing in common but the end of both.
    assert found.tests == {"2018": False, "2020": True}


@pytest.mark.parametrize(("shares", "tests"), [
    ((66.0, 54.0), (False, False)), ((84.0, 61.0), (True, True)), ((80.0, 66.0), (True, False))])
def test_level_of_the_west(evidence, shares, tests):
    # "About 60" is 55 to 65: half a digit either way.
    found = CHECKS["pivot-west-level"].outcome(evidence(exhibits=drawn(west=shares),
                                                        published=SAID))
    assert found.tests == dict(zip(("before", "now"), tests))


def test_level_of_asia_by_each_definition(evidence):
    found = CHECKS["pivot-asia-level"].outcome(
        evidence(exhibits=drawn(asia_no_india=(1.0, 1.9), asia_united_nations=(5.0, 15.1)),
                 published=SAID))
    assert [name for name, agrees in found.tests.items() if not agrees] == [
        "asia-no-india", "asia-united-nations"]


@pytest.mark.parametrize(("eu", "largest"), [(29.7, "fails"), (19.0, "passes")])
def test_asia_grew_and_perhaps_most(evidence, eu, largest):
    rows = [{"key": "asia", "bloc": "Asia", "before": 2.1, "after": 7.3},
            {"key": "eu", "bloc": "European Union", "before": 18.1, "after": eu}]
    found = evidence({"pivot.flow.asia.times": 0.9}, {"pivot-blocs": rows})
    assert CHECKS["pivot-asia-grew"].outcome(found).tests == {"flow": False, "share": True}
    assert CHECKS["pivot-asia-most"].outcome(found).verdict == largest


def test_american_loss_made_good_by_year(evidence):
    rows = [{"key": "2020", "gains": 300.0, "net": 300.0}, {"key": "2022", "gains": 64, "net": 21},
            {"key": "2023", "gains": 143.0, "net": 109.0}, {"key": "last", "gains": 100, "net": 6}]
    found = CHECKS["pivot-made-good"].outcome(evidence(exhibits={"pivot-yearly": rows}))
    assert [name for name, good in found.tests.items() if good] == [
        "2023/gains", "2023/net", "last/gains"]
