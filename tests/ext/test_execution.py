"""A small book: chapters run side by side, values survive the cache, faults stop the build."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import execution
import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAD = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

"""
CHAPTER = HEAD + """# One

The share is {v}`one.share` and at least {v}`one.share low`; see {numref}`fig-one-f`.

```{code-cell} python
import matplotlib.pyplot as plt
import pandas as pd
from analysis.intervals import reading
from analysis.chapter import Chapter
chapter = Chapter("one")
figure, axes = plt.subplots()
axes.plot([1, 3])
chapter.figure("f", figure, pd.DataFrame({"x": [1, 3]}), title="A figure", reading="It rises.",
               alt="A line from 1 to 3.", status="derived", tables=["events"])
```

```{code-cell} python
:tags: [remove-cell]
chapter.number("share", reading(30, "nearly"), unit="percent", meaning="A share",
               tables=["events"])
```
"""
CONFIG = """
title: Small book
author: Nobody
only_build_toc_files: true
execute: {execute_notebooks: cache, raise_on_error: true}
parse: {myst_enable_extensions: [colon_fence, deflist]}
bibtex_bibfiles: [references.bib]
sphinx:
  recursive_update: true
  local_extensions: {execution: _ext, values: _ext, exhibitcards: _ext}
  config:
    numfig: true
    nb_render_markdown_format: myst
    nb_mime_priority_overrides: [["*", "text/markdown", 1]]
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("book")
    (folder / "src").symlink_to(ROOT / "src")
    (folder / "_ext").mkdir()
    for name in ("execution.py", "values.py", "exhibitcards.py", "citation.py"):
        shutil.copy(ROOT / "_ext" / name, folder / "_ext")
    shutil.copy(ROOT / "references.bib", folder)
    shutil.copy(ROOT / "CITATION.cff", folder)
    (folder / "_config.yml").write_text(CONFIG)
    (folder / "_toc.yml").write_text(
        "format: jb-book\nroot: index\nchapters:\n- file: one\n- file: all\n- file: refs\n")
    (folder / "index.md").write_text("# Front\n\nNearly {v}`one.share high`.\n")
    (folder / "all.md").write_text("# All\n\n```{provenance} one\n```\n")
    (folder / "refs.md").write_text("# References\n\n```{bibliography}\n```\n")
    (folder / "one.md").write_text(CHAPTER)
    return folder


def build(book, *options):
    program = str(Path(sys.executable).with_name("jupyter-book"))
    command = [program, "build", ".", "-W", "-n", "--keep-going", *options]
    return subprocess.run(command, cwd=book, capture_output=True, text=True, check=False)


def page(book, name):
    return (book / "_build/html" / f"{name}.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built(book):
    done = build(book)
    assert done.returncode == 0, done.stdout + done.stderr
    return book


def test_numbers_are_printed_and_lead_to_their_provenance(built):
    assert '<span class="number">25 to 30%</span>' in page(built, "one")
    assert '<span class="number">25%</span>' in page(built, "one")
    assert 'href="all.html#number-one-share"' in page(built, "index")
    assert 'id="number-one-share"' in page(built, "all")


def test_files_of_exhibits_come_from_outputs(built):
    folder = built / "_build/exhibits"
    assert (folder / "one-f.csv").read_text() == "x\n1\n3\n"
    assert {p.name for p in folder.iterdir()} == {"one-f.csv", "one-f.svg", "one-f-dark.svg"}


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
    assert '<span class="number">70%</span>' in page(built, "index")
    assert "65 to 70%" in page(built, "all")


def test_table_that_is_changed_and_changed_back_reaches_the_page_both_times(built):
    table = built / "data" / "end.csv"
    table.parent.mkdir()
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
    ("reading(30", "1 / 0, reading(30", "ZeroDivisionError"),
    ("reading(30, \"nearly\")", "float('nan')", "not a finite number"),
    ("[\"events\"]", "[\"evnets\"]", "evnets"),
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


@pytest.mark.parametrize("changed", ["src/analysis/a.py", "data/t.csv", "requirements.txt"])
def test_digest_sees_code_tables_and_requirements(tmp_path, changed):
    for name in ("src/analysis/a.py", "data/t.csv", "requirements.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1\n")
    before = execution.digest(tmp_path)
    assert execution.digest(tmp_path) == before
    (tmp_path / changed).write_text("2\n")
    assert execution.digest(tmp_path) != before
