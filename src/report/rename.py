"""Rename a number or an exhibit wherever its id stands.

``python -m report.rename OLD NEW``, or ``make rename OLD=... NEW=...``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from report import ledger
from report.project import ROOT

# Where people write ids; notebooks and the record follow by their own commands.
PLACES = ("chapters/*.md", "chapters/*.toml", "data/claims.csv", "src/**/*.py", "tests/**/*.py")


def pattern(name: str) -> re.Pattern:
    """The id as a whole: neither part of a longer one nor followed by more of one."""
    return re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w-]|\.\w)|"
                      rf"(?<=exhibit\.){re.escape(name)}(?![\w-])|"
                      rf"(?<=(?:fig|tab)-){re.escape(name)}(?![\w-])")


def rename(old: str, new: str, root: Path = ROOT) -> dict[str, int]:
    """Write another id in all places.

    Parameters
    ----------
    old, new : str
        Full ids, of one kind and one chapter.
    root : Path
        Project folder.

    Returns
    -------
    dict
        Times by file, for files that have it.

    Raises
    ------
    ValueError
        If no file has the old id, or one has the new one already; nothing is written then.
    """
    texts = {path: path.read_text(encoding="utf-8")
             for place in PLACES for path in sorted(root.glob(place))}
    for path, text in texts.items():
        if pattern(new).search(text):
            raise ValueError(f"{new!r} stands in {path.relative_to(root)} already")
    found = {path: pattern(old).subn(new, text) for path, text in texts.items()}
    found = {path: made for path, made in found.items() if made[1]}
    if not found:
        raise ValueError(f"{old!r} stands nowhere")
    for path, (text, _) in found.items():
        ledger.write(path, text)
    return {path.relative_to(root).as_posix(): times for path, (_, times) in found.items()}


def main(arguments: list[str]) -> int:
    """Rename, and say where."""
    if len(arguments) != 2:
        raise SystemExit("rename: give the old id and the new one")
    try:
        found = rename(*arguments)
    except ValueError as error:
        raise SystemExit(f"rename: {error}; nothing was written") from None
    for path, times in found.items():
        print(f"{path}: {times}")
    print("Now `make pair`, and `make ledger` to accept the new id into the record")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
