"""A small book: chapters run side by side, values survive the cache, faults stop the build."""

import json
import shutil

import pytest
import smallbook
from smallbook import CHAPTER, CONFIG, build, page, shown


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return smallbook.lay_out(tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="module")
def built(book):
    done = build(book)
    assert done.returncode == 0, done.stdout + done.stderr
    return book


def test_numbers_are_printed_and_lead_to_their_provenance(built):
    assert shown(built, "one") == ["25 to 30%", "25%"]
    assert 'href="all.html#number-one-share"' in page(built, "index")
    assert 'id="number-one-share"' in page(built, "all")


def test_entry_leads_back_to_where_the_number_is_shown(built):
    assert 'href="one.html#shown-number-one-share"' in page(built, "all")
    assert page(built, "one").count('id="shown-number-one-share"') == 1


def test_files_of_exhibits_come_from_outputs(built):
    folder = built / "_build/exhibits"
    assert (folder / "one-f.csv").read_text() == "x\n1\n3\n"
    assert {p.name for p in folder.iterdir()} == {
        "one-f.csv", "one-f.svg", "one-f-dark.svg", "one-f-narrow.svg", "one-f-narrow-dark.svg"}


def test_ledger_has_the_number_that_sphinx_gave(built):
    ledger = json.loads((built / "_build/ledger.json").read_text())
    assert ledger["numbers"]["one.share"]["low"] == 25
    assert ledger["exhibits"]["one-f"]["number"] == "Figure 1"
    assert ledger["exhibits"]["one-f"]["data"] == {"columns": ["x"], "rows": [[1], [3]]}


def test_values_survive_the_cache(built):
    shutil.rmtree(built / "_build/exhibits")
    shutil.rmtree(built / "_build/html")
    again = build(built)
    assert again.returncode == 0
    assert "executed one" not in again.stdout
    assert "25 to 30%" in page(built, "one")
    assert (built / "_build/exhibits/one-f.svg").exists()


def test_page_that_shows_a_number_is_read_again_when_it_changes(built):
    (built / "one.md").write_text(CHAPTER.replace("reading(30", "reading(70"))
    done = build(built)
    (built / "one.md").write_text(CHAPTER)
    assert done.returncode == 0
    assert shown(built, "index") == ["70%"]
    assert "65 to 70%" in page(built, "all")


def test_table_that_is_changed_and_changed_back_reaches_the_page_both_times(built):
    table = built / "data" / "end.csv"
    (built / "one.md").write_text(CHAPTER.replace(
        '"A line from 1 to 3."', "f\"A line to {pd.read_csv('data/end.csv')['end'][0]}.\""))
    for end in (40, 60, 40):
        table.write_text(f"end\n{end}\n")
        assert build(built).returncode == 0
        assert f"A line to {end}." in page(built, "one")
    table.unlink()
    (built / "one.md").write_text(CHAPTER)


@pytest.mark.parametrize(("old", "new", "words"), [
    ("one.share low", "one.chare", "no number is recorded as 'one.chare'"),
    ("one.share low", "one.share median", "has no form 'median'"),
    ("axes.plot([1, 3])", "axes.plot([1, 3], color='#010203')", "#010203"),
    ("reading(30", "1 / 0 or reading(30", "ZeroDivisionError"),
    ("reading(30, \"nearly\")", "float('nan')", "not a finite number"),
    ("axes.plot([1, 3])", "import os; os._exit(1)", "kernel died")])
def test_fault_stops_the_build(built, old, new, words):
    (built / "one.md").write_text(CHAPTER.replace(old, new, 1))
    done = build(built)
    (built / "one.md").write_text(CHAPTER)
    assert done.returncode != 0
    assert words in done.stdout + done.stderr


def test_latex_prints_the_same_numbers(built):
    done = build(built, "--builder", "latex")
    # The drawing stays SVG here: the extension that turns it into PDF is not part of this book.
    assert "KeyError" not in done.stdout + done.stderr
    written = next((built / "_build/latex").glob("*.tex")).read_text(encoding="utf-8")
    assert "25 to 30\\%" in written


def ran(book):
    done = build(book)
    assert done.returncode == 0, done.stdout + done.stderr
    return "executed one" in done.stdout


@pytest.mark.parametrize(("path", "old", "new", "again"), [
    ("src/report/intervals.py", "float(place * 5)", "float(place * 4)", True),
    ("src/analysis/models/gravity.py", "from __future__", "# Not imported.\nfrom __future__",
     False),
    ("data/events.csv", "Decree No. 12", "Decree No. 8", False),  # the chapter never opens it
    ("data/datapackage.json", "Timeline of events", "Events", True),
    ("all.md", "# All", "# Everything", False),
    ("one.toml", "A share", "A part", True),
    ("one.md", "at least", "more than", False),
    ("one.md", "axes.plot([1, 3])", "axes.plot([1, 4])", True)])
def test_chapter_runs_again_when_what_it_rests_on_changes_and_not_otherwise(
        built, path, old, new, again):
    file = built / path
    before = file.read_text(encoding="utf-8")
    assert old in before
    ran(built)
    file.write_text(before.replace(old, new, 1), encoding="utf-8")
    assert ran(built) == again
    file.write_text(before, encoding="utf-8")
    # What is changed back is changed, too; only outputs of the former code are still at hand.
    assert ran(built) == (again and path != "one.md")


def test_page_is_read_again_after_a_build_that_was_interrupted(built):
    ran(built)
    table = built / "data" / "end.csv"
    table.write_text("end\n40\n")
    (built / "one.md").write_text(CHAPTER.replace(
        '"A line from 1 to 3."', "f\"A line to {pd.read_csv('data/end.csv')['end'][0]}.\""))
    ran(built)
    table.write_text("end\n70\n")
    config = built / "_config.yml"  # an extension that stops the build once chapters have run
    (built / "src" / "stop.py").write_text(
        "import os\ndef setup(app):\n"
        "    app.connect('env-before-read-docs', lambda *a: os._exit(9))\n")
    config.write_text(CONFIG.replace("exhibit_files]", "exhibit_files, stop]"))
    assert build(built).returncode == 9
    config.write_text(CONFIG)
    assert not ran(built)  # outputs were kept, and the page shows them
    assert "A line to 70." in page(built, "one")
    table.unlink()
    (built / "one.md").write_text(CHAPTER)


LATE = smallbook.HEAD.replace("---\n\n", "after_others: true\n---\n\n") + """# Late

It is {v}`late.double`.

```{code-cell} python
from report import ledger
from report.chapter import Chapter
share = ledger.evidence()["numbers"]["one.share"]["value"]
Chapter("late").numbers({"late.double": 2 * share})
```
"""
TWICE = """[number."late.double"]
unit = "count"
meaning = "Twice"
tables = ["events"]
"""


def test_chapter_that_rests_on_others_runs_after_them_and_with_them(built):
    (built / "all.md").write_text("# All\n\n```{provenance}\n```\n\n## Rows\n\n```{rows}\n```\n")
    toc = built / "_toc.yml"
    toc.write_text(toc.read_text().replace("{file: one}", "{file: late}, {file: one}"))
    (built / "late.md").write_text(LATE)
    (built / "late.toml").write_text(TWICE)
    first = build(built)
    assert first.returncode == 0, first.stdout + first.stderr
    assert shown(built, "late") == ["60"]
    again = build(built)
    assert "executed" not in again.stdout
    (built / "one.md").write_text(CHAPTER.replace("reading(30", "reading(70"))
    moved = build(built)
    assert "executed late" in moved.stdout
    assert shown(built, "late") == ["140"]
    (built / "one.md").write_text(CHAPTER.replace("reading(30", "reading(70") + "\nMore.\n")
    assert "executed" not in build(built).stdout
