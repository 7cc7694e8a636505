"""What a chapter rests on: files that its kernel opens and modules that it imports.

A build runs a chapter again when one of them has changed. Nothing has to be declared: Python
itself reports every file that is opened [1]_, and ``sys.modules`` has what was imported.

References
----------
.. [1] Python Software Foundation. PEP 578: Python Runtime Audit Hooks.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

# What other chapters recorded is an output of theirs and an input of those that read it.
_EVIDENCE = os.path.join("_build", "evidence.json")
_OUTPUTS = ("_build", ".venv", "__pycache__", ".git")
_seen: set[str] = set()
_roots: list[str] = []


def watch(roots: Iterable[str]) -> None:
    """Note from here on every file below some folders that is opened, and every folder listed.

    Parameters
    ----------
    roots : iterable of str
        Folders of the book and of the package; outputs below them are left out.
    """
    hooked = bool(_roots)
    _roots[:] = [os.path.realpath(root) for root in roots]
    if not hooked:
        sys.addaudithook(_note)


def _note(event: str, arguments: tuple) -> None:
    if event not in ("open", "os.listdir", "os.scandir"):
        return
    name = arguments[0]
    # Imports are noted as modules: the loader opens bytecode or source as it finds them.
    if isinstance(name, (str, bytes, os.PathLike)) and "importlib" not in _caller():
        path = os.path.realpath(os.fsdecode(name))
        if _is_input(path):
            _seen.add(path)


def _caller() -> str:
    return sys._getframe(2).f_code.co_filename


def _is_input(path: str) -> bool:
    return any(path.startswith(root + os.sep) and (
        path == os.path.join(root, _EVIDENCE)
        or not set(path[len(root):].split(os.sep)) & set(_OUTPUTS)) for root in _roots)


def rests_on() -> list[str]:
    """Files and folders that were opened and sources of modules that were imported, in order."""
    files = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    sources = {os.path.realpath(file) for file in files if file}
    return sorted(_seen | set(filter(_is_input, sources)))


def digest(path: Path) -> str:
    """Mark of what a file holds, or of the names in a folder; ``absent`` if there is none.

    Of the bibliography only the keys count: no result rests on the wording of a reference.

    Parameters
    ----------
    path : Path
    """
    try:
        content = "\n".join(sorted(os.listdir(path))).encode() if path.is_dir() \
            else path.read_bytes()
    except OSError:
        return "absent"
    if path.suffix == ".bib":
        content = b"\n".join(re.findall(rb"^@\w+\{\s*([^,\s]+)", content, re.M))
    return hashlib.sha256(content).hexdigest()[:16]
