"""The engine says what its functions take and refuse, and keeps its expressions short."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "src"
PARTS = ("bibliography", "drawing", "html", "refresh", "run", "sphinx", "typst")
FILES = sorted(path for part in PARTS for path in (ROOT / "report" / part).rglob("*.py"))
# What others call by a name and a signature of their own: rules for nodes, directives, set-up.
BY_OTHERS = re.compile(r"(visit|depart)_|(run|setup)$")
# Rules and nodes end by these; they are no errors.
NO_ERRORS = {"SkipNode", "NotImplementedError"}
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def public(path):
    """Public functions, methods and classes of a module, each with its name."""
    def inner(body, prefix):
        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name[0] != "_" \
                    and not BY_OTHERS.match(node.name):
                yield f"{prefix}{node.name}", node
                if isinstance(node, ast.ClassDef):
                    yield from inner(node.body, f"{prefix}{node.name}.")

    return list(inner(ast.parse(path.read_text(encoding="utf-8")).body, ""))


NODES = [(f"{path.relative_to(ROOT)}: {name}", node) for path in FILES
         for name, node in public(path)]
nodes = pytest.mark.parametrize("node", [n for _, n in NODES], ids=[name for name, _ in NODES])


def section(node, head):
    """Part of a numpydoc docstring below a head, '' where there is none."""
    found = re.search(rf"^{head}\n-+\n(.*?)(?=^\w+\n-+\n|\Z)", ast.get_docstring(node) or "",
                      re.M | re.S)
    return found[1] if found else ""


def listed(text):
    """Names in a section: those at the beginnings of lines, before the colon."""
    heads = re.findall(r"^[\w*][^:\n]*", text, re.M)
    return {name.strip(" *") for head in heads for name in head.split(",")}


def wanted(node):
    """Names that the docstring of a function or of a class has to explain."""
    if isinstance(node, ast.ClassDef):
        own = [field.target.id for field in node.body if isinstance(field, ast.AnnAssign)]
        inits = [f for f in node.body if isinstance(f, ast.FunctionDef) and f.name == "__init__"]
        return {*own, *(name for init in inits for name in wanted(init))}
    given = node.args
    names = [a.arg for a in (*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg,
                             given.kwarg) if a]
    return set(names) - {"self", "cls"}


@nodes
def test_parameters_and_fields_are_documented(node):
    told = listed(section(node, "Parameters")) | listed(section(node, "Attributes"))
    assert {name for name in wanted(node) if name[0] != "_"} <= told


def raised(node):
    """Errors that a function raises itself, not in what it calls."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Raise) and inner.exc is not None:
            error = inner.exc.func if isinstance(inner.exc, ast.Call) else inner.exc
            yield ast.unparse(error).rpartition(".")[2]


@nodes
def test_errors_are_documented(node):
    if isinstance(node, ast.FunctionDef):
        told = section(node, "Raises")
        assert not [name for name in raised(node) if name not in NO_ERRORS | {"error"}
                    and name not in told]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_one_comprehension_an_expression(path):
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, COMPREHENSIONS):
            below = [inner for inner in ast.walk(node) if inner is not node]
            if len(node.generators) > 1 or any(isinstance(i, COMPREHENSIONS) for i in below):
                found.append(node.lineno)
    assert found == []


ABOVE = {"bibliography": {"html", "typst"}, "sphinx": {"html", "typst"}, "typst": {"html"},
         **dict.fromkeys(("drawing", "refresh", "run"), {"sphinx", "html", "typst"})}


@pytest.mark.parametrize("part", ABOVE)
def test_parts_of_the_engine_build_on_one_another_one_way(part):
    files = (ROOT / "report" / part).glob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert set(re.findall(r"^\s*from report\.(\w+)", text, re.M)).isdisjoint(ABOVE[part])
