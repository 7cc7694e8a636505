"""Put new tables in the place of old ones: all of them or none."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from report import tables
from report.refresh.store import RefreshError

LOSS = 0.05  # share of rows that a new edition may lack before it is taken for a broken download


@dataclass(frozen=True)
class Difference:
    """How a rebuilt table differs from the present one.

    Attributes
    ----------
    new, gone, changed : int
        Numbers of rows.
    """

    new: int
    gone: int
    changed: int

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.changed)

    def __str__(self) -> str:
        if not self:
            return "equal to the committed table"
        return f"{self.new} new rows, {self.gone} gone, {self.changed} changed"


def difference(name: str, made: str, folder: Path = tables.DATA) -> Difference:
    """Compare a rebuilt table with the one in a folder, row by row by its key.

    Parameters
    ----------
    name : str
        Of the table.
    made : str
        CSV text of the rebuilt one.
    folder : Path
        Folder of the data package.
    """
    key = tables.primary_key(name, folder)
    path = folder / tables.resource(name, folder)["path"]
    old, new = _by_key(path.read_text(encoding="utf-8"), key), _by_key(made, key)
    shared = old.keys() & new.keys()
    return Difference(new=len(new.keys() - old.keys()), gone=len(old.keys() - new.keys()),
                      changed=sum(old[name] != new[name] for name in shared))


def _by_key(text: str, key: list[str]) -> dict[tuple, dict]:
    return {tuple(map(row.get, key)): row for row in csv.DictReader(io.StringIO(text))}


def prepare(made: dict[str, str], folder: Path, target: Path) -> None:
    """Write a whole new data folder beside the old one, and check every table in it.

    Parameters
    ----------
    made : dict
        CSV text by name of table.
    folder, target : Path
        Present data folder, and where the new one is to stand.

    Raises
    ------
    RefreshError
        If a table lost too many rows.
    report.tables.TableError
        If a table breaks its description.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder, target)
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in described["resources"]:
        if text := made.get(resource["name"]):
            _check_loss(resource["name"], text, folder)
            (target / resource["path"]).write_text(text, encoding="utf-8")
            resource |= {"rows": text.count("\n") - 1, "retrieved": str(date.today()),
                         "edition": f"as published on {date.today()}"}
    (target / "datapackage.json").write_text(
        json.dumps(described, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    for resource in described["resources"]:
        tables.load(resource["name"], target)


def _check_loss(name: str, text: str, folder: Path) -> None:
    found = difference(name, text, folder)
    before = len(tables.load(name, folder))
    if found.gone > LOSS * before:
        raise RefreshError(f"{name} would lose {found.gone} of {before} rows: a broken download, "
                           "or a change of the publisher that somebody has to look at")


def swap(folder: Path, new: Path, aside: Path) -> None:
    """Put a new folder in the place of an old one, which is kept aside; both on one disk.

    Whatever happens between the two steps, the old folder comes back: at once after an error,
    by `recover` after a crash.

    Parameters
    ----------
    folder, new, aside : Path
        Folder in use, the one that takes its place, and where the old one goes.

    Raises
    ------
    OSError
        If a folder cannot be moved.
    """
    shutil.rmtree(aside, ignore_errors=True)
    os.rename(folder, aside)
    try:
        os.rename(new, folder)
    except BaseException:
        os.rename(aside, folder)
        raise


def recover(folder: Path, aside: Path) -> bool:
    """Bring the old folder back if a crash has left none; whether it did.

    Parameters
    ----------
    folder, aside : Path
        See `swap`.
    """
    if folder.exists() or not aside.exists():
        return False
    os.rename(aside, folder)
    return True
