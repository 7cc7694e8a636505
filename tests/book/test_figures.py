"""Every drawn figure, wide and narrow: its words touch nothing, and colours mean one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

import matplotlib.font_manager
import pytest
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from analysis.entities import COLOURS
from report.drawing import palette
from report.drawing.events import DASHES
from report.drawing.form import NARROW

# Colours of words that name no line: titles, names of rows, numbers of axes.
WORDS = {palette.INK, palette.MUTED}
# Points by which boxes may touch: what stands under the base line of capitals is empty.
SLACK = 1.0
SMALLEST = 8.5


@dataclass(frozen=True)
class Text:
    """Words with the box that they fill, in points from the upper left corner."""

    words: str
    fill: str
    size: float
    left: float
    top: float
    right: float
    bottom: float


def width(words, size, weight):
    font = FontProperties(family="DejaVu Sans", weight=weight)
    return TextPath((0, 0), words, size=size, prop=font).get_extents().width


def read(drawing):
    """Texts of an SVG, lines of events as (x, top, bottom), and its size."""
    root = ElementTree.fromstring(drawing)
    texts, rules = [], []
    for element in root.iter():
        kind, style = element.tag.rpartition("}")[2], element.get("style", "")
        if kind == "text" and (element.text or "").strip():
            texts.append(text(element, style))
        if kind == "path" and f"stroke-dasharray: {DASHES}" in style:
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", element.get("d"))]
            if len(numbers) == 4 and numbers[0] == numbers[2]:
                rules.append((numbers[0], min(numbers[1::2]), max(numbers[1::2])))
    size = [float(n) for n in root.get("viewBox").split()[2:]]
    return texts, rules, size


def text(element, style):
    size = float(re.search(r"font-size: ([\d.]+)px", style)[1])
    weight = "bold" if "font-weight: bold" in style else "normal"
    wide = width(element.text, size, weight)
    x, y = position(element)
    anchor = re.search(r"text-anchor: (\w+)", style)
    left = x - {"middle": wide / 2, "end": wide}.get(anchor[1] if anchor else "start", 0)
    fill = re.search(r"fill: (#\w{6})", style)
    return Text(element.text, fill[1] if fill else "#000000", size, left, y - 0.73 * size,
                left + wide, y)


def position(element):
    if element.get("x"):
        return float(element.get("x")), float(element.get("y"))
    moved = re.search(r"translate\(([-\d.]+)[ ,]+([-\d.]+)\)", element.get("transform"))
    return float(moved[1]), float(moved[2])


@pytest.fixture(scope="module")
def drawn(built_html):
    """Texts, rules and size of each drawing, by name."""
    files = sorted((built_html.parent / "exhibits").glob("*.svg"))
    return {file.stem: read(file.read_text("utf-8")) for file in files
            if not file.stem.endswith("-dark")}


def test_every_figure_has_both_forms(drawn):
    wide = {name for name in drawn if not name.endswith("-narrow")}
    assert len(wide) > 20 and {f"{name}-narrow" for name in wide} == set(drawn) - wide


def test_words_do_not_touch_one_another(drawn):
    found = [f"{name}: {a.words!r} and {b.words!r}" for name, (texts, *_) in drawn.items()
             for a, b in combinations(texts, 2)
             if min(a.right, b.right) - max(a.left, b.left) > SLACK
             and min(a.bottom, b.bottom) - max(a.top, b.top) > SLACK]
    assert not found, "\n".join(found)


def test_no_line_of_an_event_crosses_words(drawn):
    found = [f"{name}: {word.words!r}" for name, (texts, rules, _) in drawn.items()
             for word in texts for x, top, bottom in rules
             if word.left + SLACK < x < word.right - SLACK
             and word.bottom > top + SLACK and word.top < bottom - SLACK]
    assert any(rules for _, rules, _ in drawn.values())
    assert not found, "\n".join(found)


def test_words_stand_inside_and_can_be_read(drawn):
    found = [f"{name}: {word.words!r}" for name, (texts, _, (right, bottom)) in drawn.items()
             for word in texts if word.left < -SLACK or word.right > right + SLACK
             or word.top < -SLACK or word.bottom > bottom + SLACK or word.size < SMALLEST]
    assert not found, "\n".join(found)


def test_narrow_figures_are_narrow(drawn):
    for name, (_, _, size) in drawn.items():
        if name.endswith("-narrow"):
            assert size[0] == pytest.approx(72 * NARROW.width, abs=1), name


def test_an_entity_has_one_colour(drawn):
    found = {(word.words, word.fill) for texts, *_ in drawn.values() for word in texts
             if word.words in COLOURS and word.fill not in WORDS}
    assert {name for name, _ in found} > {"Belarus", "Russia", "Poland", "United States", "Asia"}
    assert not {(name, fill) for name, fill in found if COLOURS[name] != fill}
    assert "DejaVu Sans" in matplotlib.font_manager.get_font_names()


@pytest.mark.parametrize("wide", [1280, 390])
def test_links_to_exhibits_land_on_them(page, built_html, wide):
    page.emulate_media(reduced_motion="reduce")  # a page that still scrolls has not landed
    page.set_viewport_size({"width": wide, "height": 800})
    for chapter in ("exodus", "park", "pivot"):
        path = built_html / f"chapters/{chapter}.html"
        ids = re.findall(r'id="((?:fig|tab)-[\w-]+)"', path.read_text("utf-8"))
        assert ids
        for one in dict.fromkeys(ids):
            page.goto("about:blank")
            page.goto(f"{path.as_uri()}#{one}")
            page.wait_for_timeout(100)  # pictures near by load and must not move it
            place = page.evaluate(LANDED, one)
            assert place["at_end"] or abs(place["top"]) <= 80, (one, place)


# Distance from where the page scrolls to; the last exhibits cannot come up to the top.
LANDED = """id => {
  const e = document.getElementById(id), root = document.scrollingElement;
  const margin = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
  return {top: e.getBoundingClientRect().top - margin,
          at_end: root.scrollTop + innerHeight >= root.scrollHeight - 2};
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_of_figures_have_eleven_pixels_on_a_phone(page, built_html, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((built_html / "chapters/park.html").as_uri())
    page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    shown = page.evaluate("""[...document.querySelectorAll('.exhibit figure img')]
        .filter(i => i.offsetWidth).map(i => [i.currentSrc, i.offsetWidth])""")
    assert len(shown) > 5
    for source, width in shown:
        assert "-narrow" in source and ("-dark" in source) == (scheme == "dark")
        assert SMALLEST * width / (72 * NARROW.width) >= 11, (source, width)
