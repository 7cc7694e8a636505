"""The card of a claim on its page: address, heading, fold, and what it leads to."""

import json
import re

import pytest
import smallbook
from bs4 import BeautifulSoup
from claimtable import CHECKS, claims

from report import cards, verdicts
from report.sphinx import claim_cards

TABLE = claims(("yes", "wrong", "no")).assign(exhibits="", sources="afp2025", title="A < B")


@pytest.fixture
def page(tmp_path, evidence):
    card = cards.of(TABLE, verdicts.judged(TABLE, CHECKS, evidence()))["a"]
    book = smallbook.lay_out(tmp_path)
    front = book / "index.md"
    held = json.dumps(card.record())
    front.write_text(f"{front.read_text()}\n## Why?\n\n````{{claim-card}}\n{held}\n````\n\n"
                     "See {ref}`that one <claim-a>`.\n", encoding="utf-8")
    done = smallbook.build(book)
    # No chapter of this book records the verdict, and nothing else is amiss.
    warned = re.findall(r"WARNING: (.*)", done.stderr)
    assert len(warned) == 3 and all("no number is recorded as 'claims.a." in w for w in warned)
    return BeautifulSoup(smallbook.page(book, "index"), "html.parser")


def test_card_has_an_address_a_heading_and_a_fold(page):
    card = page.select_one("div.claim#claim-a")
    assert card.h3.get_text() == "A < B"
    assert [link["href"] for link in page.select("a") if link.get_text() == "that one"] == [
        "#claim-a"]
    assert not page.select("section#a-b")  # the heading opens no section
    fold = card.select_one("details.claim-more")
    assert "Fails if it rises. It does for 1 of 2 others" in fold.get_text()
    assert "Claim “A < B” (claim-a)" in re.sub(r"\s+", " ", fold.get_text())
    assert "Challenge" not in fold.get_text()


def test_anchor():
    assert claim_cards.anchor("staff-fall") == "claim-staff-fall"
