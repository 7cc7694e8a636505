"""Author-year citations: the text and the list of references say the same."""

from __future__ import annotations


def test_text_of_the_page_agrees_with_the_list(pages):
    text = " ".join(pages["first"].article.get_text().split())
    assert "World Agency (2024b); others (Smith and M\u00fcller, 2020; World Agency, 2024a; " \
           "\u041f\u0430\u0440\u043a, n.d.)" in text
    entries = [" ".join(e.get_text().split()) for e in pages["references"].select(".citation")]
    assert entries == [
        "Smith, Jane and M\u00fcller, Karl (2020). On IT in Minsk & Brest. Journal of Parks 3(2), "
        "10\u201320. https://doi.org/10.1000/xyz.",
        "World Agency (2024a). Annual report. https://example.org/a_b?x=1&y=2 "
        "(accessed 2025-02-01).",
        "World Agency (2024b). Biannual report.",
        "\u041f\u0430\u0440\u043a (n.d.). Old page.",
    ]


def test_links_of_the_list(pages):
    links = [a["href"] for a in pages["references"].select(".citation a.external")]
    assert links == ["https://doi.org/10.1000/xyz", "https://example.org/a_b?x=1&y=2"]
