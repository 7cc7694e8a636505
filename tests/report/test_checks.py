"""Checks, their outcomes and the table of them; expected values by hand."""

import json

import numpy as np
import pandas as pd
import pytest

from report.checks import Check, Outcome, by_count, by_row, listing, moves, registry, span


def small(e):
    return Outcome(result="p", tests={"one": e.value("a.p") <= 0.05, "other": e.value("a.q") < 1})


def check(**changes):
    given = {"id": "a-small", "asks": "p is small", "exhibit": "tab-park-x", "test": small,
             "fails_if": "p is large"}
    return Check(**given | changes)


@pytest.mark.parametrize(("tests", "agree", "verdict"), [
    ([True, True, True], 3, "passes"), ([True, False, False], 1, "mixed"),
    ([False, False], 0, "fails"), ([True], 1, "passes"), ([False], 0, "fails")])
def test_verdict_of_an_outcome(tests, agree, verdict):
    found = Outcome(result="", tests=dict(enumerate(tests)))
    assert (found.agree, found.of, found.verdict) == (agree, len(tests), verdict)


def test_outcome_without_tests_is_refused():
    with pytest.raises(ValueError, match="no test stands behind the result 'none'"):
        Outcome(result="none", tests={})


def test_tests_are_plain_booleans():
    found = Outcome(result="", tests={"a": np.bool_(True), "b": np.bool_(False)})
    assert json.dumps(found.tests) == '{"a": true, "b": false}'


def test_outcome_says_what_it_rests_on(evidence):
    found = check().outcome(evidence({"a.p": 0.2, "a.q": 0.5, "a.r": 0.1}))
    assert (found.tests, found.rests_on) == ({"one": False, "other": True}, ("a.p", "a.q"))


def test_check_that_reads_what_no_chapter_recorded_is_named(evidence):
    with pytest.raises(LookupError, match="check 'a-small': it rests on 'a.q', which no chapter"):
        check().outcome(evidence({"a.p": 0.2}))


def test_registry_keeps_the_order_and_refuses_a_second_of_one_name():
    one, two = check(), check(id="a-two")
    assert list(registry([two], [one])) == ["a-two", "a-small"]
    with pytest.raises(ValueError, match="'a-small' stands twice"):
        registry([one], [two, one])


def test_tests_by_row_are_named_by_its_columns():
    rows = pd.DataFrame({"years": [2020, 2020], "reading": ["loose", "strict"], "x": [1, 2]})
    assert by_row(rows, ["years", "reading"], rows["x"] > 1) == {
        "2020, loose": False, "2020, strict": True}
    assert by_row(rows, "reading", [True, True]) == {"loose": True, "strict": True}


def test_rows_that_cannot_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="years do not tell the rows apart"):
        by_row(pd.DataFrame({"years": [2020, 2020]}), "years", [True, False])


def test_a_test_is_not_lost_where_lengths_differ():
    with pytest.raises(ValueError, match="shorter"):
        by_row(pd.DataFrame({"k": ["a", "b"]}), "k", [True])


def test_tests_of_which_only_the_number_is_known():
    assert by_count(2.0, 3.0) == {"1": True, "2": True, "3": False}
    with pytest.raises(ValueError, match="4 of 3 tests cannot agree"):
        by_count(4, 3)


def test_moves_are_to_the_farther_bound():
    rows = pd.DataFrame({"gap": [-60.0, -60.0], "low": [-65.0, -61.0], "high": [-58.0, -52.0]})
    assert moves(rows, "gap").tolist() == [5, 8]


def test_span_is_printed_with_a_true_minus():
    assert span([3.2, -1.4]) == "−1 to 3"
    assert span([1300, 1500], ",.0f", "USD million") == "$1,300 to 1,500 million"


def test_listing_names_chapter_and_exhibit_and_leaves_out_checks_of_claims_alone(evidence):
    checks = registry([check(chapter="park"), check(id="a-two")])
    rows = listing(checks, evidence({"a.p": 0.2, "a.q": 0.5})).to_dict("records")
    assert rows == [{"key": "a-small", "chapter": "Park", "asks": "p is small", "result": "p",
                     "fails_if": "p is large", "agree": "1 of 2", "verdict": "mixed",
                     "elsewhere": "\N{EN DASH}", "shown": "{numref}`tab-park-x`"}]


def test_severity_counts_those_that_fail_elsewhere():
    found = Outcome(result="", tests={"now": True},
                    elsewhere={"2019": np.bool_(False), "2020": np.bool_(True), "2021": False})
    assert found.severity == "2 of 3"
    assert json.dumps(found.elsewhere) == '{"2019": false, "2020": true, "2021": false}'
    assert Outcome(result="", tests={"now": True}).severity == "\N{EN DASH}"
