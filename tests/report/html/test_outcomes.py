"""Sentence on the last verification."""

from dataclasses import replace

from report.html.outcomes import Verification

DONE = Verification(frozenset({"a", "b"}), {"b": "DRIFT"}, "version 1, Python 3.12", True)


def test_outcome_is_that_of_the_rerun():
    assert DONE.of("a").startswith("Last verification: PASS")
    assert DONE.of("b").startswith("Last verification: DRIFT")
    assert DONE.of("c") == "Not verified yet."


def test_an_earlier_record_is_said_to_be_one():
    assert "earlier record" in replace(DONE, is_of_record=False).of("a")
