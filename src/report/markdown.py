"""Tables as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_RULE = {"left": ":---", "right": "---:"}


def table(heads: Sequence[str], body: Iterable[Sequence[object]],
          sides: Sequence[str] = ()) -> str:
    r"""Markdown table.

    Parameters
    ----------
    heads : sequence of str
        What stands above the columns.
    body : iterable of sequence
        Cells, one sequence as long as `heads` a line; a stroke (``|``) in one is escaped.
    sides : sequence of {'left', 'right'}
        To which side each column is aligned; all to the left where none are given.

    Examples
    --------
    >>> print(table(["Kind", "Share"], [["a|b", 1]], ["left", "right"]))
    | Kind | Share |
    | :--- | ---: |
    | a\|b | 1 |
    """
    rule = [_RULE[side] for side in sides or ["left"] * len(heads)]
    return "\n".join([_line(heads), _line(rule), *(_line(map(_cell, cells)) for cells in body)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")
