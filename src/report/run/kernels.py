"""Run chapters in clean kernels, without Sphinx and without any cache.

``python -m report.run.kernels ledger.json`` runs all chapters of this project with the Python that
is called, and writes what they record.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from report import ledger
from report.project import ROOT

# Front matter that names Jupytext, in any place.
_NOTEBOOK = re.compile(r"---\n(?:(?!---).*\n)*?jupytext:")
TIMEOUT = 600


def client(notebook: nbformat.NotebookNode, folder: Path, timeout: int = TIMEOUT,
           first_lines: Iterable[str] = ()) -> NotebookClient:
    """Client that runs a notebook in place, in a kernel of its own.

    Parameters
    ----------
    notebook : NotebookNode
        Receives the outputs.
    folder : Path
        Where the kernel starts.
    timeout : int
        Seconds that a cell may take.
    first_lines : iterable of str
        Code that the kernel runs before the first cell.
    """
    lines = [f"--IPKernelApp.exec_lines={line}" for line in first_lines]
    return NotebookClient(
        notebook, timeout=timeout, record_timing=False, shutdown_kernel="immediate",
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=["--IPKernelApp.log_level=40", *lines])


def chapters(root: Path = ROOT) -> Iterator[Path]:
    """Chapters that hold code, by name.

    Parameters
    ----------
    root : Path
        Project.

    Yields
    ------
    Path
        MyST notebook.
    """
    for path in sorted((root / "chapters").glob("*.md")):
        if _NOTEBOOK.match(path.read_text(encoding="utf-8")):
            yield path


def run(paths: Iterable[Path], root: Path = ROOT) -> dict:
    """Run chapters one after another, those that rest on others last; collect their records.

    Parameters
    ----------
    paths : iterable of Path
        Chapters as MyST notebooks.
    root : Path
        Project whose package and tables they use.

    Returns
    -------
    dict
        Ledger with ``numbers`` and ``exhibits`` (that have no number yet) by id.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        If a cell fails.
    """
    import jupytext

    surroundings = os.environ | {"PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": "0"}
    notebooks = {path: jupytext.read(path) for path in paths}
    outputs, told = [], False
    for path, notebook in sorted(notebooks.items(), key=lambda item: _late(item[1])):
        if _late(notebook) and not told:
            ledger.write_evidence(root, *ledger.collect(outputs))
            told = True
        client(notebook, path.parent).execute(env=surroundings)
        for cell in notebook.cells:
            outputs += cell.get("outputs", [])
    numbers, exhibits = ledger.collect(outputs)
    return {"numbers": numbers, "exhibits": {
        name: record | {"number": None} for name, record in exhibits.items()}}


def _late(notebook: nbformat.NotebookNode) -> bool:
    return bool(notebook.metadata.get(ledger.AFTER_OTHERS))


def main(arguments: list[str]) -> None:
    """Run all chapters and write the ledger to the file named.

    Parameters
    ----------
    arguments : list of str
        File to write.
    """
    found = run(chapters())
    text = ledger.dumps(found["numbers"], found["exhibits"], {})
    Path(arguments[0]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
