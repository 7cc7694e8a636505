"""Data, drawing and picture of every exhibit beside the pages, at permanent addresses.

They are ``exhibits/<id>.csv``, ``.svg`` and ``.png``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from sphinx.application import Sphinx

from report.sphinx import events, state
from report.typst import pictures

FOLDER = "exhibits"
# Of the picture: 2.5 times the size on the page, so that it is sharp on paper and on a phone.
DOTS_PER_INCH = 180
MARGIN = "6pt"


def _write_files(app: Sphinx) -> None:
    """Bring the files of all exhibits up to date, and take away those of others."""
    made, folder = Path(app.srcdir, "_build", FOLDER), Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    kept = set()
    for name, exhibit in state.build(app).exhibits.items():
        for ending in ("csv", "svg", "png") if exhibit["drawing"] else ("csv",):
            target = folder / f"{name}.{ending}"
            source = made / f"{name}.{'csv' if ending == 'csv' else 'svg'}"
            kept.add(target.name)
            _bring_up_to_date(source, target)
    for stray in [path for path in folder.iterdir() if path.name not in kept]:
        stray.unlink()


def _bring_up_to_date(source: Path, target: Path) -> None:
    """Copy or draw a file, unless that was done since the source last changed."""
    if target.exists() and target.stat().st_mtime_ns == source.stat().st_mtime_ns:
        return
    if target.suffix == ".png":
        pictures.convert(source, target, margin=MARGIN, background="white", ppi=DOTS_PER_INCH)
    else:
        shutil.copyfile(source, target)
    shutil.copystat(source, target)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    events.when_html_is_done(app, _write_files)
    return events.PARALLEL
