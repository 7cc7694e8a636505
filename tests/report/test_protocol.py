"""What may speak on a statement; expected values by hand, from the page of methods."""

import re
from itertools import product

import pytest

from report import protocol
from report.project import ROOT


def test_every_pair_is_on_the_page_as_it_is_in_the_code():
    page = (ROOT / "chapters/methods.md").read_text(encoding="utf-8")
    table = page.partition("| What was found |")[2].partition("\n\n")[0].splitlines()
    heads = [cell.strip().lower() for cell in f"| {table[0]}".strip("| ").split("|")]
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in table[2:]]
    assert heads == list(protocol.KINDS) and len(rows) == len(protocol.EVIDENCE)
    said = {(kind, evidence): cell for evidence, (_, *cells) in zip(
        ("count", "record", "dates", "account", "survey", "proxy", "word", "none"), rows)
        for kind, cell in zip(heads, cells)}
    assert said == {(kind, evidence): protocol.speaks(kind, evidence)
                    for kind, evidence in product(protocol.KINDS, protocol.EVIDENCE)}
    for word in protocol.WORDS:
        assert re.search(rf"\*\*{word.removeprefix('holds ')}\*\*", page)


@pytest.mark.parametrize(("core", "detail", "word"), [
    ([True, True], [], "holds"), ([True], [True], "holds"),
    ([True], [True, False], "holds with a correction"), ([True, False], [True], "not supported"),
    ([False, False], [True], "contradicted"), ([False], [], "contradicted")])
def test_verdict_where_evidence_decides(core, detail, word):
    assert protocol.word("quantity", "count", core, detail) == word


@pytest.mark.parametrize(("core", "word"), [
    ([True, True], "cannot be tested"), ([True, False], "not supported"),
    ([False], "contradicted")])
def test_dates_can_refute_a_cause_and_cannot_show_it(core, word):
    assert protocol.word("cause", "dates", core, []) == word


@pytest.mark.parametrize(("kind", "evidence"), [
    ("quantity", "survey"), ("event", "proxy"), ("quantity", "word"), ("event", "none"),
    ("outlook", "count"), ("cause", "survey")])
def test_silent_evidence_leaves_it_untested_whatever_agrees(kind, evidence):
    assert protocol.word(kind, evidence, [True], [True]) == "cannot be tested"


@pytest.mark.parametrize(("kind", "evidence", "why"), [
    ("outlook", "none", "it is about what may come"), ("quantity", "word", "only the speaker"),
    ("cause", "dates", "order in time"), ("event", "proxy", "something else"),
    ("quantity", "survey", "chose to answer"), ("event", "none", "nothing was found")])
def test_why_it_cannot_be_tested(kind, evidence, why):
    assert why in protocol.why_untested(kind, evidence)


@pytest.mark.parametrize(("kind", "evidence"), [("cause", "hearsay"), ("feeling", "count")])
def test_unknown_kinds_are_refused(kind, evidence):
    with pytest.raises(ValueError, match="no statement is of the kind"):
        protocol.speaks(kind, evidence)
