"""Declarations of a chapter: what is read, what is refused, where it stands."""

import pytest

from report import declarations
from report.declarations import DeclarationError

TEXT = """
[number."park.fall"]
unit = "percent"
format = ".1f"
meaning = "Fall to @year"
rows = ["events:*"]

[number."park.*.verdict"]
unit = "no unit"
meaning = "Verdict"
each = "claims"

[exhibit.park-table]
title = "A table"
reading = "Read it."
status = "derived"
tables = ["events"]
columns = [
  { name = "what", head = "What" },
  { name = "size", head = "Size", format = ".1f" },
]
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "park.toml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_fields_and_what_is_taken_where_none_is_declared(path):
    fall = declarations.load(path).number("park.fall")
    assert (fall.unit, fall.format, fall.rows) == ("percent", ".1f", ("events:*",))
    assert (fall.tolerance, fall.tables) == (1e-6, ())
    assert declarations.load(path).number("park.crisis.verdict").format == ",.0f"


def test_columns_of_a_table(path):
    what, size = declarations.load(path).exhibit("park-table").columns
    assert (what.name, what.head, what.format) == ("what", "What", "")
    assert size.format == ".1f"


def test_family_has_a_number_for_each_key_of_its_table_and_no_other(path):
    declared = declarations.load(path)
    assert declared.number("park.crisis.verdict").id == "park.*.verdict"
    with pytest.raises(DeclarationError, match="no number 'park.nothing.verdict'"):
        declared.number("park.nothing.verdict")


def test_tables_follow_from_rows_where_none_is_named(path):
    declared = declarations.load(path)
    rows = ["events:*", "park.exports-2021-park2022", "events:2005-09-22-decree-no-12-founds"]
    assert declarations.tables_of(declared.number("park.fall"), rows) == ["events", "published"]
    assert declarations.tables_of(declared.exhibit("park-table"), rows) == ["events"]


def test_words_are_filled_in_and_never_left():
    assert declarations.filled("Fall to @year, @{year}s", {"year": 2023}) == "Fall to 2023, 2023s"
    with pytest.raises(DeclarationError, match="'year'"):
        declarations.filled("Fall to @year", {})


def test_what_no_cell_gave_is_named_with_its_line(path):
    absent = declarations.load(path).not_filled({"park-table"})
    assert absent == ["park.toml, line 2: park.fall"]


def test_id_is_found_as_a_whole(path):
    path.write_text('[number."park.fall.low"]\n[number."park.fall"]\n', encoding="utf-8")
    assert declarations.line(path, "park.fall") == 2


@pytest.mark.parametrize(("old", "new", "words"), [
    ('unit = "percent"', 'unit = "apples"', "line 2, park.fall: unit 'apples'"),
    ('unit = "percent"', "", "missing 1 required positional argument: 'unit'"),
    ('"park.fall"', '"pork.fall"', "ids of this file begin with 'park.'"),
    ('each = "claims"', "", r"has a \* where `each`"),
    ('"derived"', '"guessed"', "status 'guessed'"),
    ("[exhibit.", "[exhibits.", "unknown part 'exhibits'"),
    ('["events"]', '["nothing"]', "line 13, park-table: no table is called 'nothing'")])
def test_wrong_declaration_is_refused_with_its_place(path, old, new, words):
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DeclarationError, match=words):
        declarations.load(path)


def test_chapter_without_a_file_declares_nothing(tmp_path):
    assert declarations.load(tmp_path / "none.toml").numbers == {}
