"""Labels are what their pages have, and links lead to them."""

import pytest

from report import anchors


def test_label_of_a_table_has_no_underscores():
    assert anchors.table("github_activity") == "table-github-activity"


@pytest.mark.parametrize(("name", "label"), [
    ("park.exports-2021-park2022", "row-park-exports-2021-park2022"),
    ("permits:EU27/2019/valid", "row-permits-eu27-2019-valid"), ("macro:*", "row-macro-all")])
def test_label_of_a_row(name, label):
    assert anchors.row(name) == label


def test_label_of_a_number_holds_no_dots():
    assert anchors.number("pivot.collab.us_b.break") == "number-pivot-collab-us-b-break"


def test_links_show_names_or_the_words_given():
    assert anchors.to_table("a_b") == "[a_b](#table-a-b)"
    assert anchors.to_table("a_b", "All of it") == "[All of it](#table-a-b)"
    assert anchors.to_row("macro:*") == "[`macro:*`](#row-macro-all)"
    assert anchors.to_number("park.fall") == "[`park.fall`](#number-park-fall)"
