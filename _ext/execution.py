"""Run all chapters side by side before Sphinx reads the first page.

The stock cache of executed notebooks looks at code cells only, so here its folder is named by
everything else that a chapter rests on: package, tables, bibliography, locked requirements and
Python. Numbers and exhibits travel as outputs of the cells, so they survive the cache.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from myst_nb.core.read import create_nb_reader
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

SOURCE = Path(__file__).resolve().parents[1] / "src"
sys.path.insert(0, str(SOURCE))

from analysis import ledger  # noqa: E402
from analysis.exhibits import palette  # noqa: E402

logger = logging.getLogger(__name__)

RESTS_ON = ("src/**/*.py", "data/*", "references.bib", "requirements.txt", "_ext/execution.py")
KEPT_CACHES = 3


def digest(root: Path) -> str:
    """Hash of all that a chapter rests on beside its own cells."""
    state = hashlib.sha256(sys.version.encode())
    for pattern in RESTS_ON:
        for path in sorted(root.glob(pattern)):
            state.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return state.hexdigest()[:16]


def name_cache(app: Sphinx, config: Config) -> None:
    """Point MyST-NB at the cache that fits the present package and tables."""
    caches = Path(app.srcdir, "_build", ".jupyter_cache")
    mine = caches / digest(Path(app.srcdir))
    mine.mkdir(parents=True, exist_ok=True)
    os.utime(mine)
    for old in sorted(caches.iterdir(), key=lambda p: p.stat().st_mtime)[:-KEPT_CACHES]:
        shutil.rmtree(old, ignore_errors=True)
    config.nb_execution_cache_path = str(mine)
    # Kernels find the package without an installation, and repeat themselves.
    os.environ["PYTHONPATH"] = os.pathsep.join(
        filter(None, [str(SOURCE), os.environ.get("PYTHONPATH", "")]))
    os.environ.setdefault("PYTHONHASHSEED", "0")
    # Threads inside small matrix products only get in the way of chapters side by side.
    for library in ("OMP", "OPENBLAS", "MKL"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")


def execute_stale(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Execute what is not in the cache, then collect numbers and exhibits of all chapters."""
    cache = get_cache(env.mystnb_config.execution_cache_path)
    notebooks = dict(read_notebooks(env))
    stale = {doc: nb for doc, nb in notebooks.items() if not _is_cached(cache, nb)}
    for doc, seconds in run_side_by_side(env, stale):
        bundle = CacheBundleIn(
            nb=stale[doc], uri=env.doc2path(doc), data={"execution_seconds": seconds})
        cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
        logger.info("executed %s in %.1f s", doc, seconds)
    done = [cache.merge_match_into_notebook(nb)[1] for nb in notebooks.values()]
    app.ledger_numbers, app.ledger_exhibits = ledger.collect(_outputs(done))
    write_exhibits(Path(app.srcdir, "_build", "exhibits"), app.ledger_exhibits)
    return sorted(stale)


def read_notebooks(env: BuildEnvironment) -> Iterator[tuple[str, nbformat.NotebookNode]]:
    """Every page of the book that is a notebook, in the order of the contents."""
    for doc in filter(env.found_docs.__contains__, env.app.config.external_site_map):
        path = env.doc2path(doc)
        content = Path(path).read_text(encoding="utf-8")
        reader = create_nb_reader(path, env.myst_config, env.mystnb_config, content)
        if reader is not None:
            notebook = reader.read(content)
            if any(cell.cell_type == "code" for cell in notebook.cells):
                yield doc, notebook


def _is_cached(cache: JupyterCacheAbstract, notebook: nbformat.NotebookNode) -> bool:
    with suppress(KeyError):
        cache.match_cache_notebook(notebook)
        return True
    return False


def _outputs(notebooks: list[nbformat.NotebookNode]) -> Iterator[dict]:
    for notebook in notebooks:
        for cell in notebook.cells:
            yield from cell.get("outputs", [])


def run_side_by_side(env: BuildEnvironment, notebooks: dict) -> Iterator[tuple[str, float]]:
    """Execute notebooks in place, each in a kernel of its own.

    Raises
    ------
    ExtensionError
        Names the first chapter that failed, its cell and its error.
    """
    with ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2)) as pool:
        jobs = {doc: pool.submit(_run, env, doc, nb) for doc, nb in notebooks.items()}
        for doc, job in jobs.items():
            yield doc, job.result()


def _run(env: BuildEnvironment, doc: str, notebook: nbformat.NotebookNode) -> float:
    started = time.perf_counter()
    folder = Path(env.doc2path(doc)).parent
    client = NotebookClient(
        notebook, timeout=env.mystnb_config.execution_timeout, record_timing=False,
        resources={"metadata": {"path": str(folder)}}, shutdown_kernel="immediate",
        extra_arguments=["--IPKernelApp.log_level=40"])
    try:
        client.execute()
    except CellExecutionError as error:
        # Errors of our own name file, line and column: the way to them says nothing more.
        own = error.ename in ("TableError", "LedgerError")
        said = f"{error.ename}: {error.evalue}" if own else str(error)
        raise ExtensionError(f"{doc}: a cell failed\n{said}") from None
    except DeadKernelError:
        raise ExtensionError(f"{doc}: its kernel died; nothing of it was kept") from None
    return time.perf_counter() - started


def write_exhibits(folder: Path, exhibits: dict[str, dict]) -> None:
    """Write drawings (light and dark) and data of all exhibits, and nothing else."""
    files = {}
    for name, record in exhibits.items():
        files[f"{name}.csv"] = record["csv"]
        if record["drawing"]:
            files[f"{name}.svg"] = record["drawing"]
            files[f"{name}-dark.svg"] = palette.darkened(record["drawing"])
    folder.mkdir(parents=True, exist_ok=True)
    for stray in [p for p in folder.iterdir() if p.name not in files]:
        stray.unlink()
    for name, content in files.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.connect("config-inited", name_cache, priority=1)
    app.connect("env-get-outdated", execute_stale, priority=1)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
