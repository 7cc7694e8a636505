"""Rules on the park turn when the evidence does."""

import pytest

from analysis.claims import park
from analysis.claims.verdict import Verdict


def word(rule, found):
    return Verdict("x", rule(found)).word


def statements(**agree):
    rows = [{"statement": "Exports down nearly 45%, percent"},
            {"statement": "Over 56,000 staff in February 2025"}]
    return {"park-statements": [row | {"agree": True, "agree_tight": True} | agree
                                for row in rows]}


@pytest.mark.parametrize(("sold", "expected"), [(1800.0, "holds"), (1700.0, "not supported")])
def test_exports_fall_rounds_to_45_and_stays_below(evidence, sold, expected):
    found = evidence({"park.exports.2021": 3200.0, "park.exports.2023": sold}, statements())
    assert word(park.exports_fall, found) == expected


def test_staff_level_is_corrected_by_the_strict_reading(evidence):
    found = evidence(exhibits=statements(agree_tight=False))
    assert word(park.staff_level, found) == "holds with a correction"


@pytest.mark.parametrize(("low", "expected"), [(74.0, "holds"), (76.0, "not supported")])
def test_staff_fall_holds_each_reading_against_the_highest_headcount(evidence, low, expected):
    rows = [{"label": "counted", "low": 70.0, "high": 75.0},
            {"label": "loose", "low": 74.5, "high": 81.0}, {"label": "strict", "low": low,
                                                            "high": 81.0}]
    found = evidence({"park.staff.fall.counted": (20.0, 19.0, 25.0)}, {"park-readings": rows})
    assert word(park.staff_fall, found) == expected


@pytest.mark.parametrize(("next_year", "expected"), [(15.0, "holds with a correction"),
                                                     (-5.0, "holds")])
def test_growth_until_2020(evidence, next_year, expected):
    rows = [{"year": "2019", "said_low": None, "implied_low": 53.0},
            {"year": "2020", "said_low": 24.5, "implied_low": None},
            {"year": "2021", "said_low": None, "implied_low": next_year}]
    found = evidence({"park.exports.growth2021": (next_year, next_year, next_year)},
                     {"park-growth": rows})
    assert word(park.growth_until_2020, found) == expected


def test_exports_2023_is_corrected_by_the_third(evidence):
    shares = [{"year": "2023", "computed_low": 19.9, "computed_high": 21.0, "stated_low": 30.8,
               "stated_high": 35.8, "agree": False},
              {"year": "2024", "computed_low": None, "computed_high": None, "stated_low": 17.5,
               "stated_high": 22.5, "agree": None}]
    found = evidence({"park.services.fall": 1515.0, "park.exports.loss": (1400.0, 1300.0, 1500.0),
                      "park.exports.mean": (2500.0, 2250.0, 2750.0),
                      "park.exports.mean.earlier": (2525.0, 2493.0, 2557.0)},
                     {"park-services": shares})
    assert word(park.exports_2023, found) == "holds with a correction"


@pytest.mark.parametrize(("level", "expected"), [(3200.0, "holds"), (2700.0, "not supported")])
def test_exports_2021(evidence, level, expected):
    found = evidence({"park.exports.2021": (level, level - 50, level + 50)},
                     {"park-services": [{"year": "2021", "agree": True}]})
    assert word(park.exports_2021, found) == expected


def test_crisis_needs_every_measure(evidence):
    numbers = {"park.exports.fall": (44.0, 41.0, 46.0), "exodus.pushes.change": -29.0,
               "park.staff.fall.counted": (20.0, 19.0, 25.0), "exodus.sectionj.net2022": -17e3,
               "park.gva.fall": (1500.0, 1457.0, 1599.0),
               "park.pay.real2023": (-11.3, -11.35, -11.25)}
    assert word(park.crisis, evidence(numbers)) == "holds"
    assert word(park.crisis, evidence(numbers | {"exodus.pushes.change": 2.0})) == "not supported"


@pytest.mark.parametrize(("share", "expected"), [(8.3, "holds"), (4.0, "not supported")])
def test_cornerstone(evidence, share, expected):
    found = evidence({"park.gdpshare.spring": share},
                     {"park-services": [{"year": "2021", "computed_low": 30.5}]})
    assert word(park.cornerstone, found) == expected


def test_residents_and_tax_terms(evidence):
    counts = {f"park.residents-{name}": count for name, count in {
        "2021-03-ahk2021": 1021, "2023-09-22-wikipedia2023": 1000, "2024-luzgina2024": 1000,
        "2025-planb2025": 1067, "2025-09-22-kompyuternyevesti2025": 1050}.items()}
    assert word(park.residents, evidence(published=counts)) == "holds"
    few = counts | {"park.residents-2025-planb2025": 900}
    assert word(park.residents, evidence(published=few)) == "not supported"
    events = {"2017-12-21-decree-no-8-on": "2017-12-21",
              "2021-01-01-income-tax-of-park": "2021-01-01",
              "2025-02-07-afp-publishes-its-report": "2025-02-07"}
    assert word(park.tax_terms, evidence(events=events)) == "holds with a correction"
