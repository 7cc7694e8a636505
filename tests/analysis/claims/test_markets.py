"""Rules on markets turn when the evidence does."""

import pytest

from analysis.claims import markets
from analysis.claims.verdict import Verdict

WORK = [{"market": "Asia", "before": 2.1, "after": 7.3, "change": 5.1},
        {"market": "Asia without India", "before": 0.9, "after": 2.0, "change": 1.1},
        {"market": "West", "before": 65.9, "after": 54.5, "change": -11.3}]


def word(rule, found):
    return Verdict("x", rule(found)).word


@pytest.mark.parametrize(("before", "after", "change", "expected"), [
    (65.9, 54.5, -11.3, "holds with a correction"), (84.0, 61.0, -23.0, "holds"),
    (65.9, 70.0, 4.1, "not supported")])
def test_west_share(evidence, before, after, change, expected):
    row = {"market": "West", "before": before, "after": after, "change": change}
    found = evidence({"pivot.west.share2018": (90.0, 85.0, 95.0),
                      "pivot.west.share2020": (90.0, 85.0, 95.0)}, {"pivot-definitions": [row]})
    assert word(markets.west_share, found) == expected


def test_over_90_percent_does_not_meet_80_to_90(evidence):
    row = {"market": "West", "before": 84.0, "after": 61.0, "change": -23.0}
    found = evidence({"pivot.west.share2018": (90.0, 90.0, 95.0),
                      "pivot.west.share2020": (90.0, 85.0, 95.0)}, {"pivot-definitions": [row]})
    checks = markets.west_share(found)
    assert [name for name, agree in checks.core.items() if not agree] == [
        "share reported for 2018"]
    assert word(markets.west_share, found) == "not supported"


def test_asia_share_is_corrected_by_another_definition(evidence):
    checks = markets.asia_share(evidence(exhibits={"pivot-definitions": WORK}))
    assert checks.core == {"Asia: share of work rose": True,
                           "Asia without India: share of work rose": True,
                           "Asia: near a tenth": True}
    assert checks.detail == {"Asia without India: near a tenth": False}


@pytest.mark.parametrize(("low", "eu", "expected"), [
    (-10.0, 29.7, "holds with a correction"), (3.0, 19.0, "holds")])
def test_asia_seeking(evidence, low, eu, expected):
    blocs = [{"bloc": "Asia", "before": 2.1, "after": 7.3},
             {"bloc": "European Union", "before": 18.1, "after": eu}]
    found = evidence({"pivot.flow.asia.times": 2.6}, {
        "pivot-blocs": blocs, "pivot-gravity": [{"bloc": "Asia", "market_span_low": low}]})
    assert word(markets.asia_seeking, found) == expected


@pytest.mark.parametrize(("change", "expected"), [(103.0, "holds"), (-5.0, "not supported")])
def test_connections(evidence, change, expected):
    found = evidence({"pivot.incoming.change": change, "pivot.incoming.hosts": 2.3,
                      "pivot.steady.kept": 6.0, "pivot.steady.base": 8.0,
                      "pivot.ties.matched.now": 68.0, "pivot.ties.matched": 41.0})
    assert word(markets.connections, found) == expected
