"""Dark figures stand beside the light ones."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from report.html import dark

DRAWING = '<svg height="60pt" version="1.1" width="120pt"/>'


def test_dark_figure_stands_beside_the_light_one(book: Path, pages):
    light, twin = pages["first"].select("figure img")
    assert light["src"] == "_images/line.svg" and "only-light" in light["class"]
    assert twin["src"] == "_images/line-dark.svg" and "only-dark" in twin["class"]
    assert light["alt"] == twin["alt"]
    copied = (book / "_build/html/_images/line-dark.svg").read_text(encoding="utf-8")
    assert "#6cc0f0" in copied


def test_picture_without_a_twin_or_from_elsewhere_stays_alone(tmp_path):
    markup = '<img id="a" src="a.svg"/><img src="https://b.example/b.svg"/><img src="c.svg"/>'
    for name in ("a", "a-dark"):
        (tmp_path / f"{name}.svg").write_text(DRAWING)
    soup = BeautifulSoup(markup, "html.parser")
    dark.add_variants(soup, tmp_path / "page.html")
    assert [image["src"] for image in soup.find_all("img")] == [
        "a.svg", "a-dark.svg", "https://b.example/b.svg", "c.svg"]
    assert len(soup.find_all(id="a")) == 1


def test_second_call_adds_nothing(tmp_path):
    for name in ("a", "a-dark"):
        (tmp_path / f"{name}.svg").write_text(DRAWING)
    soup = BeautifulSoup('<img src="a.svg"/>', "html.parser")
    for _ in range(2):
        dark.add_variants(soup, tmp_path / "page.html")
    assert len(soup.find_all("img")) == 2


def test_narrow_forms_are_shown_on_a_phone_and_all_have_their_size(tmp_path):
    for name, width in (("a", 120), ("a-dark", 120), ("a-narrow", 90), ("a-narrow-dark", 90)):
        (tmp_path / f"{name}.svg").write_text(DRAWING.replace("120pt", f"{width}pt"))
    soup = BeautifulSoup('<img alt="A" src="a.svg"/>', "html.parser")
    dark.add_variants(soup, tmp_path / "page.html")
    light, black = soup.find_all("picture")
    # A point is four thirds of a pixel.
    assert (light.img["width"], light.img["height"]) == ("160", "80")
    assert (light.source["width"], light.source["height"]) == ("120", "80")
    assert [p.source["srcset"] for p in (light, black)] == ["a-narrow.svg", "a-narrow-dark.svg"]
    assert [p.img["src"] for p in (light, black)] == ["a.svg", "a-dark.svg"]
    assert "only-light" in light.img["class"] and "only-dark" in black.img["class"]
    assert light.source["media"] == dark.PHONE
