"""Dark figures stand beside the light ones."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from report.html import dark


def test_dark_figure_stands_beside_the_light_one(book: Path, pages):
    light, twin = pages["first"].select("figure img")
    assert light["src"] == "_images/line.svg" and "only-light" in light["class"]
    assert twin["src"] == "_images/line-dark.svg" and "only-dark" in twin["class"]
    assert light["alt"] == twin["alt"]
    copied = (book / "_build/html/_images/line-dark.svg").read_text(encoding="utf-8")
    assert "#6cc0f0" in copied


def test_picture_without_a_twin_or_from_elsewhere_stays_alone(tmp_path):
    markup = '<img id="a" src="a.svg"/><img src="https://b.example/b.svg"/><img src="c.svg"/>'
    (tmp_path / "a-dark.svg").write_text("<svg/>")
    soup = BeautifulSoup(markup, "html.parser")
    dark.add_variants(soup, tmp_path / "page.html")
    assert [image["src"] for image in soup.find_all("img")] == [
        "a.svg", "a-dark.svg", "https://b.example/b.svg", "c.svg"]
    assert len(soup.find_all(id="a")) == 1


def test_second_call_adds_nothing(tmp_path):
    (tmp_path / "a-dark.svg").write_text("<svg/>")
    soup = BeautifulSoup('<img src="a.svg"/>', "html.parser")
    for _ in range(2):
        dark.add_variants(soup, tmp_path / "page.html")
    assert len(soup.find_all("img")) == 2
