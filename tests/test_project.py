"""Rules that hold for the whole project."""

import ast
import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ["witness", "surroundings", "tables", "intervals", "rows", "measures", "models",
          "checks", "exhibits", "ledger", "evidence", "claims",
          "robustness", "chapter", "rerun", "verify", "refresh"]
SOURCES = sorted((ROOT / "src/analysis").rglob("*.py"))


def layer(path):
    return path.relative_to(ROOT / "src/analysis").parts[0].removesuffix(".py")


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("analysis"):
            dotted = node.module.split(".")
            yield from ([dotted[1]] if len(dotted) > 1 else [name.name for name in node.names])


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_imports_run_only_downward(path):
    if layer(path) == "__init__":
        return
    for name in imports(path):
        assert LAYERS.index(name) <= LAYERS.index(layer(path)), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", [p for p in SOURCES if p.name != "__init__.py"],
                         ids=lambda p: p.stem)
def test_each_module_has_its_mirror(path):
    inner = path.relative_to(ROOT / "src/analysis")
    assert (ROOT / "tests" / inner.parent / f"test_{inner.name}").exists()


@pytest.mark.parametrize("path", sorted((ROOT / "_ext").glob("*.py")), ids=lambda p: p.stem)
def test_modules_are_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True,
                            check=True).stdout.split()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def test_files_speak_of_the_project_only():
    forbidden = re.compile(r"\.\./shared|/work/|/root/|pypi\.org|pythonhosted|npmjs\.")
    found = []
    for path in tracked():
        if path == Path(__file__).resolve() or path.suffix in (".png", ".pdf"):
            continue
        content = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in forbidden.finditer(content)]
    assert found == []


def test_data_folder_holds_described_tables_and_nothing_else():
    described = json.loads((ROOT / "data/datapackage.json").read_text(encoding="utf-8"))
    paths = {r["path"] for r in described["resources"]} | {"datapackage.json"}
    assert {p.name for p in (ROOT / "data").iterdir()} == paths


def test_twins_equal_the_text_of_their_chapters():
    import jupytext
    chapters = [p for p in (ROOT / "chapters").glob("*.md")
                if re.search(r"^jupytext:$", p.read_text(encoding="utf-8"), flags=re.M)]
    assert {p.stem for p in chapters} == {p.stem for p in (ROOT / "notebooks").glob("*.ipynb")}
    for path in chapters:
        text, twin = jupytext.read(path), jupytext.read(ROOT / "notebooks" / f"{path.stem}.ipynb")
        assert contents(text) == contents(twin), f"{path.stem}: run `make pair`"


def contents(notebook):
    return [(cell.cell_type, cell.source, cell.metadata.get("tags", []))
            for cell in notebook.cells]


def test_data_package_is_valid():
    from frictionless import validate
    report = validate(str(ROOT / "data/datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]


def test_readme_shows_the_times_that_were_measured():
    measured = json.loads((ROOT / "benchmarks/build_times.json").read_text(encoding="utf-8"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for step, found in measured["builds"].items():
        assert f"| {step} | {found['ours']['seconds']} s | {found['stock']['seconds']} s " \
               f"| {found['ratio']} |" in readme, "run `make benchmark`"
