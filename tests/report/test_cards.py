"""What the card of a claim says, by hand."""

import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from claimtable import CHECKS, claims

from report import cards, verdicts
from report.bibliography import cff

TABLE = claims(("yes", "wrong", "no"), ("yes",))


@pytest.fixture
def card(evidence):
    return cards.of(TABLE, verdicts.judged(TABLE, CHECKS, evidence()))["a"]


def test_record_is_json_and_tells_every_check(card):
    held = json.loads(json.dumps(card.record()))
    assert (held["verdict"], held["agree"], held["tests"]) == ("holds with a correction", 1, 2)
    assert [(check["id"], check["role"], check["agrees"]) for check in held["checks"]] == [
        ("yes", "core", True), ("wrong", "detail", False), ("no", "beside", False)]
    assert (held["exhibits"], held["sources"]) == (["fig-x", "tab-y"], ["one2020", "two2021"])


def test_text_says_who_what_why_and_what_follows(card):
    text = cards.markdown(card.record())
    for part in (r"*The report:* It fell by <\$2> to \$1. {cite:p}`one2020,two2021`",
                 "**{v}`claims.a.verdict`** ({v}`claims.a.agree` tests agree, {v}`claims.a.share`)",
                 "Asks yes (all of yes). Corrected: it was three, not two.",
                 "*Reading:* Fell is fell. See {numref}`fig-x`, {numref}`tab-y`.",
                 "*Shown beside, deciding nothing:* asks no: no (all of no).",
                 "It would be overturned by a rise."):
        assert part in text


def test_untested_claim_says_what_would_test_it(evidence):
    table = claims(("",), evidence="word")
    held = cards.of(table, verdicts.judged(table, CHECKS, evidence()))["a"].record()
    text = cards.markdown(held)
    assert "claims.a.agree" not in text and "Shown beside" not in text
    assert "It could be tested with a rise." in text and cards.severity(held) == ""


def test_severity_counts_what_fails_elsewhere_and_leaves_out_what_stands_beside(card):
    assert cards.severity(card.record()).splitlines() == [
        "- Asks yes (`yes`). Fails if it rises. It does for 1 of 2 others in the data.",
        "- Asks wrong (`wrong`). Fails if it rises."]


def test_notebook_shows_it_without_the_book(card):
    shown = card._repr_mimebundle_()
    assert "&lt;$2&gt;" in shown["text/html"] and "Corrected" in shown["text/plain"]
    body = shown["text/markdown"].removeprefix("````{claim-card}\n").removesuffix("\n````")
    assert json.loads(body) == card.record()


def test_objection_names_claim_and_version(card):
    report = cff.Report("T", (), "1.2", date(2026, 1, 2), repository="https://a.org/b/")
    address = urlsplit(cards.challenge(card.record(), report))
    asked = parse_qs(address.query)
    assert (address.netloc, address.path) == ("a.org", "/b/issues/new")
    assert asked["title"] == ["Verdict on the claim a"]
    assert "Claim: a (A)" in asked["body"][0] and "Version: 1.2, 2026-01-02" in asked["body"][0]


def test_without_a_repository_there_is_nowhere_to_object(card):
    assert cards.challenge(card.record(), cff.Report("T", (), "1", date(2026, 1, 2))) == ""
