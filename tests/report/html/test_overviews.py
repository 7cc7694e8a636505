"""Pages of the web alone in the contents."""

from bs4 import BeautifulSoup

from report.html import overviews

PAGE = ('<html data-content_root="../"><nav class="bd-docs-nav"><div class="bd-toc-item"></div>'
        "</nav></html>")


def test_contents_name_the_pages_that_there_are_once(tmp_path):
    (tmp_path / "sentences.html").write_text("")
    soup = BeautifulSoup(PAGE, "html.parser")
    for _ in range(2):
        overviews.add_to_contents(soup, tmp_path)
    assert [a["href"] for a in soup.select(".overviews a")] == ["../sentences.html"]


def test_sentence_leads_to_its_claims_with_their_verdicts():
    row = {"position": "1", "says": "It fell.", "claims": "fall", "left": ""}
    made = overviews._sentence(row, {"fall": ("chapters/c", {"title": "Fall",
                                                             "verdict": "holds"})})
    assert '<a href="chapters/c.html#claim-fall">Fall</a>' in made
    assert '<span class="verdict" data-verdict="holds">holds</span>' in made
