"""Checks on recorded work by partner, by hand on small made records."""

import pytest

from analysis.checks import CHECKS
from analysis.checks.collaboration import ASIA, RUSSIA, US


def table(columns, *rows):
    return [dict(zip(columns, row)) for row in rows]


def test_breaks_by_each_set_of_regressors(evidence):
    rows = table(["key", "p", "lag", "trend"], ("all", 0.001, 0.28, 0.007),
                 ("asia", 0.05, 0.01, 0.17))
    found = evidence(exhibits={"pivot-breaks": rows})
    assert [CHECKS[check].outcome(found).agree
            for check in ("pivot-step", "pivot-step-lag", "pivot-step-trend")] == [2, 1, 1]


def test_paths_of_2020(evidence):
    found = CHECKS["pivot-paths-before"].outcome(evidence({"pivot.paths.pre.least": 0.1}))
    assert (found.result, found.verdict) == ("least share 0.10", "fails")


def effects(bloc, **changes):
    """Rows of the coefficient plot: estimate, low, high, p by treatment."""
    return [{"key": f"{bloc}/{name.replace('_', '-')}", "bloc": bloc, "change": change, "low": low,
             "high": high, "p": p} for name, (change, low, high, p) in changes.items()]


def test_american_ties_count_by_placebo_interval(evidence):
    rows = effects(US, missing=(-66, -89, 5, .15), donors_only=(-66, -86, -16, .06),
                   shift=(-70, -80, -60, .01))
    found = CHECKS["pivot-us-apart"].outcome(evidence(exhibits={"pivot-treatments": rows}))
    assert found.tests == {"missing": False, "donors-only": True}


def test_relative_rises_under_each_treatment(evidence):
    rows = [*effects("eu", shift=(159, 14, 490, .06), shift_zero=(112, -24, 492, .13)),
            *effects(ASIA, shift=(276, 131, 513, .03), missing=(9, 1, 20, .5))]
    found = CHECKS["pivot-relative-apart"].outcome(evidence(exhibits={"pivot-treatments": rows}))
    assert found.tests == {"eu/shift": True, "eu/shift-zero": False, "asia/shift": True}


@pytest.mark.parametrize(("check", "bloc"), [
    ("pivot-us-treated", US), ("pivot-russia-treated", RUSSIA), ("pivot-asia-treated", ASIA)])
def test_treatments_of_suppressed_flows(evidence, check, bloc):
    sign = 1 if bloc == ASIA else -1
    rows = effects(bloc, missing=(sign * 5.0, -9, 9, 1), zero=(sign * 11.0, -9, 9, 1),
                   bound=(-sign * 14.0, -9, 9, 1), since_2021=(-sign * 1.0, -9, 9, 1))
    found = CHECKS[check].outcome(evidence(exhibits={"pivot-treatments": rows}))
    assert found.tests == {"missing": True, "zero": True, "bound": False}


def test_choices_of_date_and_sample(evidence):
    rows = [*effects(US, missing=(-65.0, 0, 0, 1), up_to_2023=(-49.0, 0, 0, 1)),
            *effects(ASIA, missing=(5.0, 0, 0, 1), up_to_2023=(-22.0, 0, 0, 1))]
    found = evidence(exhibits={"pivot-treatments": rows})
    for check in ("pivot-us-choices", "pivot-asia-choices"):
        assert CHECKS[check].outcome(found).tests == {"missing": True, "up-to-2023": False}


def test_ranks_among_senders(evidence):
    rows = [*effects(US, missing=(0, 0, 0, .01)), *effects(RUSSIA, missing=(0, 0, 0, .8)),
            *effects(ASIA, missing=(0, 0, 0, .05), zero=(0, 0, 0, .9))]
    found = evidence({"pivot.ranks.us.below": 0.03, "pivot.ranks.us.p": 0.15},
                     {"pivot-treatments": rows})
    own = CHECKS["pivot-us-rare"].outcome(found)
    assert (own.result, own.tests) == ("p 0.030 and 0.15", {"one-sided": True, "two-sided": False})
    assert CHECKS["pivot-others-rare"].outcome(found).tests == {RUSSIA: False, ASIA: True}


def test_interval_that_holds_nought_is_not_belaruss_own(evidence):
    rows = table(["key", "near_span_low", "near_span_high", "wide_span_low", "wide_span_high"],
                 (US, -2.0, 0.5, -1.5, -0.1), (ASIA, -1.0, 1.0, 0.2, 2.0))
    found = evidence(exhibits={"pivot-own": rows})
    assert CHECKS["pivot-us-own"].outcome(found).tests == {
        "united_states/near": False, "united_states/wide": True}
    others = CHECKS["pivot-others-own"].outcome(found)
    assert (others.agree, others.of, others.result) == (1, 2, "intervals within −1.0 to 2.0")


def test_incoming_work_beside_yardsticks(evidence):
    rows = table(["key", "change"], ("BY", 103.0), ("UA", 63.0), ("RU", 106.0))
    found = CHECKS["pivot-incoming-most"].outcome(evidence(exhibits={"pivot-yardsticks": rows}))
    assert (found.result, found.tests) == ("103% against 63 and 106%",
                                           {"UA": True, "RU": False})


PEERS = table(["key", "change", "base", "kept", "matched", "matched_now"],
              ("BY", 103.0, 8, 6, 41.0, 68.0), ("UA", 63.0, 28, 26, 55.0, 59.0),
              ("RU", -6.0, 37, 10, 62.0, 57.0))


@pytest.mark.parametrize(("kept", "agree", "most"), [(6.0, 6, "passes"), (4.0, 4, "fails")])
def test_steady_senders(evidence, kept, agree, most):
    found = evidence({"pivot.steady.kept": kept, "pivot.steady.base": 8.0},
                     {"pivot-yardsticks": PEERS})
    every = CHECKS["pivot-steady"].outcome(found)
    assert (every.agree, every.of, every.result) == (agree, 8, f"{agree} of 8 senders")
    found = CHECKS["pivot-steady-most"].outcome(found)
    assert (found.verdict, found.elsewhere) == (most, {"UA": True, "RU": False})


@pytest.mark.parametrize(("low", "verdict"), [(-10.0, "fails"), (3.0, "passes")])
def test_asia_against_other_senders(evidence, low, verdict):
    rows = effects(ASIA, missing=(9.0, low, 40.0, 1)) + effects(US, missing=(1, 1, 2, 1))
    found = CHECKS["pivot-asia-against-senders"].outcome(
        evidence(exhibits={"pivot-treatments": rows}))
    assert found.verdict == verdict


def test_incoming_and_mutual_work(evidence):
    found = evidence({"pivot.incoming.change": -5.0, "pivot.incoming.hosts": 2.3,
                      "pivot.ties.matched": 41.0, "pivot.ties.matched.now": 68.0},
                     {"pivot-yardsticks": PEERS})
    grew, mutual = (CHECKS[f"pivot-{name}"].outcome(found) for name in ("incoming-grew", "mutual"))
    assert (grew.tests, grew.elsewhere) == ({"all": False, "hosts": True},
                                            {"UA": True, "RU": False})
    assert (mutual.verdict, mutual.elsewhere) == ("passes", {"UA": True, "RU": False})
