"""A small table of claims, and checks by hand."""

import pandas as pd

from report.checks import Check, Outcome, registry


def claims(*cells, kind="event", evidence="count"):
    """Table with one claim a row of cells (core, detail, beside): a, b ..."""
    names = "abcdef"[:len(cells)]
    padded = [(*cell, "", "", "")[:3] for cell in cells]
    return pd.DataFrame({
        "claim": list(names), "order": range(1, len(names) + 1),
        "title": [name.upper() for name in names], "theme": "collapse", "speaker": "The report",
        "kind": kind, "evidence": evidence, "paraphrase": "It fell by <$2> to $1.",
        "reading": "Fell is fell.", "core": [cell[0] for cell in padded],
        "detail": [cell[1] for cell in padded], "beside": [cell[2] for cell in padded],
        "exhibits": ["fig-x;tab-y", *[""] * 5][:len(names)], "sources": "one2020;two2021",
        "overturn": "a rise."})


def made(name, correction="", elsewhere=None, found=None, **tests):
    """Check with these tests."""
    return Check(id=name, asks=f"Asks {name}", exhibit="", fails_if="it rises",
                 test=lambda e: Outcome(
                     result=f"all of {name}", correction=correction, elsewhere=elsewhere or {},
                     found=found or {},
                     tests={test.replace("_", "-"): agrees for test, agrees in tests.items()}))


CHECKS = registry([
    made("yes", all=True, elsewhere={"1999": True, "2000": False}), made("no", all=False),
    made("wrong", correction="it was three, not two", all=False),
    made("regions", west=True, west_no_union=True, asia=True, asia_no_india=False,
         found={"asia": "7%", "asia-no-india": "2%"})])

TABLE_OF_TWO = pd.concat([claims(("yes", "wrong", "no")),
                          claims(("",), evidence="word").assign(claim="b")], ignore_index=True)
