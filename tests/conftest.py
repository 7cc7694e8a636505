"""What all tests share: the built report and a browser to look at it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import chromium
import pandas as pd
import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from report.evidence import Evidence

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """Folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def built_html(root: Path) -> Path:
    """Folder of the built HTML report."""
    folder = root / "_build" / "html"
    if not (folder / "index.html").exists():
        pytest.fail("The HTML report is not built: run `make book` first", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def built_pdf(root: Path) -> Path:
    """The built PDF report."""
    file = root / "_build" / "pdf" / "belarus-technology-sector.pdf"
    if not file.exists():
        pytest.fail("The PDF report is not built: run `make book` first", pytrace=False)
    return file


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one the test is skipped, and on CI it fails."""
    path = chromium.ensure()
    if path is None:
        _go_without("no Chromium here, and none could be installed")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(
                executable_path=path, args=list(chromium.ARGUMENTS))
        except Error as error:
            _go_without(f"{path} does not start: {error.message.splitlines()[0]}")
        yield started
        started.close()


def _go_without(reason: str) -> None:
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(f"Browser tests must run on CI: {reason}", pytrace=False)
    pytest.skip(f"Browser tests are left out: {reason}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page in a context of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def evidence():
    """Maker of evidence from numbers (a value or value, low, high) and rows of exhibits.

    A published figure is a value, or a value and its qualifier, or a range of two values.
    """
    def make(numbers=None, exhibits=None, events=None, published=None):
        held = {}
        for name, given in (numbers or {}).items():
            value, low, high = given if isinstance(given, tuple) else (given, None, None)
            held[name] = {"value": value, "low": low, "high": high}
        shown = {name: {"data": {"columns": list(rows[0]), "rows": [list(r.values())
                                                                    for r in rows]}}
                 for name, rows in (exhibits or {}).items()}
        dates = pd.DataFrame({"event": list(events or {}),
                              "date": pd.to_datetime(list((events or {}).values()))})
        figures = pd.DataFrame([_figure(name, given) for name, given in (published or {}).items()],
                               columns=["figure", "value", "qualifier", "value_high",
                                        "resolution"])
        return Evidence(held, shown, dates, figures)
    return make


def _figure(name, given):
    value, more = given if isinstance(given, tuple) else (given, "plain")
    high = None if isinstance(more, str) else more
    return (name, value, more if isinstance(more, str) else "range", high, None)
