"""What a new edition of the data moved: numbers, exhibits and verdicts."""

from __future__ import annotations

from math import inf
from numbers import Number

from report.run.compare import compare


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
    moved = [v for v in compare(record, fresh) if v.outcome != "PASS"]
    drift = {part: [v.id for v in moved if v.outcome == "DRIFT" and v.kind in kinds]
             for part, kinds in _PARTS.items()}
    numbers = [_number(record["numbers"][n], fresh["numbers"][n]) for n in drift["numbers"]]
    exhibits = {n: (record["exhibits"][n], fresh["exhibits"][n]) for n in drift["exhibits"]}
    return {
        "data": [f"{v.id}: {v.detail}" for v in moved if v.kind == "data"],
        "numbers": sorted(numbers, key=lambda n: -abs(n["change"] or inf)),
        "exhibits": [_exhibit(*pair) for pair in exhibits.values()],
        "verdicts": [word for pair in exhibits.values() for word in _words(*pair)],
        "new": [v.id for v in moved if v.detail == "not in the record"],
        "gone": [v.id for v in moved if v.detail == "not in the rerun"]}


_PARTS = {"numbers": ("number",), "exhibits": ("figure", "table")}


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


def _cells(old: dict, new: dict):
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
    return [{"id": new["id"], "row": str(label[0]), "column": column, "before": x, "after": y}
            for label, column, x, y in _cells(old, new)
            if x != y and not any(isinstance(v, Number) and not isinstance(v, bool)
                                  for v in (x, y))]


def markdown(report: dict, title: str) -> str:
    """The report for people."""
    lines = [f"# {title}", "", *_listed("Tables of data", report["data"]),
             *_listed("Verdicts and words in tables", [
                 f"`{w['id']}`, {w['row']}, {w['column']}: {w['before']} → {w['after']}"
                 for w in report["verdicts"]])]
    lines += ["## Numbers", "", "| Number | Before | After | Change, % |",
              "| :--- | ---: | ---: | ---: |"]
    lines += [f"| `{n['id']}` | {n['before']} | {n['after']} | {_signed(n['change'])} |"
              for n in report["numbers"]]
    lines += ["", *_listed("Exhibits", [
        f"{e['number']} (`{e['id']}`), {e['title']}: {e['cells']} cells differ, rows "
        f"{e['rows'][0]} → {e['rows'][1]}"
        + (f", largest change {e['largest']:.3g}%" if e["largest"] is not None else "")
        for e in report["exhibits"]])]
    lines += _listed("New", [f"`{i}`" for i in report["new"]])
    lines += _listed("Gone", [f"`{i}`" for i in report["gone"]])
    return "\n".join(lines).rstrip() + "\n"


def _listed(head: str, items: list[str]) -> list[str]:
    return [f"## {head}", "", *([f"- {item}" for item in items] or ["None."]), ""]


def _signed(change: float | None) -> str:
    return "" if change is None else f"{change:+.3g}"
