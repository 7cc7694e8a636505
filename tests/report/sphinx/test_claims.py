"""An exhibit leads to the claims that it tests; an edited claim runs no chapter again."""

import pandas as pd
import smallbook

from report.sphinx import claims

TABLE = pd.DataFrame({"claim": ["growth", "level", "fall"], "title": ["It grew", "How much", "X"],
                      "exhibits": ["tab-a-b;fig-a-c", "fig-a-c", ""]})


def test_line_names_the_claims_of_an_exhibit():
    assert claims.bears_on("fig-a-c", TABLE) == (
        "Bears on: {ref}`It grew <claim-growth>`; {ref}`How much <claim-level>`.")
    assert claims.bears_on("tab-a-b", TABLE) == "Bears on: {ref}`It grew <claim-growth>`."


def test_exhibit_that_tests_no_claim_has_no_line():
    assert claims.bears_on("tab-a", TABLE) == ""


def build(book):
    done = smallbook.build(book)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_edited_claim_reaches_the_page_and_the_chapter_does_not_run_again(tmp_path):
    book = smallbook.lay_out(tmp_path)
    front = book / "index.md"
    front.write_text(front.read_text() + "\n(claim-crisis)=\n## The claim\n")
    assert "executed one" in build(book)
    assert "Bears on" not in smallbook.page(book, "one")
    table = book / "data" / "claims.csv"
    head, _, rest = table.read_text(encoding="utf-8").partition("fig-park-exports;")
    table.write_text(f"{head}fig-one-f;{rest}", encoding="utf-8")
    assert "executed" not in build(book)
    page = smallbook.page(book, "one")
    assert 'href="index.html#claim-crisis"' in page
    line = page[page.index("Bears on"):]
    assert line[:line.index("</p>")].endswith("</a>.")
