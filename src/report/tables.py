"""Tables of the report: read, checked against their description, never changed.

Every table stands in ``data/`` as CSV and is described in ``data/datapackage.json``
(Frictionless Data Package). A table that breaks its description is refused with one error
that names file, line and column.
"""

from __future__ import annotations

import io
import json
import re
from functools import cache
from pathlib import Path

import pandas as pd

from report.project import ROOT

DATA = ROOT / "data"
BIBLIOGRAPHY = ROOT / "references.bib"


class TableError(ValueError):
    """A table, or its description, cannot be used as it stands."""


@cache
def package(folder: Path = DATA) -> dict:
    """Description of all tables.

    Parameters
    ----------
    folder : Path
        Folder that holds ``datapackage.json``.

    Returns
    -------
    dict
        The data package as written, with ``resources`` keyed by name.

    Raises
    ------
    TableError
        If the file is absent or is not JSON.
    """
    path = folder / "datapackage.json"
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TableError(f"{path.name} is missing from {folder}") from None
    except json.JSONDecodeError as error:
        raise TableError(f"{path.name}, line {error.lineno}: not JSON ({error.msg})") from None
    return described | {"resources": {r["name"]: r for r in described["resources"]}}


def resource(name: str, folder: Path = DATA) -> dict:
    """Description of one table; see `package`.

    Raises
    ------
    TableError
        If no table has this name; the error lists those that exist.
    """
    known = package(folder)["resources"]
    if name not in known:
        raise TableError(f"no table is called {name!r}; there are {', '.join(sorted(known))}")
    return known[name]


def load(name: str, folder: Path = DATA) -> pd.DataFrame:
    """Read one table and check it against its description.

    Parameters
    ----------
    name : str
        Name of the table in ``datapackage.json``.
    folder : Path
        Folder of the data package.

    Returns
    -------
    DataFrame
        One row a record, columns in the described order and type. Units stand in the
        description of each field.

    Raises
    ------
    TableError
        If the file is missing, empty or not UTF-8, a column is absent or unknown, a cell has the
        wrong type or breaks a constraint, the primary key repeats, or a key into another table
        or into the bibliography is unknown.
    """
    return _load(name, folder).copy()


@cache
def _load(name: str, folder: Path) -> pd.DataFrame:
    described = resource(name, folder)
    raw = _read(folder / described["path"])
    fields = described["schema"]["fields"]
    _check_columns(raw, fields, described["path"])
    frame = pd.DataFrame({f["name"]: _convert(raw[f["name"]], f, described["path"])
                          for f in fields})
    _check_primary_key(frame, described)
    _check_foreign_keys(frame, described, folder)
    return frame


def _read(path: Path) -> pd.DataFrame:
    try:
        raw = pd.read_csv(io.StringIO(_text(path)), dtype=str, keep_default_na=False)
    except pd.errors.EmptyDataError:
        raise TableError(f"{path.name} is empty") from None
    except pd.errors.ParserError as error:
        raise TableError(f"{path.name}: {error}") from None
    if raw.empty:
        raise TableError(f"{path.name} has a header and no rows")
    return raw


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        return content.decode("utf-8")
    except FileNotFoundError:
        raise TableError(f"{path.name} is missing from {path.parent}") from None
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise TableError(f"{path.name}, line {line}: not UTF-8") from None


def _check_columns(raw: pd.DataFrame, fields: list[dict], file: str) -> None:
    expected = [f["name"] for f in fields]
    for absent in [c for c in expected if c not in raw.columns]:
        raise TableError(f"{file}, line 1: column {absent!r} is missing")
    for extra in [c for c in raw.columns if c not in expected]:
        raise TableError(f"{file}, line 1: column {extra!r} is not described")


def _refuse(bad: pd.Series, cells: pd.Series, file: str, why: str) -> None:
    """Raise for the first row that `bad` marks; line 1 is the header."""
    if bad.any():
        row = bad.to_numpy().argmax()
        raise TableError(
            f"{file}, line {row + 2}, column {cells.name!r}: {cells.iloc[row]!r} {why}")


def _convert(cells: pd.Series, field: dict, file: str) -> pd.Series:
    filled = cells != ""
    constraints = field.get("constraints", {})
    if constraints.get("required"):
        _refuse(~filled, cells, file, "is empty but required")
    values = _typed(cells, filled, field["type"], file)
    _check_constraints(values, cells, filled, constraints, file)
    return values


def _typed(cells: pd.Series, filled: pd.Series, kind: str, file: str) -> pd.Series:
    if kind in ("integer", "number"):
        values = pd.to_numeric(cells.where(filled), errors="coerce")
        finite = values.abs() < float("inf")
        whole = values.mod(1).eq(0) if kind == "integer" else True
        _refuse(filled & ~(finite & whole), cells, file, f"is not {_ARTICLE[kind]}")
        return values.astype("int64") if kind == "integer" and filled.all() else values
    if kind == "boolean":
        _refuse(filled & ~cells.isin(["true", "false"]), cells, file, "is not true or false")
        return cells.eq("true")
    if kind == "date":
        values = pd.to_datetime(cells.where(filled), format="%Y-%m-%d", errors="coerce")
        _refuse(filled & values.isna(), cells, file, "is not a date (YYYY-MM-DD)")
        return values
    return cells


_ARTICLE = {"integer": "a whole number", "number": "a number"}


def _check_constraints(values, cells, filled, constraints: dict, file: str) -> None:
    if "enum" in constraints:
        allowed = {str(item) for item in constraints["enum"]}
        _refuse(filled & ~cells.isin(allowed), cells, file,
                f"is not one of {', '.join(sorted(allowed))}")
    if "minimum" in constraints:
        _refuse(values < _bound(values, constraints["minimum"]), cells, file,
                f"is below {constraints['minimum']}")
    if "maximum" in constraints:
        _refuse(values > _bound(values, constraints["maximum"]), cells, file,
                f"is above {constraints['maximum']}")
    if "pattern" in constraints:
        _refuse(filled & ~cells.str.fullmatch(constraints["pattern"]), cells, file,
                f"does not match {constraints['pattern']}")
    if constraints.get("unique"):
        _refuse(filled & cells.duplicated(), cells, file, "stands more than once")


def _bound(values: pd.Series, bound):
    return pd.Timestamp(bound) if values.dtype.kind == "M" else bound


def primary_key(name: str, folder: Path = DATA) -> list[str]:
    """Columns that name a row of a table."""
    key = resource(name, folder)["schema"].get("primaryKey", [])
    return [key] if isinstance(key, str) else list(key)


def _check_primary_key(frame: pd.DataFrame, described: dict) -> None:
    key = described["schema"].get("primaryKey", [])
    key = [key] if isinstance(key, str) else list(key)
    again = frame.duplicated(subset=key) if key else pd.Series(False, index=frame.index)
    if again.any():
        row = again.to_numpy().argmax()
        shown = ", ".join(f"{c}={frame[c].iloc[row]}" for c in key)
        raise TableError(
            f"{described['path']}, line {row + 2}: the key {shown} stands more than once")


def _check_foreign_keys(frame: pd.DataFrame, described: dict, folder: Path) -> None:
    schema = described["schema"]
    for link in schema.get("foreignKeys", []):
        column, target = _single(link["fields"]), link["reference"]
        known = _load(target["resource"], folder)[_single(target["fields"])]
        unknown = ~frame[column].isin(set(known)) & frame[column].ne("")
        _refuse(unknown, frame[column], described["path"], f"is not in {target['resource']}.csv")
    for field in schema["fields"]:
        if field.get("bibkey"):
            cells = frame[field["name"]]
            _refuse(~cells.isin(bibliography_keys()) & cells.ne(""), cells, described["path"],
                    f"is not in {BIBLIOGRAPHY.name}")


def _single(fields: str | list[str]) -> str:
    return fields if isinstance(fields, str) else fields[0]


@cache
def bibliography_keys(path: Path = BIBLIOGRAPHY) -> frozenset[str]:
    """Keys of all entries of the bibliography."""
    return frozenset(re.findall(r"^@\w+\{\s*([^,\s]+)", _text(path), re.M))


def citation(name: str, folder: Path = DATA) -> str:
    """BibTeX key of the data set behind a table ('' where each row has its own source)."""
    return resource(name, folder).get("citation", "")


def licence(name: str, folder: Path = DATA) -> str:
    """Licence of a table, as named in its description."""
    licences = resource(name, folder).get("licenses", [])
    return ", ".join(item.get("title") or item["name"] for item in licences)
