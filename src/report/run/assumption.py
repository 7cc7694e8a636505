"""One assumption of the book, and its place in a copy of the project written anew.

An assumption is a cell of a table of data (``economies:GE:donor=true``), a constant of a module
(``report.intervals.SPANS["nearly"]=(2, 0)``) or one that a chapter sets
(``exodus.KNOWN=slice(pd.Period("2021Q1"), START - 1)``).
"""

from __future__ import annotations

import ast
import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from report import ledger, tables

_CELL = re.compile(r"(?P<table>\w+):(?P<key>[^:=]+):(?P<column>\w+)=(?P<value>.*)", re.S)
_CONSTANT = re.compile(r"(?P<home>[\w.]+)\.(?P<target>[A-Za-z_]\w*(?:\[[^]]+\])?)\s*="
                       r"(?!=)\s*(?P<value>.+)", re.S)
_CODE = re.compile(r"(?<=```\{code-cell\} python\n)(?::[^\n]*\n)*(?P<code>.*?)(?=^```)",
                   re.S | re.M)
HOW = ('write table:key:column=value, package.module.CONSTANT=expression or '
       'chapter.CONSTANT=expression')


class AssumptionError(ValueError):
    """A change that cannot be read, or whose place is not there."""


@dataclass(frozen=True)
class Cell:
    """Another value in a table of data.

    Attributes
    ----------
    table, column : str
    key : str
        Values of the columns of the primary key, joined by ``/``.
    value : str
        As the file is to have it.
    """

    table: str
    key: str
    column: str
    value: str

    def apply(self, project: Path) -> None:
        """Write the table of a project with the other value.

        Parameters
        ----------
        project : Path
            Folder of a copy.

        Raises
        ------
        AssumptionError
            If there is no such table, row or column.
        """
        path = project / "data" / f"{self.table}.csv"
        if not path.exists():
            raise AssumptionError(f"data/{self.table}.csv is not there")
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
        self._row(rows)[self._place(rows[0])] = self.value
        made = io.StringIO()
        csv.writer(made, lineterminator="\n").writerows(rows)
        ledger.write(path, made.getvalue())

    def _place(self, head: list[str]) -> int:
        if self.column not in head:
            raise AssumptionError(f"data/{self.table}.csv has no column {self.column!r}; "
                                  f"it has {', '.join(head)}")
        return head.index(self.column)

    def _row(self, rows: list[list[str]]) -> list[str]:
        key = [rows[0].index(name) for name in tables.primary_key(self.table)]
        for row in rows[1:]:
            if "/".join(row[place] for place in key) == self.key:
                return row
        named = "/".join(tables.primary_key(self.table))
        raise AssumptionError(f"data/{self.table}.csv has no row with {named} {self.key!r}")


@dataclass(frozen=True)
class Constant:
    """Another value of a constant.

    Attributes
    ----------
    home : str
        Module, or name of a chapter.
    target : str
        Name that it sets, or ``NAME[key]``.
    value : str
        Expression.
    """

    home: str
    target: str
    value: str

    def apply(self, project: Path) -> None:
        """Write the module or chapter of a project with the other value.

        Parameters
        ----------
        project : Path
            Folder of a copy.

        Raises
        ------
        AssumptionError
            If there is no such module, chapter or constant.
        """
        chapter = project / "chapters" / f"{self.home}.md"
        path = chapter if chapter.exists() else _module(project, self.home)
        source = path.read_text(encoding="utf-8")
        written = self._in_cells(source) if path == chapter else self._in(source)
        if written is None:
            raise AssumptionError(f"{path.relative_to(project)} sets no {self.target}")
        ledger.write(path, written)

    def _in(self, code: str) -> str | None:
        return assign(code, self.target, self.value)

    def _in_cells(self, source: str) -> str | None:
        for found in _CODE.finditer(source):
            if (code := self._in(found["code"])) is not None:
                return source[:found.start("code")] + code + source[found.end("code"):]
        return None


def _module(project: Path, name: str) -> Path:
    inside = project.joinpath("src", *name.split("."))
    for path in (inside.with_suffix(".py"), inside / "__init__.py"):
        if path.exists():
            return path
    raise AssumptionError(f"there is no chapter and no module {name!r}")


def read(words: str) -> Cell | Constant:
    """The change that is asked for.

    Parameters
    ----------
    words : str
        Such as ``economies:GE:donor=true``.

    Raises
    ------
    AssumptionError
        If it is none, or its value is no Python expression.
    """
    if found := _CELL.fullmatch(words.strip()):
        return Cell(**found.groupdict())
    if not (found := _CONSTANT.fullmatch(words.strip())):
        raise AssumptionError(f"{words!r} names no assumption: {HOW}")
    try:
        ast.parse(found["value"].strip(), mode="eval")
    except SyntaxError:
        raise AssumptionError(f"{found['value']!r} is no Python expression") from None
    return Constant(**found.groupdict())


def assign(code: str, target: str, value: str) -> str | None:
    """Code in which a name, or an entry of a dictionary, is set to another expression.

    Parameters
    ----------
    code : str
        Python source.
    target : str
        Name that the source assigns at its top level, or ``NAME[key]``.
    value : str
        Expression.

    Returns
    -------
    str or None
        None if the source assigns no such name.

    Examples
    --------
    >>> assign("A, B = 1, 2", "B", "3")
    'A, B = 1, 3'
    >>> assign("A = {'x': 1}", "A['x']", "2")
    "A = {'x': 2}"
    """
    name, _, key = target.partition("[")
    for statement in ast.parse(code).body:
        held = _assigned(statement, name)
        if held is not None and key:
            held = _entry(held, ast.literal_eval(key.removesuffix("]")))
        if held is not None:
            return _replaced(code, held, f"({value})" if isinstance(held, ast.Tuple) else value)
    return None


def _assigned(statement: ast.stmt, name: str) -> ast.expr | None:
    if isinstance(statement, ast.AnnAssign):
        return statement.value if ast.unparse(statement.target) == name else None
    if not isinstance(statement, ast.Assign):
        return None
    left, right = statement.targets[0], statement.value
    pairs = zip(left.elts, right.elts) if isinstance(left, ast.Tuple) \
        and isinstance(right, ast.Tuple) else [(left, right)]
    return next((held for one, held in pairs if ast.unparse(one) == name), None)


def _entry(held: ast.expr, key: object) -> ast.expr | None:
    if not isinstance(held, ast.Dict):
        return None
    return next((value for name, value in zip(held.keys, held.values)
                 if isinstance(name, ast.Constant) and name.value == key), None)


def _replaced(code: str, held: ast.expr, value: str) -> str:
    lines = [line.encode() for line in code.splitlines(keepends=True)]
    before = b"".join(lines[:held.lineno - 1]) + lines[held.lineno - 1][:held.col_offset]
    after = lines[held.end_lineno - 1][held.end_col_offset:] + b"".join(lines[held.end_lineno:])
    return (before + value.encode() + after).decode()
