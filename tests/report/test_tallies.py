"""Tables of verdicts, by hand."""

import pytest
from claimtable import CHECKS, claims

from report import tallies, verdicts

TABLE = claims(("yes", "wrong"), ("no",))


@pytest.fixture
def found(evidence):
    return verdicts.judged(TABLE, CHECKS, evidence())


def test_counts_hold_every_combination(found):
    counts = tallies.by_kind(TABLE, found)
    assert len(counts) == 4 * 5 and counts["claims"].sum() == 2 and counts["key"].is_unique
    assert counts.set_index("key").loc["event/contradicted", "claims"] == 1
    assert tallies.tally(TABLE, found) == {
        "holds": 0, "holds with a correction": 1, "not supported": 0, "contradicted": 1,
        "cannot be tested": 0}


def test_listing_links_and_says_why(found):
    first, second = tallies.listing(TABLE, found).to_dict("records")
    assert (first["key"], first["claim"], first["agree"]) == ("a", "{ref}`A <claim-a>`", "1 of 2")
    assert first["why"].endswith("Corrected: it was three, not two.")
    assert (second["verdict"], second["why"]) == ("contradicted", "Fails: asks no (all of no).")


def test_description_leaves_out_what_no_claim_got(found):
    assert tallies.describe(tallies.by_kind(TABLE, found)) == (
        "event: 1 holds with a correction, 1 contradicted.")
