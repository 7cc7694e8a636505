"""Compare two ledgers: each number, exhibit and table of data passes, drifts or is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import isclose
from numbers import Number

# From two versions of one thing to what differs between them.
Differences = Callable[[dict, dict], Iterator[str]]


@dataclass(frozen=True)
class Comparison:
    """Outcome for one number, exhibit or table of data.

    Attributes
    ----------
    outcome : {'PASS', 'DRIFT', 'MISSING'}
    kind : {'number', 'figure', 'table', 'data'}
        Tables are those of the book, data those of ``data/``.
    id : str
    detail : str
        For a drift what differs, with both values; else the value or size.
    chapter : str
        Chapter of a number or exhibit, ``data`` for data.
    """

    outcome: str
    kind: str
    id: str
    detail: str = ""
    chapter: str = ""

    def __str__(self) -> str:
        return f"{self.outcome:<8}{self.kind:<8}{self.id}  {self.detail}".rstrip()


def compare(record: dict, fresh: dict) -> list[Comparison]:
    """Compare every number, exhibit and table of data that stands in either ledger.

    Parameters
    ----------
    record, fresh : dict
        Ledgers, the committed one and that of a rerun, each with ``numbers``, ``exhibits`` and
        ``tables`` by id.

    Returns
    -------
    list of Comparison
        MISSING where only one of the two holds it.
    """
    found = []
    for part, differences in _PARTS.items():
        before, after = record.get(part, {}), fresh.get(part, {})
        for name in dict.fromkeys([*before, *after]):
            found.append(_compared(name, part, before.get(name), after.get(name), differences))
    return found


def _compared(name: str, part: str, old: dict | None, new: dict | None,
              differences: Differences) -> Comparison:
    either = old or new
    outcome, detail = _outcome(old, new, differences)
    return Comparison(
        outcome=outcome, kind=either.get("kind", "data" if part == "tables" else "number"),
        id=name, detail=detail, chapter=either.get("chapter", "data"))


def _outcome(old: dict | None, new: dict | None, differences: Differences) -> tuple[str, str]:
    if not (old and new):
        return "MISSING", f"not in {'the rerun' if old else 'the record'}"
    if found := list(differences(old, new)):
        return "DRIFT", "; ".join(found[:3])
    return "PASS", old.get("text") or _size(old)


def _size(held: dict) -> str:
    inner = held.get("data", held)
    rows = inner["rows"] if isinstance(inner["rows"], int) else len(inner["rows"])
    return f"{rows} rows x {len(inner['columns'])} columns"


def _number(old: dict, new: dict) -> Iterator[str]:
    for name in ("value", "low", "high"):
        if not _same(old[name], new[name], old["tolerance"]):
            yield f"{name} {_both(old[name], new[name])}"
    for name in ("text", "unit", "tables", "rows", "sources"):
        if old[name] != new[name]:
            yield f"{name} {_both(old[name], new[name])}"


def _exhibit(old: dict, new: dict) -> Iterator[str]:
    for name in ("number", "title", "tables", "sources", "status"):
        if old[name] != new[name]:
            yield f"{name} {_both(old[name], new[name])}"
    if old["data"]["columns"] != new["data"]["columns"]:
        yield f"columns {_both(old['data']['columns'], new['data']['columns'])}"
        return
    yield from _cells(old, new)


def _cells(old: dict, new: dict) -> Iterator[str]:
    columns = old["data"]["columns"]
    if len(old["data"]["rows"]) != len(new["data"]["rows"]):
        yield f"rows {_both(len(old['data']['rows']), len(new['data']['rows']))}"
    for line, (a, b) in enumerate(zip(old["data"]["rows"], new["data"]["rows"]), start=1):
        for column, x, y in zip_longest(columns, a, b):
            if not _same(x, y, old["tolerance"]):
                yield f"row {line}, {column} {_both(x, y)}"


def _data(old: dict, new: dict) -> Iterator[str]:
    if old["rows"] != new["rows"]:
        yield f"rows {_both(old['rows'], new['rows'])}"
    for column in dict.fromkeys([*old["columns"], *new["columns"]]):
        if old["columns"].get(column) != new["columns"].get(column):
            yield f"column {column} is not that of the record"


_PARTS: dict[str, Differences] = {"numbers": _number, "exhibits": _exhibit, "tables": _data}


def _same(old: object, new: object, tolerance: float) -> bool:
    if isinstance(old, Number) and isinstance(new, Number):
        return isclose(old, new, rel_tol=tolerance, abs_tol=tolerance * 1e-3)
    return old == new


def _both(old: object, new: object) -> str:
    if isinstance(old, Number) and isinstance(new, Number) and old:
        return f"{old:.10g} -> {new:.10g} ({new / old - 1:+.3%})"
    return f"{old} -> {new}"


def exactly(ledger: dict) -> dict:
    """The same ledger with no tolerance, to compare two runs on one machine.

    Parameters
    ----------
    ledger : dict
        With ``numbers``, ``exhibits`` and ``tables`` by id.
    """
    return {part: _exactly(records) for part, records in ledger.items()}


def _exactly(records: dict[str, dict]) -> dict[str, dict]:
    return {name: held | {"tolerance": 0.0} for name, held in records.items()}


def with_second_run(compared: Sequence[Comparison], first: dict,
                    second: dict) -> list[Comparison]:
    """Comparisons in which whatever a second run gave otherwise is a drift.

    Parameters
    ----------
    compared : sequence of Comparison
        Of the first run with the record.
    first, second : dict
        Ledgers of both runs.
    """
    moved = {(one.kind, one.id): one.detail for one in compare(exactly(first), second)
             if one.outcome != "PASS"}
    return [_moved(one, moved.get((one.kind, one.id))) for one in compared]


def _moved(compared: Comparison, detail: str | None) -> Comparison:
    if compared.outcome != "PASS" or detail is None:
        return compared
    return replace(compared, outcome="DRIFT", detail=f"second run: {detail}")
