"""Reading time of a page."""

from docutils import nodes

from report.html import page_facts
from report.html.page_facts import WORDS_A_MINUTE


def document(*parts):
    made = nodes.document(None, None)
    made += list(parts)
    return made


def test_running_text_counts_and_tables_do_not():
    text = nodes.paragraph("", "word " * (3 * WORDS_A_MINUTE))
    table = nodes.table("", nodes.paragraph("", "word " * (9 * WORDS_A_MINUTE)))
    assert page_facts.minutes(document(text, table)) == 3
    assert page_facts.minutes(document(table)) == 1
