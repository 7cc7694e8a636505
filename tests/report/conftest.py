"""The small book that the tests of the extensions look into, built once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

sys.path.insert(0, str(Path(__file__).parent))

import minibook  # noqa: E402


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the built book."""
    folder = minibook.lay_out(tmp_path_factory.mktemp("minibook"))
    result, printed = minibook.build(folder)
    assert result == 0, printed
    return folder


@pytest.fixture(scope="session")
def pages(book: Path) -> dict[str, BeautifulSoup]:
    """Pages of the built book by name."""
    return {p.stem: BeautifulSoup(p.read_text(encoding="utf-8"), "html.parser")
            for p in (book / "_build/html").glob("*.html")}
