"""Terms of the glossary in the text of a page."""

from docutils import nodes

from report.html import terms

PAGE = "| Term | Meaning |\n|:---|:---|\n| Gap, of a model | Less. |\n| Log point | One. |\n"


def pieces(text, seen=None):
    known = terms.listed(PAGE)
    by_name = {terms.name(term).lower(): term for term in known}
    return list(terms._pieces(text, by_name, terms.pattern(known), seen if seen is not None
                              else set(), "g.html"))


def test_terms_are_the_first_cells():
    assert terms.listed(PAGE) == ["Gap, of a model", "Log point"]


def test_first_use_leads_to_the_glossary_also_in_the_plural():
    found = pieces("Two log points of a gap, and the gap.")
    links = [part for part in found if isinstance(part, nodes.reference)]
    assert [(link.astext(), link["refuri"]) for link in links] == [
        ("log points", "g.html#term-log-point"), ("gap", "g.html#term-gap")]
    assert "".join(part.astext() for part in found) == "Two log points of a gap, and the gap."


def test_parts_of_words_are_none():
    assert len(pieces("Singapore has gaping holes.")) == 1
