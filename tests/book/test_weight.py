"""Pages are light: the limits that the benchmark states hold for the built book."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEC = importlib.util.spec_from_file_location("page_weights", ROOT / "benchmarks/page_weights.py")
page_weights = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(page_weights)


@pytest.fixture(scope="module")
def weights(built_html):
    return page_weights.weigh(built_html)


def test_any_page_first_with_everything(weights):
    assert {n: kb for n, kb in weights.items() if kb["first"] > page_weights.FIRST} == {}


def test_each_later_page(weights):
    assert {n: kb for n, kb in weights.items() if kb["later"] > page_weights.LATER} == {}


def test_every_figure(built_html):
    drawings = list((built_html / "_images").glob("*.svg"))
    heavy = {p.name: page_weights.compressed(p) for p in drawings
             if page_weights.compressed(p) > 40 * 1024}
    assert drawings and heavy == {}


def test_a_browser_asks_for_no_more_than_is_weighed(page, built_html):
    asked = []
    page.on("request", lambda r: asked.append(r.url.split("?")[0].split("#")[0]))
    path = built_html / "chapters/park.html"
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    seen = {Path(url.removeprefix("file://")) for url in asked if url.startswith("file:")}
    weighed = page_weights.loaded(path)
    assert {p.name for p in seen - weighed if "-dark" not in p.name} == set()
