"""Run all chapters side by side before Sphinx reads the first page.

The stock cache of executed notebooks looks at code cells only. Here each run also keeps what the
chapter rested on: the modules that it imported and the files that it opened (tables, their
description, the bibliography), with the locked requirements and Python. A chapter runs again when
one of them has changed. Numbers and exhibits travel as outputs of the cells, so they survive the
cache.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from pathlib import Path

import nbformat
from docutils import nodes
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from myst_nb.core.read import create_nb_reader
from nbclient.exceptions import CellExecutionError, DeadKernelError
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

from report import ledger
from report.drawing import palette
from report.project import ROOT
from report.run import dependencies, kernels
from report.sphinx import events, state

logger = logging.getLogger(__name__)

SOURCE = ROOT / "src"

FOR_ALL = ("requirements.txt", "src/report/sphinx/execution.py", "src/report/run/dependencies.py")
IMPORT = "from report.run import dependencies"
REPORT = f"import json; {IMPORT}; print(json.dumps(dependencies.rests_on()))"


def _set_up(app: Sphinx, config: Config) -> None:
    """Give all kernels the same surroundings, and MyST-NB the cache of this book."""
    config.nb_execution_cache_path = str(Path(app.srcdir, "_build", ".jupyter_cache"))
    # Kernels find the package without an installation, and repeat themselves.
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(SOURCE), os.environ.get("PYTHONPATH", "")]))
    os.environ.setdefault("PYTHONHASHSEED", "0")
    # Threads inside small sums and products only get in the way of chapters side by side.
    for library in ("OMP", "OPENBLAS", "MKL", "RAYON"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")


def _execute_stale(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Execute what has changed, then collect numbers and exhibits of all chapters."""
    cache = get_cache(env.mystnb_config.execution_cache_path)
    notebooks = dict(read_notebooks(env))
    late = {doc: nb for doc, nb in notebooks.items() if nb.metadata.get(ledger.AFTER_OTHERS)}
    first = {doc: nb for doc, nb in notebooks.items() if doc not in late}
    done = _execute_round(env, cache, first)
    ledger.write_evidence(Path(app.srcdir), *_collect(done, notebooks))
    done |= _execute_round(env, cache, late)
    recorded = state.build(app)
    recorded.numbers, recorded.exhibits = _collect(done, notebooks)
    write_exhibits(Path(app.srcdir, "_build", "exhibits"), recorded.exhibits)
    recorded.outputs = {doc: _mark(notebook) for doc, notebook in done.items()}
    # Also what an interrupted build has executed and not read.
    return [doc for doc, mark in recorded.outputs.items() if state.page(env, doc).outputs != mark]


def _execute_round(env: BuildEnvironment, cache: JupyterCacheAbstract, notebooks: dict) -> dict:
    """Execute those of some chapters that are stale; all of them with their outputs."""
    book = env.app.srcdir
    stale = {doc: nb for doc, nb in notebooks.items() if not is_fresh(cache, nb, book)}
    for doc, kept in run_side_by_side(env, stale):
        bundle = CacheBundleIn(nb=stale[doc], uri=env.doc2path(doc), data=kept)
        cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
        logger.info("executed %s in %.1f s", doc, kept["execution_seconds"])
    return {doc: cache.merge_match_into_notebook(nb)[1] for doc, nb in notebooks.items()}


def _collect(done: dict, order: dict) -> tuple[dict, dict]:
    held = (_outputs(done[doc]) for doc in order if doc in done)
    return ledger.collect(chain.from_iterable(held))


def _note_run(app: Sphinx, doctree: nodes.document) -> None:
    """Keep with a page which outputs it was read with."""
    state.page(app.env).outputs = state.build(app).outputs.get(app.env.docname, "")


def _mark(notebook: nbformat.NotebookNode) -> str:
    return hashlib.sha256(json.dumps(list(_outputs(notebook))).encode()).hexdigest()


def read_notebooks(env: BuildEnvironment) -> Iterator[tuple[str, nbformat.NotebookNode]]:
    """Every page of the book that is a notebook, in the order of the contents.

    Parameters
    ----------
    env : BuildEnvironment

    Yields
    ------
    doc : str
        Page.
    notebook : NotebookNode
        As it was read, without outputs.
    """
    for doc in filter(env.found_docs.__contains__, env.app.config.external_site_map):
        path = env.doc2path(doc)
        content = Path(path).read_text(encoding="utf-8")
        reader = create_nb_reader(path, env.myst_config, env.mystnb_config, content)
        if reader is not None:
            notebook = reader.read(content)
            if any(cell.cell_type == "code" for cell in notebook.cells):
                yield doc, notebook


def is_fresh(cache: JupyterCacheAbstract, notebook: nbformat.NotebookNode, book: str) -> bool:
    """Whether outputs are at hand and all that the chapter rested on is as it was.

    Parameters
    ----------
    cache : JupyterCacheAbstract
        Executed notebooks.
    notebook : NotebookNode
        Chapter as it was read.
    book : str
        Folder of the book.
    """
    with suppress(KeyError):
        kept = cache.match_cache_notebook(notebook).data.get("rests_on", {"": ""})
        return kept == {name: _digest(book, name) for name in kept}
    return False


def _digest(book: str, name: str) -> str:
    return sys.version if name == "Python" else dependencies.digest(Path(book, name))


def _rested_on(book: str, paths: list[str], started: float) -> dict[str, str]:
    """Mark of each file; one that was written to while the chapter ran makes it run again."""
    found = {"Python": sys.version, **{name: _digest(book, name) for name in FOR_ALL}}
    for path in map(Path, paths):
        late = path.exists() and path.stat().st_mtime >= started
        found[os.path.relpath(path, book)] = "changed" if late else dependencies.digest(path)
    return found


def _outputs(notebook: nbformat.NotebookNode) -> Iterator[dict]:
    for cell in notebook.cells:
        yield from cell.get("outputs", [])


def run_side_by_side(env: BuildEnvironment, notebooks: dict) -> Iterator[tuple[str, dict]]:
    """Execute notebooks in place, each in a kernel of its own.

    Parameters
    ----------
    env : BuildEnvironment
    notebooks : dict
        Chapters as they were read, by page.

    Yields
    ------
    doc : str
        Page of the notebook.
    kept : dict
        ``execution_seconds``, and ``rests_on`` with a mark of each file.

    Raises
    ------
    ExtensionError
        Names the first chapter that failed, its cell and its error.
    """
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        jobs = {doc: pool.submit(_run, env, doc, nb) for doc, nb in notebooks.items()}
        for doc, job in jobs.items():
            yield doc, job.result()


def _run(env: BuildEnvironment, doc: str, notebook: nbformat.NotebookNode) -> dict:
    started, book = time.time(), os.path.realpath(env.srcdir)
    roots = [book, str(SOURCE.parent)]
    notebook.cells.append(nbformat.v4.new_code_cell(REPORT))
    watching = f"{IMPORT}; dependencies.watch({roots})"
    try:
        kernels.client(notebook, Path(env.doc2path(doc)).parent,
                     env.mystnb_config.execution_timeout, [watching]).execute()
    except CellExecutionError as error:
        # Errors of our own name file, line and column: the way to them says nothing more.
        own = error.ename in ("TableError", "LedgerError", "LookupError", "DeclarationError")
        said = f"{error.ename}: {error.evalue}" if own else str(error)
        raise ExtensionError(f"{doc}: a cell failed\n{said}") from None
    except DeadKernelError:
        raise ExtensionError(f"{doc}: its kernel died; nothing of it was kept") from None
    paths = json.loads(notebook.cells.pop().outputs[0]["text"])
    return {"execution_seconds": time.time() - started,
            "rests_on": _rested_on(book, paths, started)}


def write_exhibits(folder: Path, exhibits: dict[str, dict]) -> None:
    """Write drawings (wide and narrow, light and dark) and data of all exhibits, and nothing else.

    Parameters
    ----------
    folder : Path
        What else stands in it is removed.
    exhibits : dict
        By id, as the chapters recorded them.
    """
    files = {}
    for name, record in exhibits.items():
        files[f"{name}.csv"] = record["csv"]
        if record["drawing"]:
            for form, drawing in (("", record["drawing"]), ("-narrow", record["narrow"])):
                files[f"{name}{form}.svg"] = drawing
                files[f"{name}{form}-dark.svg"] = palette.darkened(drawing)
    folder.mkdir(parents=True, exist_ok=True)
    for stray in [p for p in folder.iterdir() if p.name not in files]:
        stray.unlink()
    for name, content in files.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            ledger.write(path, content)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.connect("config-inited", _set_up, priority=events.PREPARE_KERNELS)
    app.connect("env-get-outdated", _execute_stale, priority=events.RUN_CHAPTERS)
    app.connect("doctree-read", _note_run)
    return events.PARALLEL
