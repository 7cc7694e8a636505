"""Claims for machines: a list by its schema, and reviews as JSON-LD."""

import json
from pathlib import Path

import jsonschema
import pytest
from claimtable import CHECKS, TABLE_OF_TWO
from sitepages import BASE, page

from report import cards, verdicts
from report.bibliography import cff
from report.html import claims, linked_data
from report.sphinx import state

SCHEMA = json.loads(Path(claims.__file__).with_name(claims.SCHEMA).read_text(encoding="utf-8"))


@pytest.fixture
def records(evidence):
    judged = verdicts.judged(TABLE_OF_TWO, CHECKS, evidence())
    return {name: card.record() for name, card in cards.of(TABLE_OF_TWO, judged).items()}


@pytest.fixture
def shown(tmp_path, records):
    made = page(tmp_path, base=BASE)
    made.app.env.found_docs = {"chapters/park"}
    state.page(made.app.env, "chapters/park").claims = records
    return made


def test_list_follows_its_schema(shown):
    held = claims.listed(shown.app)
    jsonschema.validate(held, SCHEMA)
    assert held["claims"][0]["address"] == f"{BASE}chapters/park.html#claim-a"
    assert held["version"] == cff.read().version


def test_schema_refuses_a_verdict_that_is_none(shown):
    held = claims.listed(shown.app)
    held["claims"][0]["verdict"] = "mostly true"
    with pytest.raises(jsonschema.ValidationError, match="mostly true"):
        jsonschema.validate(held, SCHEMA)


def test_each_claim_is_reviewed_where_it_stands(shown):
    _, held, untested = linked_data.LinkedData(shown).graph()["@graph"]
    assert held["@type"] == "ClaimReview" and held["itemReviewed"]["@type"] == "Claim"
    assert held["url"] == f"{BASE}chapters/park.html#claim-a"
    assert held["reviewRating"] == {
        "@type": "Rating", "alternateName": "holds with a correction", "ratingValue": 4,
        "bestRating": 5, "worstRating": 1}
    assert untested["reviewRating"] == {"@type": "Rating", "alternateName": "cannot be tested"}
