"""Verdicts of checks; expected ones by hand, on small made records."""

import pytest

from analysis import robustness
from analysis.robustness.rules import Check, Outcome, counted, judged, span


@pytest.mark.parametrize(("agree", "of", "verdict"), [
    (3, 3, "passes"), (1, 3, "mixed"), (0, 3, "fails"), (1, 1, "passes"), (0, 1, "fails")])
def test_verdict(agree, of, verdict):
    assert Outcome("", agree, of).verdict == verdict


@pytest.mark.parametrize(("agree", "of"), [(0, 0), (2, 1), (-1, 3)])
def test_a_check_without_tests_is_refused(agree, of):
    with pytest.raises(ValueError, match="cannot agree"):
        Outcome("", agree, of)


def test_counted_and_span():
    assert counted("x", [True, False, True]) == Outcome("x", 2, 3)
    assert span([3.2, -1.4]) == "−1 to 3"


def test_judged_names_chapter_and_exhibit(evidence):
    check = Check("p is small", "tab-park-x",
                  lambda r: counted("p", [r.value("a.p") <= 0.05]))
    row = judged([check], evidence({"a.p": 0.2})).iloc[0]
    assert row.to_dict() == {"chapter": "Park", "asks": "p is small", "result": "p",
                             "agree": "0 of 1", "verdict": "fails",
                             "shown": "{numref}`tab-park-x`"}


def test_each_check_asks_for_something_of_its_own():
    said = [(check.asks, check.exhibit) for check in robustness.CHECKS]
    assert len(set(said)) == len(said)
    assert all(check.judge.__doc__ for check in robustness.CHECKS)
