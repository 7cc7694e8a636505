"""Each finished page is repaired once."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.html import pages

PAGE = ('<!DOCTYPE html><html><head></head><body><article><i class="fa-solid fa-no-such-icon"></i>'
        '<figure><img src="a.svg" alt=""/></figure></article></body></html>')


def test_second_call_changes_nothing(book: Path):
    for page in (book / "_build/html").glob("*.html"):
        before = page.read_bytes()
        pages.repair(page)
        assert page.read_bytes() == before


@pytest.fixture
def warnings(monkeypatch):
    said = []
    monkeypatch.setattr(pages.logger, "warning", lambda text, *words: said.append(text % words))
    return said


def test_what_is_missing_is_said(tmp_path, warnings):
    page = tmp_path / "a.html"
    page.write_text(PAGE, encoding="utf-8")
    pages.repair(page)
    assert warnings == ["a.html: no icon is called 'no-such-icon'",
                        "a.html: no alternative text for a.svg"]


def test_page_that_is_repaired_says_so_and_is_left_alone(tmp_path, warnings):
    page = tmp_path / "a.html"
    page.write_text(PAGE, encoding="utf-8")
    pages.repair(page)
    assert f'data-repaired="{pages.VERSION}"' in page.read_text(encoding="utf-8")
    warnings.clear()
    pages.repair(page)
    assert warnings == []
