"""Checks on work in public, by hand on small made records."""

import pytest

from analysis.checks import CHECKS, work


def estimates(**columns):
    names = [name for pair in work.WEIGHTS.values() for name in pair]
    rows = [dict(zip(columns, row)) for row in zip(*columns.values())]
    return {"exodus-estimators": [{"key": name} | row for name, row in zip(names, rows)]}


def test_ratio_of_errors_alone_makes_the_ranks_mixed(evidence):
    found = CHECKS["exodus-ranks"].outcome(evidence({
        "exodus.pushers.mit.gap.p": 0.02, "exodus.pushers.mit.gap.p.ratio": 0.07,
        "exodus.curve.p": 0.02}))
    assert found.tests == {"gap": True, "ratio of errors": False, "curve": True}
    assert found.result == "p 0.020, 0.070, 0.020"


def test_leads_must_be_unremarkable(evidence):
    found = CHECKS["exodus-leads"].outcome(evidence({"exodus.study.leads.p": 0.66,
                                                     "exodus.study.leads.p.pushes": 0.04}))
    assert found.tests == {"people": True, "pushes": False}
    assert found.result == "p 0.040 to 0.66"


def test_one_donor_that_moves_an_estimate(evidence):
    rows = estimates(gap=(-60.0, -60.0), low=(-65.0, -72.0), high=(-58.0, -59.0))
    found = CHECKS["exodus-one-donor-out"].outcome(evidence(exhibits=rows))
    assert found.tests == {"penalised": True, "equal": False}
    assert found.result == "moves 5.0 to 12.0 points"


def test_estimators_and_a_false_date(evidence):
    rows = estimates(gap=(-60.0, -53.0), p_value=(0.022, 0.056), false_gap=(15.0, 1.0),
                     false_p_value=(0.1, 0.2))
    found = evidence(exhibits=rows)
    each = CHECKS["exodus-estimators"].outcome(found)
    assert list(each.tests.values()) == [True, False]
    assert list(each.elsewhere.values()) == [False, False]
    assert list(CHECKS["exodus-false-date"].outcome(found).tests.values()) == [False, True]


def test_chosen_weights_against_equal_ones_in_each_pool(evidence):
    found = CHECKS["exodus-held-out"].outcome(
        evidence(exhibits=estimates(held_out=(0.15, 0.20, 0.09, 0.08))))
    assert found.tests == {"all": True, "western": False}
    assert found.result == "0.15 against 0.20; 0.09 against 0.08"


def test_mixtures_and_mean(evidence):
    found = evidence({"exodus.fitset.low": -78.0, "exodus.fitset.high": 2.0,
                      "exodus.pushers.did": (-50.0, -65.0, -28.0),
                      "exodus.pushes.did": (-40.0, -73.0, 5.0), "exodus.pushers.all.p": 0.026})
    assert CHECKS["exodus-mixtures"].outcome(found).tests == {"low": True, "high": False}
    assert CHECKS["exodus-average"].outcome(found).tests == {
        "people": True, "pushes": False, "people, rank": True}


def test_each_year_and_not_the_false_start_or_the_last_quarters(evidence):
    rows = [{"key": key, "mit_p": p} for key, p in (
        ("false-start", 0.5), ("2022", 0.13), ("2023", 0.026), ("last", 0.5))]
    found = CHECKS["exodus-each-year"].outcome(evidence(exhibits={"exodus-years": rows}))
    assert found.tests == {"2022": False, "2023": True}
    assert found.elsewhere == {"false-start": False}


@pytest.mark.parametrize(("breakdown", "verdict"), [(0.66, "fails"), (1.0, "passes")])
def test_trends_that_fail_as_before(evidence, breakdown, verdict):
    found = CHECKS["exodus-trends"].outcome(evidence({"exodus.breakdown": breakdown}))
    assert found.verdict == verdict


def test_curve_by_specification_choice_and_number(evidence):
    curve = [{"key": key, "estimate": estimate} for key, estimate in (
        ("t/a/e", -66.0), ("t/a/f", -66.0), ("t/b/e", -54.0), ("t/b/f", 1.0))]
    found = evidence({"exodus.curve.median": -60.0, "exodus.curve.n": 8.0,
                      "exodus.curve2022.negative": 62.5,
                      "exodus.curve2022.median": (-4.0, -32.0, 58.0)}, {"exodus-curve": curve})
    assert list(CHECKS["exodus-curve-sign"].outcome(found).tests.values()) == [
        True, True, True, False]
    # medians: t -60, a -66, b -26.5, e -60, f -32.5
    assert CHECKS["exodus-curve-size"].outcome(found).tests == {
        "t": True, "a": True, "b": False, "e": True, "f": False}
    by_number = CHECKS["exodus-curve-2022"].outcome(found)
    assert (by_number.agree, by_number.of) == (5, 8)  # 62.5% of 8


@pytest.mark.parametrize(("above", "verdict"), [(1, "fails"), (2, "passes")])
def test_hosts_beyond_chance(evidence, above, verdict):
    # One in twenty of 23 hosts is 1.15.
    rows = [{"last_low": 1.0 if place < above else -1.0} for place in range(23)]
    found = CHECKS["exodus-hosts-beyond-chance"].outcome(evidence(exhibits={"exodus-hosts": rows}))
    assert found.verdict == verdict


@pytest.mark.parametrize(("equal", "verdict"), [(3200.0, "passes"), (-100.0, "fails")])
def test_gain_of_hosts_has_one_sign(evidence, equal, verdict):
    found = CHECKS["exodus-hosts-one-sign"].outcome(evidence({
        "exodus.hosts.small": 5300.0, "exodus.hosts.small.equal": equal}))
    assert found.verdict == verdict


@pytest.mark.parametrize(("check", "numbers", "verdict"), [
    ("exodus-pushes-fell", {"exodus.pushes.change": -29.0}, "passes"),
    ("exodus-pushes-fell", {"exodus.pushes.change": 2.0}, "fails"),
    ("exodus-pushes-fell-after-election", {"exodus.election.effect": (-7.0, -34.0, 32.0)},
     "fails"),
    ("exodus-pushes-fell-after-election", {"exodus.election.effect": (-7.0, -12.0, -2.0)},
     "passes"),
    ("exodus-pushes-fell-2022", {"exodus.curve2022.negative": 95.0, "exodus.curve2022.p": 0.05},
     "passes"),
    ("exodus-pushes-fell-2022", {"exodus.curve2022.negative": 98.0, "exodus.curve2022.p": 0.08},
     "mixed"),
    ("exodus-pushes-fell-2022", {"exodus.curve2022.negative": 64.0, "exodus.curve2022.p": 0.4},
     "fails")])
def test_pushes(evidence, check, numbers, verdict):
    assert CHECKS[check].outcome(evidence(numbers)).verdict == verdict
