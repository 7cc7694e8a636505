"""What the numbers and exhibits of a chapter are, declared in one file beside it.

``chapters/park.toml`` has a table for each number (``[number."park.exports.fall"]``) and for each
exhibit (``[exhibit.park-exports]``) of the chapter ``park``. The chapter's cells give the values;
everything else about them is constant and stands here. A word that a cell works out is marked by
``@word`` or ``@{word}`` and filled in when the value is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

from report import rows as data_rows, tables as data_tables
from report.project import ROOT
from report.text import UNITS

FOLDER = ROOT / "chapters"
STATUS = ("published", "derived", "modelled")
EVERY = "*"


class DeclarationError(ValueError):
    """A number or exhibit is declared wrongly, twice or not at all."""


class _Words(Template):
    delimiter = "@"


@dataclass(frozen=True)
class Number:
    """What one number is.

    Attributes
    ----------
    id : str
        Such as ``park.exports.fall``. One ``*`` stands for the keys of the table `each`.
    unit : str
        One of `report.text.UNITS`.
    meaning : str
        Definition, for the page that lists all numbers.
    format : str
        Format spec of its text.
    tables : tuple of str
        Tables of ``data/`` that it rests on; where none is named, those of its rows.
    rows : tuple of str
        Rows that it rests on beside those that its value carries; see `report.rows`.
    tolerance : float
        Relative difference up to which a rerun counts as the same.
    each : str
        Table whose keys the ``*`` of the id stands for, '' where it has none.
    """

    id: str
    unit: str
    meaning: str
    format: str = ",.0f"
    tables: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    tolerance: float = 1e-6
    each: str = ""


@dataclass(frozen=True)
class Column:
    """Printed column of a table.

    Attributes
    ----------
    name : str
        Column of the data.
    head : str
        What stands above it; a column without a head is kept with the data and not printed.
    format : str
        Format spec of its numbers, which are then aligned to the right; '' for text.
    """

    name: str
    head: str = ""
    format: str = ""


@dataclass(frozen=True)
class Exhibit:
    """What one figure or table is.

    Attributes
    ----------
    id : str
        Such as ``park-exports``.
    title : str
        Caption.
    reading : str
        What to see, as MyST text.
    status : {'published', 'derived', 'modelled'}
        Whether its numbers were printed by others, computed from them, or estimated.
    tables, rows, tolerance
        As for `Number`.
    columns : tuple of Column
        Printed columns of a table in order; none for a figure.
    content : tuple of dict
        Rows of a table of words, where no cell works them out.
    """

    id: str
    title: str
    reading: str
    status: str
    tables: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    tolerance: float = 1e-6
    columns: tuple[Column, ...] = ()
    content: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True)
class Declarations:
    """All that one file declares.

    Attributes
    ----------
    path : Path
    numbers, exhibits : dict
        `Number` and `Exhibit` by id.
    """

    path: Path
    numbers: dict[str, Number]
    exhibits: dict[str, Exhibit]

    def number(self, name: str) -> Number:
        """Number of an id; one that is declared for each key of a table stands for all of them.

        Raises
        ------
        DeclarationError
            If none is declared.
        """
        if name in self.numbers:
            return self.numbers[name]
        for family in filter(lambda number: number.each, self.numbers.values()):
            if key(family, name) is not None:
                return family
        raise DeclarationError(f"{self.path.name} declares no number {name!r}{self._where(name)}")

    def exhibit(self, name: str) -> Exhibit:
        """Exhibit of an id.

        Raises
        ------
        DeclarationError
            If none is declared.
        """
        if name not in self.exhibits:
            raise DeclarationError(
                f"{self.path.name} declares no exhibit {name!r}{self._where(name)}")
        return self.exhibits[name]

    def _where(self, name: str) -> str:
        chapter = self.path.with_suffix(".md")
        return f", which {chapter.name}, line {line(chapter, name)}, gives"

    def not_filled(self, filled: set[str]) -> list[str]:
        """Ids that are declared and stand in none of those given, as ``file, line: id``."""
        absent = [name for name in [*self.numbers, *self.exhibits] if name not in filled
                  and not (name in self.numbers and self.numbers[name].each)]
        return [f"{self.path.name}, line {line(self.path, name)}: {name}" for name in absent]


def key(family: Number, name: str) -> str | None:
    """Key that the ``*`` of a family stands for in the id of one of its numbers."""
    before, _, after = family.id.partition(EVERY)
    if not (name.startswith(before) and name.endswith(after)):
        return None
    inner = name[len(before):len(name) - len(after)]
    return inner if inner in _keys(family.each) else None


@cache
def _keys(table: str) -> frozenset[str]:
    (column,) = data_tables.primary_key(table)
    return frozenset(data_tables.load(table)[column].astype(str))


def filled(text: str, words: Mapping[str, object]) -> str:
    """Text with its ``@words`` filled in.

    Raises
    ------
    DeclarationError
        If a word has no value.
    """
    try:
        return _Words(text).substitute({name: str(word) for name, word in words.items()})
    except (KeyError, ValueError) as error:
        raise DeclarationError(f"{text!r} has a word that no cell gives: {error}") from None


def find(chapter: str) -> Path:
    """File of a chapter: beside it where it runs, else in ``chapters/``."""
    here = Path.cwd() / f"{chapter}.toml"
    return here if here.exists() else FOLDER / f"{chapter}.toml"


def load(path: Path) -> Declarations:
    """Read and check the declarations of one chapter.

    Parameters
    ----------
    path : Path
        TOML file; its stem is the chapter. A file that is absent declares nothing.

    Raises
    ------
    DeclarationError
        If it is not TOML, an id is not the chapter's own, or a field is unknown, missing or
        wrong; the error names file, line and id.
    """
    try:
        held = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    except tomllib.TOMLDecodeError as error:
        raise DeclarationError(f"{path.name}: {error}") from None
    if extra := set(held) - {"number", "exhibit"}:
        raise DeclarationError(f"{path.name}: unknown part {sorted(extra)[0]!r}")
    numbers = {name: _made(path, Number, f"{path.stem}.", name, fields)
               for name, fields in held.get("number", {}).items()}
    exhibits = {name: _made(path, Exhibit, f"{path.stem}-", name, fields)
                for name, fields in held.get("exhibit", {}).items()}
    return Declarations(path=path, numbers=numbers, exhibits=exhibits)


def _made(path: Path, kind: type, prefix: str, name: str, fields: dict) -> Number | Exhibit:
    try:
        if not name.startswith(prefix):
            raise DeclarationError(f"ids of this file begin with {prefix!r}")
        made = kind(id=name, **{field: _value(field, value) for field, value in fields.items()})
        _check(made)
    except (TypeError, ValueError) as error:
        said = re.sub(r"^.*__init__\(\) ", "", str(error))
        raise DeclarationError(f"{path.name}, line {line(path, name)}, {name}: {said}") from None
    return made


def _value(field: str, value: object) -> object:
    if field == "columns":
        return tuple(Column(**column) for column in value)
    return tuple(value) if isinstance(value, list) else value


def _check(made: Number | Exhibit) -> None:
    for table in made.tables:
        data_tables.resource(table)
    if isinstance(made, Exhibit) and made.status not in STATUS:
        raise DeclarationError(f"status {made.status!r} is not one of {', '.join(STATUS)}")
    if isinstance(made, Number) and made.unit not in UNITS:
        raise DeclarationError(f"unit {made.unit!r} is not one of {', '.join(sorted(UNITS))}")
    if isinstance(made, Number) and (EVERY in made.id) != bool(made.each):
        raise DeclarationError("an id has a * where `each` names a table, and only there")


def line(path: Path, name: str) -> int:
    """Line of a file that an id first stands on; 1 where it does not stand."""
    head = re.compile(rf"((?<![\w.*-])|(?<=exhibit\.)){re.escape(name)}(?![\w.*-])")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return next((n for n, text in enumerate(lines, 1) if head.search(text)), 1)


def tables_of(declared: Number | Exhibit, rows: list[str]) -> list[str]:
    """Tables that are declared, or those that the rows stand in."""
    return list(declared.tables) or list(dict.fromkeys(map(data_rows.table_of, rows)))


