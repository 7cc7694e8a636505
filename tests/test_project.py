"""Rules that hold for the whole project."""

import ast
import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("report", "analysis")
SOURCES = sorted(p for name in PACKAGES for p in (ROOT / "src" / name).rglob("*.py"))


def dotted(path):
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {dotted(path): path for path in SOURCES}


def imports(path):
    """Modules of the project that one imports, at its head, in a function or for its types."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in PACKAGES:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in MODULES else node.module


def test_engine_does_not_know_the_subject():
    for name, path in MODULES.items():
        if name.startswith("report"):
            assert not [other for other in imports(path) if other.startswith("analysis")], name


def test_no_module_imports_itself_by_any_way():
    needs = {name: set(imports(path)) - {name} for name, path in MODULES.items()}
    while free := {name for name, others in needs.items() if not others & set(needs)}:
        needs = {name: others for name, others in needs.items() if name not in free}
    assert not needs, f"these import each other in a circle: {sorted(needs)}"


FLOW = ["sources", "measures", "models", "checks", "claims", "robustness"]


@pytest.mark.parametrize("name", [n for n in MODULES if n.count(".") > 1 and n.startswith("a")])
def test_subject_flows_one_way(name):
    own = FLOW.index(name.split(".")[1])
    above = [other for other in imports(MODULES[name]) if other.startswith("analysis.")
             and FLOW.index(other.split(".")[1]) > own]
    assert not above


@pytest.mark.parametrize("name", [n for n, p in MODULES.items() if not p.name.startswith("__")])
def test_each_module_has_its_mirror(name):
    *folders, last = name.split(".")
    assert (ROOT / "tests" / Path(*folders) / f"test_{last}.py").exists()


@pytest.mark.parametrize("path", SOURCES, ids=dotted)
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
        if path == Path(__file__).resolve() or path.suffix in (".png", ".pdf", ".woff2"):
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
