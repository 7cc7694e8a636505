"""Markdown of a README as Typst."""

import pytest

from report.archive import typeset


def body(text):
    return typeset.document(text, "T", ["Ann Doe"]).split("#show table: set par")[1]


def test_blocks():
    made = body("# Head\n\nWords #1\n\n- one\n- two\n\n```sh\nsh run.sh\n```\n")
    assert "\n= Head\n" in made and "Words \\#1" in made
    assert "- one\n- two" in made and '#raw(block: true, "sh run.sh")' in made


def test_table_has_a_head_and_names_of_files_break_after_a_slash():
    made = body("| A | B |\n| :--- | ---: |\n| `a/b` | [x](https://example.org) |\n")
    assert "table.header([*A*], [*B*])" in made
    assert '[#raw("a/\N{ZERO WIDTH SPACE}b")]' in made
    assert '[#link("https://example.org")[x]]' in made


def test_what_a_readme_does_not_have_is_refused():
    with pytest.raises(ValueError, match="hr cannot be typeset"):
        body("---\n")
