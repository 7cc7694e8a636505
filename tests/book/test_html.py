"""The HTML book as readers meet it: from a folder, without a network, on a laptop and a phone."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from bs4 import BeautifulSoup

from report.run import compare

ROOT = Path(__file__).resolve().parents[2]
NAMES = re.findall(r"chapters/(\w+)", (ROOT / "_toc.yml").read_text("utf-8"))
CHAPTERS = sorted(p.stem for p in (ROOT / "notebooks").glob("*.ipynb"))
REQUIRED = [
    "exodus.pushes.change", "exodus.pushes.gap", "exodus.pushes.gap.p", "exodus.permits.valid.eu",
    "exodus.sectionj.net2022", "park.exports.fall", "park.staff.base2022",
    "park.exports.staffshare", "pivot.west.loss", "pivot.asia.sales", "pivot.asia.replaced",
    *(f"pivot.collab.{who}.{when}" for who in ("us", "russia", "asia")
      for when in ("before", "after")), "pivot.collab.us.break"]


@pytest.fixture(scope="session")
def ledger(built_html):
    return json.loads((built_html.parent / "ledger.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def soups(built_html):
    return {name: BeautifulSoup((built_html / f"chapters/{name}.html").read_text("utf-8"),
                                "html.parser") for name in NAMES}


def test_ledger_holds_the_headline_numbers(ledger):
    assert [name for name in REQUIRED if name not in ledger["numbers"]] == []


def test_build_agrees_with_the_committed_record(ledger):
    committed = json.loads((ROOT / "results/ledger.json").read_text(encoding="utf-8"))
    moved = [str(v) for v in compare.compare(committed, ledger) if v.outcome != "PASS"]
    assert moved == []


def test_each_chapter_has_three_exhibits_or_more(ledger):
    for chapter in ("exodus", "park", "pivot"):
        own = [e for e in ledger["exhibits"].values() if e["chapter"] == chapter]
        assert len(own) >= 3
        assert all(e["number"] for e in own)


def shown_numbers(soup):
    for span in soup.select("a.reference.internal > span.number"):
        yield urldefrag(span.parent["href"])[1], span.get_text()


def test_every_number_leads_to_its_entry(soups, ledger):
    anchors = {e["id"] for e in soups["provenance"].select("[id]")}
    shown = [pair for soup in soups.values() for pair in shown_numbers(soup)]
    assert len(shown) > 40
    for anchor, _ in shown:
        assert anchor in anchors
    recorded = {f"number-{name.replace('.', '-').replace('_', '-').lower()}"
                for name in ledger["numbers"]}
    assert recorded <= anchors


def test_no_number_is_recorded_that_no_page_shows(soups, ledger):
    shown = {anchor for name in set(NAMES) - {"provenance"}
             for anchor, _ in shown_numbers(soups[name])}
    recorded = {f"number-{name.replace('.', '-')}" for name in ledger["numbers"]}
    assert recorded - shown == set()


def cards(soups, ledger):
    """Each exhibit of the ledger with its element and the card around it."""
    for name, exhibit in ledger["exhibits"].items():
        label = f"{'fig' if exhibit['kind'] == 'figure' else 'tab'}-{name}"
        found = soups[exhibit["chapter"]].select(f"#{label}")
        assert len(found) == 1, label
        yield name, exhibit, found[0], found[0].find_parent(class_="exhibit")


def test_every_exhibit_stands_once_with_its_parts(soups, ledger):
    for _, exhibit, shown, card in cards(soups, ledger):
        assert exhibit["number"] in shown.get_text(" ")
        assert "Sources (" in card.get_text() and "Licence:" in card.get_text()
        if exhibit["kind"] == "figure":
            drawings = shown.select("img")
            assert {d["alt"] for d in drawings} == {exhibit["alt"]}
            assert all(d["src"].endswith(".svg") for d in drawings)
            assert len(drawings) == 2  # light and dark
            assert shown.find(True).name == "figcaption"  # the title is read first
        else:
            assert shown.select("th[scope=col]")


def test_every_exhibit_offers_its_files_at_a_permanent_address(soups, ledger, built_html):
    for name, exhibit, _, card in cards(soups, ledger):
        offered = [a["href"] for a in card.select("a.download")]
        kinds = ["csv", "svg", "png"] if exhibit["kind"] == "figure" else ["csv"]
        assert offered == [f"../exhibits/{name}.{kind}" for kind in kinds]
        for address in offered:
            assert (built_html / "chapters" / address).stat().st_size > 30, address
    held = {p.stem for p in (built_html / "exhibits").iterdir()}
    assert held == set(ledger["exhibits"])


def test_every_exhibit_tells_its_data_code_and_citation(soups, ledger):
    version = re.search(r"^version: *(.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.M)[1]
    for name, exhibit, _, card in cards(soups, ledger):
        folds = card.select(".exhibit-tools > details")
        assert len(folds) == 1
        text = " ".join(folds[0].get_text().split())
        assert f"{exhibit['number']}: " in text and f"(Version {version}" in text
        assert f"@incollection{{belarustechnology2026-{name}," in text
        assert f'pd.read_csv("{name}.csv")' in text and f'read.csv("{name}.csv")' in text
        assert "book." in folds[0].select(".cell_input, .highlight-ipython3")[-1].get_text()
        if exhibit["kind"] == "figure":
            shown = folds[0].select(".exhibit-data tbody tr")
            assert len(shown) == min(len(exhibit["data"]["rows"]), 300)
            heads = [h.get_text() for h in folds[0].select(".exhibit-data th")]
            assert heads == exhibit["data"]["columns"]


def test_code_stands_once_with_its_exhibit(soups):
    for name in CHAPTERS:
        above = [d for d in soups[name].select("details.above-input")
                 if re.search(r"book\s*\.\s*(figure|table)\(", d.get_text())]
        assert above == []


def test_internal_links_lead_somewhere(soups, built_html):
    ids = {name: {e["id"] for e in soup.select("[id]")} for name, soup in soups.items()}
    for name, soup in soups.items():
        for link in soup.select("a[href]"):
            address, anchor = urldefrag(link["href"])
            if re.match(r"[a-z]+:", address):
                continue
            target = (built_html / "chapters" / unquote(address)).resolve()
            assert not address or target.exists(), f"{name}: {link['href']}"
            page = Path(address).stem if address else name
            if anchor and page in ids:
                assert anchor in ids[page], f"{name}: {link['href']}"


def test_pages_load_nothing_from_elsewhere(soups):
    for name, soup in soups.items():
        for tag in soup.select("script[src], img[src], link[href], iframe[src]"):
            if set(tag.get("rel", [])) & {"license", "canonical"}:
                continue  # a browser follows neither
            address = tag.get("src") or tag.get("href")
            assert not address.startswith(("http:", "https:", "//")), f"{name}: {address}"


def test_headings_and_language(soups):
    for name, soup in soups.items():
        assert soup.html["lang"] == "en"
        levels = [int(h.name[1]) for h in soup.select("article h1, article h2, article h3")]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(b - a <= 1 for a, b in zip(levels, levels[1:])), name


def visit(page, built_html, name, width=1280, dark=False):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((built_html / f"{name}.html").as_uri())
    # Colours settle at once, so that none is measured half way.
    page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    mode = "dark" if dark else "light"
    page.evaluate(f"document.documentElement.dataset.theme = document.documentElement.dataset.mode"
                  f" = '{mode}'")


PAGES = [*(f"chapters/{name}" for name in NAMES), "genindex", "search"]


@pytest.mark.parametrize("name", PAGES)
def test_page_works_offline(page, built_html, name):
    asked, failed = [], []
    page.on("request", lambda r: asked.append(r.url))
    page.on("requestfailed", lambda r: failed.append(r.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.context.set_offline(True)
    visit(page, built_html, name)
    page.wait_for_load_state("load")
    page.context.set_offline(False)
    assert [u for u in asked if not u.startswith(("file:", "data:"))] == []
    assert failed == []


@pytest.mark.parametrize("name", PAGES)
def test_page_does_not_scroll_sideways_on_a_phone(page, built_html, name):
    visit(page, built_html, name, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible(page, built_html, name, width):
    """In light and in dark, with everything unfolded."""
    from axe_playwright_python.sync_playwright import Axe
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
    for dark in (False, True):
        visit(page, built_html, name, width, dark)
        unfold(page)
        found = Axe().run(page, options={"runOnly": tags}).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []


def test_unfolded_page_does_not_scroll_sideways_on_a_phone(page, built_html):
    for name in CHAPTERS:
        visit(page, built_html, f"chapters/{name}", width=390)
        unfold(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name


FOCUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  return {tag: e.tagName, text: (e.getAttribute('aria-label') || e.textContent).trim().slice(0, 60),
          ring: s.outlineStyle !== 'none' || s.boxShadow !== 'none', seen: r.width > 0,
          data: e.classList.contains('exhibit-data')};
}"""


def test_keyboard_reaches_everything(page, built_html):
    """From the link that skips to the text, through controls, files and folds, to the end."""
    visit(page, built_html, "chapters/park")
    wanted = page.eval_on_selector_all(
        "main a[href], main button, main summary, main [tabindex='0']",
        "all => all.filter(e => e.checkVisibility() && e.tabIndex >= 0).length")
    reached = []
    for _ in range(wanted + 60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUS))
        if reached[-1]["tag"] == "BODY":
            break
    texts = [r["text"] for r in reached]
    assert texts[0] == "Skip to main content"
    assert any("Search" in t for t in texts[:6])
    assert len(reached) >= wanted
    assert any(t.startswith("CSV, data of Figure") for t in texts)
    assert any(t.startswith("Data table, code and citation of Figure") for t in texts)
    assert all(r["ring"] for r in reached if r["tag"] in ("A", "SUMMARY", "BUTTON"))


def test_keyboard_opens_the_data_of_a_figure(page, built_html):
    visit(page, built_html, "chapters/park")
    page.focus(".exhibit-tools summary")
    page.keyboard.press("Enter")
    assert page.locator(".exhibit-data").first.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["data"]


def test_figures_follow_the_theme(page, built_html):
    for dark in (False, True):
        visit(page, built_html, "chapters/exodus", dark=dark)
        shown = page.eval_on_selector_all(
            ".exhibit > figure img", "all => all.filter(i => i.offsetParent).map(i => i.src)")
        assert shown and all(("-dark" in src) == dark for src in shown)


def test_search_finds_a_word_offline(page, built_html):
    page.goto((built_html / "search.html").as_uri() + "?q=Divisia")
    page.wait_for_selector("#search-results li", timeout=15_000)
    assert "park" in page.inner_html("#search-results")
