"""What is declared, given and shown must be the same, or the build stops and says where."""

import pytest
import smallbook
from smallbook import CHAPTER, DECLARED, build


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = smallbook.lay_out(tmp_path_factory.mktemp("declared"))
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


EXTRA = DECLARED + """
[number."one.other"]
unit = "percent"
meaning = "Another"
tables = ["events"]
"""


@pytest.mark.parametrize(("text", "declared", "words"), [
    # Line 12 of the file declares what no cell gives.
    (CHAPTER, EXTRA, ("declared and not given by any cell", "one.toml, line 12: one.other")),
    (CHAPTER.replace('{"one.share":', '{"one.other": 2, "one.share":'), DECLARED,
     ("one.toml declares no number 'one.other'", "one.md, line 32, gives")),
    (CHAPTER.replace('{"one.share":', '{"one.other": 2, "one.share":'), EXTRA,
     ("'one.other' is given and shown nowhere", "one.toml:12")),
    (CHAPTER, DECLARED.replace("percent", "precent"),
     ("one.toml, line 1, one.share: unit 'precent' is not one of",)),
    (CHAPTER, DECLARED.replace("one.share", "two.share"), ("ids of this file begin with 'one.'",)),
    (CHAPTER, DECLARED.replace('tables = ["events"]', 'tables = ["evnets"]', 1),
     ("one.toml, line 1, one.share", "no table is called 'evnets'")),
    (CHAPTER, DECLARED.replace("unit = ", "unti = "), ("unexpected keyword argument 'unti'",)),
    (CHAPTER, DECLARED.replace('"percent"', "percent"), ("one.toml: Invalid value (at line 2",)),
])
def test_difference_stops_the_build_and_names_the_place(book, text, declared, words):
    (book / "one.md").write_text(text)
    (book / "one.toml").write_text(declared)
    done = build(book)
    (book / "one.md").write_text(CHAPTER)
    (book / "one.toml").write_text(DECLARED)
    assert done.returncode != 0
    for word in words:
        assert word in done.stdout + done.stderr
