"""Sentences and the claims that take them up, by hand."""

import pandas as pd
import pytest

from report import sentences

CLAIMS = pd.DataFrame({"claim": ["fall", "why"], "title": ["It fell", "Why"]})


def test_each_sentence_leads_to_its_claims():
    table = pd.DataFrame({"position": [1, 2], "says": ["Fell, and why", "Nice"],
                          "claims": ["fall;why", ""], "left": ["", "praise"]})
    first, second = sentences.listing(table, CLAIMS).to_dict("records")
    assert first["claims"] == "{ref}`It fell <claim-fall>`; {ref}`Why <claim-why>`"
    assert (second["key"], second["claims"], second["left"]) == ("2", "–", "praise")


def test_unknown_claim_is_refused():
    table = pd.DataFrame({"position": [1], "says": [""], "claims": ["rise"], "left": [""]})
    with pytest.raises(KeyError, match="rise"):
        sentences.listing(table, CLAIMS)
