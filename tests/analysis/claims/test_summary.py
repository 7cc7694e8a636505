"""Tables and text of verdicts."""

import pandas as pd
import pytest

from analysis.claims import summary
from analysis.claims.verdict import Checks, Verdict

CLAIMS = pd.DataFrame({
    "claim": ["a", "b"], "title": ["A", "B"], "speaker": ["The report"] * 2,
    "kind": ["event", "cause"], "paraphrase": ["It rose.", "It did <so>."],
    "test": ["It must rise.", "None."], "exhibits": ["fig-x;tab-y", ""],
    "sources": ["one2020;two2021", "one2020"], "overturn": ["a fall.", "nothing."]})
VERDICTS = {"a": Verdict("a", Checks({"x": True}, {"y": False})), "b": Verdict("b", Checks())}


def test_counts_hold_every_combination():
    counts = summary.by_kind(CLAIMS, VERDICTS)
    assert len(counts) == 4 * 5 and counts["claims"].sum() == 2
    assert summary.tally(CLAIMS, VERDICTS)["holds with a correction"] == 1


def test_listing_links_and_counts():
    first, second = summary.listing(CLAIMS, VERDICTS).to_dict("records")
    assert (first["claim"], first["agree"]) == ("{ref}`A <claim-a>`", "1 of 2")
    assert (second["verdict"], second["agree"]) == ("cannot be tested", "–")


def test_statement_says_who_how_and_what_follows():
    rows = CLAIMS.to_dict("records")
    text = summary.Statement(rows[0], VERDICTS["a"]).markdown()
    for part in ("*The report:* It rose. {cite:p}`one2020,two2021`",
                 "{numref}`fig-x`, {numref}`tab-y`",
                 "**{v}`claims.a.verdict`** ({v}`claims.a.agree`",
                 "It would be overturned by a fall."):
        assert part in text
    assert "agree" not in summary.Statement(rows[1], VERDICTS["b"]).markdown()
    shown = summary.Statement(rows[1], VERDICTS["b"])._repr_mimebundle_()
    assert "&lt;so&gt;" in shown["text/html"]


def test_claim_without_a_rule_is_named():
    with pytest.raises(LookupError, match="'a' has no rule"):
        summary.judged(CLAIMS, None)
