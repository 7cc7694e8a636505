"""What a new edition of the data moved: numbers, exhibits and verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, starmap
from math import inf
from numbers import Number

from report.markdown import table
from report.run.compare import Comparison, compare


def revision(record: dict, fresh: dict) -> dict:
    """Report on all that differs between two ledgers.

    Parameters
    ----------
    record, fresh : dict
        Ledgers before and after.

    Returns
    -------
    dict
        ``data`` (list of str); ``numbers`` (``id``, ``before``, ``after``, ``change`` in percent
        or None), those that moved most first; ``exhibits`` (``id``, ``number``, ``title``,
        ``cells``, ``rows`` before and after, ``largest`` change in percent); ``verdicts``: words
        in a table that are others now (``id``, ``row``, ``column``, ``before``, ``after``);
        ``new`` and ``gone``, ids that only one of the two has.
    """
    moved = [found for found in compare(record, fresh) if found.outcome != "PASS"]
    numbers = [_number(*pair) for pair in _drifted(moved, "numbers", record, fresh)]
    exhibits = _drifted(moved, "exhibits", record, fresh)
    return {
        "data": [f"{found.id}: {found.detail}" for found in moved if found.kind == "data"],
        "numbers": sorted(numbers, key=lambda n: -abs(n["change"] or inf)),
        "exhibits": [_exhibit(*pair) for pair in exhibits],
        "verdicts": list(chain.from_iterable(starmap(_words, exhibits))),
        "new": [found.id for found in moved if found.detail == "not in the record"],
        "gone": [found.id for found in moved if found.detail == "not in the rerun"]}


_KINDS = {"numbers": ("number",), "exhibits": ("figure", "table")}


def _drifted(moved: list[Comparison], part: str, record: dict,
             fresh: dict) -> list[tuple[dict, dict]]:
    """Numbers or exhibits that both ledgers hold and that differ, before and after."""
    return [(record[part][found.id], fresh[part][found.id]) for found in moved
            if found.outcome == "DRIFT" and found.kind in _KINDS[part]]


def _number(old: dict, new: dict) -> dict:
    return {"id": old["id"], "before": old["text"], "after": new["text"],
            "change": _change(old["value"], new["value"])}


def _change(old: object, new: object) -> float | None:
    """Percent; None where there is none (words, a former zero)."""
    if isinstance(old, Number) and isinstance(new, Number) and old:
        return round(100 * (new / old - 1), 3)
    return None


def _exhibit(old: dict, new: dict) -> dict:
    pairs = [(x, y) for _, _, x, y in _cells(old, new) if x != y]
    changes = [abs(c) for x, y in pairs if (c := _change(x, y)) is not None]
    return {"id": new["id"], "number": new["number"], "title": new["title"], "cells": len(pairs),
            "rows": [len(old["data"]["rows"]), len(new["data"]["rows"])],
            "largest": max(changes, default=None)}


def _cells(old: dict, new: dict) -> Iterator[tuple]:
    """Cells that both have: label of the row, column, values; rows are matched by their words."""
    columns = [c for c in old["data"]["columns"] if c in new["data"]["columns"]]
    before, after = _rows(old), _rows(new)
    for label in before.keys() & after.keys():
        for column in columns:
            yield label, column, before[label].get(column), after[label].get(column)


def _rows(exhibit: dict) -> dict[tuple, dict]:
    """Rows by their first cell and a running number among rows that begin alike."""
    found: dict[tuple, dict] = {}
    for row in exhibit["data"]["rows"]:
        again = sum(key[0] == row[0] for key in found) if (row[0], 0) in found else 0
        found[row[0], again] = dict(zip(exhibit["data"]["columns"], row))
    return found


def _words(old: dict, new: dict) -> list[dict]:
    if old["kind"] != "table":
        return []
    moved = [cell for cell in _cells(old, new) if cell[2] != cell[3] and _are_words(*cell[2:])]
    return [{"id": new["id"], "row": str(label[0]), "column": column, "before": x, "after": y}
            for label, column, x, y in moved]


def _are_words(*values: object) -> bool:
    """Whether none of them is a number."""
    return not any(isinstance(value, Number) and not isinstance(value, bool) for value in values)


def markdown(report: dict, title: str) -> str:
    """The report for people.

    Parameters
    ----------
    report : dict
        See `revision`.
    title : str
        Its heading.
    """
    words = [f"`{w['id']}`, {w['row']}, {w['column']}: {w['before']} → {w['after']}"
             for w in report["verdicts"]]
    moved = [[f"`{n['id']}`", n["before"], n["after"], _signed(n["change"])]
             for n in report["numbers"]]
    numbers = table(["Number", "Before", "After", "Change, %"], moved,
                    ["left", "right", "right", "right"])
    return "\n".join([
        f"# {title}", "", *_listed("Tables of data", report["data"]),
        *_listed("Verdicts and words in tables", words), "## Numbers", "", numbers, "",
        *_listed("Exhibits", map(_told, report["exhibits"])),
        *_listed("New", [f"`{name}`" for name in report["new"]]),
        *_listed("Gone", [f"`{name}`" for name in report["gone"]])]).rstrip() + "\n"


def _told(exhibit: dict) -> str:
    before, after = exhibit["rows"]
    largest = exhibit["largest"]
    change = f", largest change {largest:.3g}%" if largest is not None else ""
    return (f"{exhibit['number']} (`{exhibit['id']}`), {exhibit['title']}: {exhibit['cells']} "
            f"cells differ, rows {before} → {after}{change}")


def _listed(head: str, items: Iterable[str]) -> list[str]:
    lines = [f"- {item}" for item in items]
    return [f"## {head}", "", *(lines or ["None."]), ""]


def _signed(change: float | None) -> str:
    return "" if change is None else f"{change:+.3g}"
