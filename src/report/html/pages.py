"""Finished pages are repaired, each once after it was written.

A page that Sphinx did not write again is left alone.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from bs4 import BeautifulSoup
from pydata_sphinx_theme.short_link import ShortenLinkTransform
from sphinx.application import Sphinx
from sphinx.util import logging

from report.html import accessibility, dark, icons, loading, overviews
from report.sphinx import events

logger = logging.getLogger(__name__)

# Stands in each page that has been repaired; another one has all of them repaired again.
VERSION = "7"
_MARK = f'data-repaired="{VERSION}"'
# What the theme brings along and no page needs.
_UNUSED = ("_static/scripts/fontawesome.js", "_static/vendor/fontawesome")


def _repair_pages(app: Sphinx) -> None:
    """Repair every page of the finished book that was written since the last time."""
    dark.copy_files(app)
    for unused in _UNUSED:
        path = Path(app.outdir, unused)
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    for page in sorted(Path(app.outdir).rglob("*.html")):
        if not page.relative_to(app.outdir).parts[0].startswith("_"):
            repair(page, Path(app.outdir))


def repair(page: Path, folder: Path | None = None) -> None:
    """Repair one page in place, unless that has been done.

    Parameters
    ----------
    page : Path
        Its file.
    folder : Path, optional
        Of the book; that of the page where it is not given.
    """
    text = page.read_text(encoding="utf-8")
    if _MARK in text[:2000]:
        return
    soup = BeautifulSoup(text, "html.parser")
    accessibility.repair(soup)
    overviews.add_to_contents(soup, folder or page.parent)
    loading.lighten(soup)
    for icon in icons.draw(soup):
        logger.warning("%s: no icon is called %r", page.name, icon)
    dark.add_variants(soup, page)
    for picture in accessibility.undescribed(soup):
        logger.warning("%s: no alternative text for %s", page.name, picture)
    soup.html["data-repaired"] = VERSION
    page.write_text(soup.decode(formatter="html5"), encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    ShortenLinkTransform.supported_platform.clear()  # addresses stand in full, as in the PDF
    events.when_html_is_done(app, _repair_pages, events.REPAIR_PAGES)
    return events.PARALLEL
