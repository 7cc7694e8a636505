"""Entries of the list of references, word by word."""

from __future__ import annotations

from pybtex.database import parse_string

from report.bibliography import entries as style


def test_address_prefers_the_doi_and_has_no_escapes():
    entries = parse_string(
        r"@misc{x, doi={10.1/a}, url={https://b}} @misc{y, url={https://c/a\_b\%20}}", "bibtex"
    ).entries
    assert style.address(entries["x"]) == "https://doi.org/10.1/a"
    assert style.address(entries["y"]) == "https://c/a_b%20"


def texts(source):
    """Entries as the list shows them, in its order."""
    entries = parse_string(source, "bibtex")
    formatted = style.Style().format_entries(entries.entries.values())
    return [entry.text.render_as("text") for entry in formatted]


def test_article_names_journal_volume_issue_and_pages():
    assert texts(r"""@article{x, author={M{\"u}ller, Karl}, title={On {IT} in Minsk \& Brest},
        journal={Journal of Parks}, volume={3}, number={2}, pages={10--20}, year={2020},
        doi={10.1000/xyz}}""") == [
        "M\u00fcller, Karl (2020). On IT in Minsk & Brest. Journal of Parks 3(2), 10\u201320. "
        "https://doi.org/10.1000/xyz."]


def test_address_says_when_it_was_read():
    assert texts("@misc{x, author={{Agency}}, title={Report}, year={2024}, "
                 "url={https://a.example}, urldate={2025-02-01}}") == [
        "Agency (2024). Report. https://a.example (accessed 2025-02-01)."]


def test_editors_stand_in_and_a_publisher_is_not_named_twice():
    assert texts("@book{x, editor={Doe, Ann and Roe, Bob}, title={Parks}, year={2020}, "
                 "publisher={Minsk Press}}") == [
        "Doe, Ann and Roe, Bob (eds.) (2020). Parks. Minsk Press."]
    assert texts("@misc{x, title={Parks}, year={2020}, publisher={Minsk Press}}") == [
        "Minsk Press (2020). Parks."]


def test_report_says_its_type_and_number():
    assert texts("@techreport{x, author={Doe, Ann}, title={Parks}, year={2020}, "
                 "type={Working paper}, number={7}, institution={Institute}}") == [
        "Doe, Ann (2020). Parks. Working paper 7. Institute."]
