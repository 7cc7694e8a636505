"""Verdicts on claims from the checks that their rows name; expected ones by hand."""

import pytest
from claimtable import CHECKS, claims

from report import verdicts
from report.checks import Check, Outcome
from report.tables import TableError


@pytest.mark.parametrize(("cells", "word", "agree"), [
    (("yes",), "holds", "1 of 1"), (("yes", "wrong"), "holds with a correction", "1 of 2"),
    (("yes", "", "no"), "holds", "1 of 1"), (("yes;no",), "not supported", "1 of 2"),
    (("no", "yes"), "contradicted", "1 of 2"), (("regions",), "not supported", "3 of 4"),
    (("regions/west*",), "holds", "2 of 2"),
    (("regions/asia;regions/west",), "holds", "2 of 2")])
def test_row_alone_decides(evidence, cells, word, agree):
    found = verdicts.judged(claims(cells), CHECKS, evidence())["a"]
    assert (found.word, verdicts.agreement(found)) == (word, agree)


def test_what_stands_beside_never_counts(evidence):
    alone, beside = (verdicts.judged(claims(cells), CHECKS, evidence())["a"]
                     for cells in (("yes",), ("yes", "", "no;wrong")))
    assert (alone.word, alone.n, alone.share) == (beside.word, beside.n, beside.share)
    assert [column for column, _ in beside.checks] == ["core", "beside", "beside"]


def test_reason_tells_what_the_core_found(evidence):
    def why(*cells):
        return verdicts.why(verdicts.judged(claims(cells), CHECKS, evidence())["a"])

    assert why("yes", "wrong") == "Asks yes (all of yes). Corrected: it was three, not two."
    assert why("yes;no") == "Fails: asks no (all of no); agrees: asks yes (all of yes)."
    assert why("regions") == "Fails: asks regions (all of regions; 3 of 4 agree)."


def test_reason_of_single_tests_tells_theirs(evidence):
    found = verdicts.judged(claims(("regions/asia*",)), CHECKS, evidence())["a"]
    assert found.reason == "fails: asks regions (here 7%; 2%; 1 of 2 agree)"
    whole = verdicts.judged(claims(("regions/west",)), CHECKS, evidence())["a"]
    assert whole.reason == "asks regions (all of regions)"


def test_correction_is_of_detail_and_only_where_the_claim_holds(evidence):
    held, not_held = (verdicts.judged(claims(cells), CHECKS, evidence())["a"]
                      for cells in (("yes", "wrong"), ("no", "wrong")))
    assert (held.correction, not_held.correction) == ("it was three, not two", "")


def test_silent_evidence_gives_its_reason_and_no_share(evidence):
    table = claims(("", "", "yes"), evidence="proxy")
    found = verdicts.judged(table, CHECKS, evidence())["a"]
    assert (found.word, found.n, verdicts.agreement(found)) == ("cannot be tested", 0, "–")
    assert "something else" in found.reason
    with pytest.raises(ValueError, match="a has no checks"):
        found.share.hex()


@pytest.mark.parametrize(("cells", "kinds", "message"), [
    ([("yes",), ("yes;regoins",)], {},
     r"claims.csv, line 3, column 'core': 'regoins' is not a check; did you mean 'regions'\?"),
    ([("yes", "regions/east")], {},
     "claims.csv, line 2, column 'detail': 'regions' has no test 'east'"),
    ([("yes",), ("", "yes")], {},
     "claims.csv, line 3, column 'core': is empty, though the evidence"),
    ([("yes", "no")], {}, "line 2, column 'detail': 'no' fails and does not say what is corrected"),
    ([("yes",)], {"evidence": "word"}, "line 2, column 'core': names checks, though evidence"),
    ([("", "yes")], {"kind": "outlook"}, "line 2, column 'detail': names checks, though")])
def test_what_the_protocol_forbids_is_refused_with_file_line_and_column(evidence, cells, kinds,
                                                                        message):
    # As the chapter does: the order of the table is not that of the file.
    table = claims(*cells, **kinds).sort_values("claim", ascending=False)
    with pytest.raises(TableError, match=message):
        verdicts.judged(table, CHECKS, evidence())


def test_check_that_reads_what_no_chapter_recorded_is_named(evidence):
    reads = Check(id="reads", asks="?", exhibit="", test=lambda e: e.value("a.b"))
    with pytest.raises(LookupError, match="check 'reads': it rests on 'a.b'"):
        verdicts.judged(claims(("reads",)), {"reads": reads}, evidence())


def test_each_check_is_made_once(evidence):
    calls = []
    once = Check(id="once", asks="?", exhibit="", test=lambda e: calls.append(1) or Outcome(
        result="", tests={"a": True, "b": False}))
    verdicts.judged(claims(("once/a", "", "once/b"), ("once",)), {"once": once}, evidence())
    assert len(calls) == 1
