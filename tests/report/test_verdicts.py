"""Verdicts on claims from the checks that their rows name; expected ones by hand."""

import pandas as pd
import pytest

from report import verdicts
from report.checks import Check, Outcome, registry
from report.tables import TableError
from report.verdicts import Verdict


def claims(*cells):
    """Table with one claim a pair of cells, core and detail: a, b ..."""
    names = "abcdef"[:len(cells)]
    return pd.DataFrame({
        "claim": list(names), "title": [name.upper() for name in names],
        "speaker": "The report", "kind": ["event", "cause", *["quantity"] * 4][:len(cells)],
        "paraphrase": "It did <so>.", "test": "It must rise.",
        "core": [core for core, _ in cells], "detail": [detail for _, detail in cells],
        "exhibits": ["fig-x;tab-y", *[""] * 5][:len(cells)], "sources": "one2020;two2021",
        "overturn": "a fall."})


def made(name, **tests):
    return Check(id=name, asks="?", exhibit="", test=lambda e: Outcome(
        result="", tests={test.replace("_", "-"): agrees for test, agrees in tests.items()}))


CHECKS = registry([made("yes", all=True), made("no", all=False),
                   made("regions", west=True, west_no_union=True, asia=True, asia_no_india=False)])


@pytest.mark.parametrize(("core", "detail", "word", "share"), [
    ([True, True], [True], "holds", 100), ([True], [], "holds", 100),
    ([True], [False, True], "holds with a correction", 200 / 3),
    ([True, False], [True], "not supported", 200 / 3), ([False, False], [True], "contradicted",
                                                        100 / 3)])
def test_verdict_and_share(core, detail, word, share):
    verdict = Verdict(claim="x", core=dict(enumerate(core)), detail=dict(enumerate(detail)))
    assert word in verdicts.WORDS
    assert (verdict.word, verdict.share) == (word, pytest.approx(share))


def test_without_checks_nothing_can_be_said():
    verdict = Verdict(claim="x", core={}, detail={})
    assert (verdict.word, verdict.n, verdict.agree) == ("cannot be tested", 0, 0)
    with pytest.raises(ValueError, match="x has no checks"):
        verdict.share.hex()


@pytest.mark.parametrize(("core", "detail", "word", "agree"), [
    ("yes", "", "holds", "1 of 1"), ("yes", "no", "holds with a correction", "1 of 2"),
    ("yes;no", "", "not supported", "1 of 2"), ("no", "yes", "contradicted", "1 of 2"),
    ("", "", "cannot be tested", "\N{EN DASH}"),
    ("regions", "", "not supported", "3 of 4"), ("regions/west*", "", "holds", "2 of 2"),
    ("regions/asia", "regions/asia-*", "holds with a correction", "1 of 2"),
    ("regions/asia;regions/west", "", "holds", "2 of 2")])
def test_row_alone_decides(evidence, core, detail, word, agree):
    found = verdicts.judged(claims((core, detail)), CHECKS, evidence())["a"]
    assert (found.word, verdicts.agreement(found)) == (word, agree)


def test_tests_are_named_by_check_and_test(evidence):
    found = verdicts.judged(claims(("yes;regions/west*", "no")), CHECKS, evidence())["a"]
    assert list(found.core) == ["yes/all", "regions/west", "regions/west-no-union"]
    assert found.detail == {"no/all": False}


@pytest.mark.parametrize(("cells", "message"), [
    ([("yes", ""), ("yes;regoins", "")],
     r"claims.csv, line 3, column 'core': 'regoins' is not a check; did you mean 'regions'\?"),
    ([("yes", "regions/east")],
     "claims.csv, line 2, column 'detail': 'regions' has no test 'east'"),
    ([("yes", ""), ("", "yes")],
     "claims.csv, line 3, column 'core': is empty, though checks of detail are named")])
def test_wrong_name_is_refused_with_file_line_and_column(evidence, cells, message):
    # As the chapter does: the order of the table is not that of the file.
    table = claims(*cells).sort_values("claim", ascending=False)
    with pytest.raises(TableError, match=message):
        verdicts.judged(table, CHECKS, evidence())


def test_check_that_reads_what_no_chapter_recorded_is_named(evidence):
    reads = Check(id="reads", asks="?", exhibit="", test=lambda e: e.value("a.b"))
    with pytest.raises(LookupError, match="check 'reads': it rests on 'a.b'"):
        verdicts.judged(claims(("reads", "")), {"reads": reads}, evidence())


def test_each_check_is_made_once(evidence):
    calls = []
    once = Check(id="once", asks="?", exhibit="", test=lambda e: calls.append(1) or Outcome(
        result="", tests={"a": True, "b": False}))
    verdicts.judged(claims(("once/a", "once/b"), ("once", "")), {"once": once}, evidence())
    assert len(calls) == 1


TABLE = claims(("yes", "no"), ("", ""))


@pytest.fixture
def found(evidence):
    return verdicts.judged(TABLE, CHECKS, evidence())


def test_counts_hold_every_combination(found):
    counts = verdicts.by_kind(TABLE, found)
    assert len(counts) == 4 * 5 and counts["claims"].sum() == 2
    assert verdicts.tally(TABLE, found) == {
        "holds": 0, "holds with a correction": 1, "not supported": 0, "contradicted": 0,
        "cannot be tested": 1}


def test_listing_links_and_counts(found):
    first, second = verdicts.listing(TABLE, found).to_dict("records")
    assert (first["claim"], first["agree"]) == ("{ref}`A <claim-a>`", "1 of 2")
    assert (second["verdict"], second["agree"]) == ("cannot be tested", "–")


def test_statement_says_who_how_and_what_follows(found):
    rows = TABLE.to_dict("records")
    text = verdicts.Statement(rows[0], found["a"]).markdown()
    for part in ("*The report:* It did <so>. {cite:p}`one2020,two2021`",
                 "{numref}`fig-x`, {numref}`tab-y`",
                 "**{v}`claims.a.verdict`** ({v}`claims.a.agree`",
                 "It would be overturned by a fall."):
        assert part in text
    assert "agree" not in verdicts.Statement(rows[1], found["b"]).markdown()
    shown = verdicts.Statement(rows[1], found["b"])._repr_mimebundle_()
    assert "&lt;so&gt;" in shown["text/html"]
