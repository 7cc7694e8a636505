"""One changed cell, constant or digit is found, and named."""

import csv
import json
import shutil
from pathlib import Path

import pytest
import test_prose

from report import ledger
from report.run import compare, kernels

ROOT = Path(__file__).resolve().parents[3]
TABLES = [r["name"] for r in json.loads(
    (ROOT / "data/datapackage.json").read_text(encoding="utf-8"))["resources"]]
CHAPTER = """---
jupytext:
  text_representation: {extension: .md, format_name: myst}
kernelspec: {display_name: Python 3, language: python, name: python3}
---

# Fall of exports

```{code-cell} python
from functools import partial
from analysis.models import decomposition
from report import published, tables
from report.chapter import Chapter
from report.intervals import propagate

book = Chapter("fall")
figure = partial(published.figure, tables.load("published"))
before, after = figure("park.exports-2021-park2022"), figure("park.exports-2023-afp2025")
book.numbers({
    "fall.exports": propagate(lambda a, b: 100 * (1 - b / a), before, after),
    "fall.mean": float(decomposition.logarithmic_mean(1 + 1e-6, 1.0)),
})
```
"""
DECLARED = """[number."fall.exports"]
unit = "percent"
meaning = "Fall of exports"

[number."fall.mean"]
unit = "ratio"
format = ".3f"
meaning = "Logarithmic mean of two numbers that are nearly equal"
tables = ["published"]
tolerance = 1e-12
"""


@pytest.fixture
def project(tmp_path):
    """Package and tables of the project, with one short chapter of its own."""
    for name in ("src", "data"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "references.bib", tmp_path)
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "fall.md").write_text(CHAPTER, encoding="utf-8")
    (tmp_path / "chapters" / "fall.toml").write_text(DECLARED, encoding="utf-8")
    return tmp_path


def results(project):
    found = kernels.run(kernels.chapters(project), project)
    return found | {"tables": ledger.fingerprints(project / "data")}


def drifts(before, after):
    return {v.id: v.detail for v in compare.compare(before, after) if v.outcome != "PASS"}


def change_cell(path, column, line=None):
    """Change one cell, of the row named or of one in the middle."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    i = header.index(column)
    row = rows[len(rows) // 2] if line is None else next(r for r in rows if r[0] == line)
    row[i] = str(float(row[i]) * 1.1) if row[i].replace(".", "").isdigit() else row[i] + "x"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def test_same_twice_and_each_mutation_is_named(project):
    before = results(project)
    assert drifts(before, results(project)) == {}
    assert before["numbers"]["fall.exports"]["text"] == "41 to 46%"

    change_cell(project / "data/published.csv", "value", "park.exports-2023-afp2025")
    moved = drifts(before, results(project))
    assert moved["published"] == "column value is not that of the record"
    assert moved["fall.exports"].startswith("value 43.75 -> ")
    shutil.copy(ROOT / "data/published.csv", project / "data")

    model = project / "src/analysis/models/decomposition.py"
    code = model.read_text(encoding="utf-8")
    assert "spread / 2" in code
    model.write_text(code.replace("spread / 2", "spread / 3"), encoding="utf-8")
    assert list(drifts(before, results(project))) == ["fall.mean"]
    model.write_text(code, encoding="utf-8")
    assert drifts(before, results(project)) == {}


@pytest.mark.parametrize("name", TABLES)
def test_one_changed_cell_of_any_table_names_table_and_column(tmp_path, name):
    described = json.loads((ROOT / "data/datapackage.json").read_text(encoding="utf-8"))
    described["resources"] = [r for r in described["resources"] if r["name"] == name]
    (tmp_path / "datapackage.json").write_text(json.dumps(described))
    path = shutil.copy(ROOT / "data" / described["resources"][0]["path"], tmp_path)
    for column in [f["name"] for f in described["resources"][0]["schema"]["fields"]]:
        before = ledger.fingerprints(tmp_path)
        change_cell(Path(path), column)
        assert drifts({"tables": before}, {"tables": ledger.fingerprints(tmp_path)}) == {
            name: f"column {column} is not that of the record"}


@pytest.mark.parametrize("path", test_prose.PAGES, ids=lambda p: p.stem)
def test_one_typed_digit_in_any_page_is_named(path):
    page = path.read_text(encoding="utf-8") + "\n\nExports fell by 44 in all.\n"
    assert any("fell by 44" in found for found in test_prose.digits_without_id(page))


def test_every_notebook_is_a_chapter_that_is_rerun():
    assert [p.stem for p in kernels.chapters()] == sorted(
        p.stem for p in (ROOT / "notebooks").glob("*.ipynb"))
