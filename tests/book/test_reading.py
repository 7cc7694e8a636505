"""What a reader meets: search, front page, claims, entries, print and wide tables."""

import json
import re

import pytest

from report.drawing import palette


def visit(page, built_html, name, width=1280, dark=False):
    page.context.set_offline(True)
    page.set_viewport_size({"width": width, "height": 900})
    path, mark, rest = re.match(r"([^?#]+)([?#]?)(.*)", name).groups()
    page.goto(f"{(built_html / path).as_uri()}{mark}{rest}")
    # Colours settle at once, so that none is measured half way.
    page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    page.evaluate(f"document.documentElement.dataset.theme = '{'dark' if dark else 'light'}'")


@pytest.mark.parametrize("query, title, target", [
    ("park.exports.fall", "park.exports.fall: 41", "provenance.html#number-park-exports-fall"),
    ("exports grew every year", "Figure 2.1", "park.html#fig-park-exports"),
    ("how far exports fell", "How far exports fell", "claims.html#claim-exports-fall"),
    ("synthetic control", "Synthetic control", "glossary.html#term-synthetic-control")])
def test_search_leads_to_the_place_with_an_excerpt(page, built_html, query, title, target):
    visit(page, built_html, f"search.html?q={query}")
    first = page.locator("#search-results li").first
    assert title in first.inner_text()
    assert first.locator("a").get_attribute("href").endswith(target)
    assert len(first.locator("p.context").inner_text()) > 40
    first.locator("a").click()
    page.wait_for_url(f"**/{target}")
    page.wait_for_load_state("load")
    page.wait_for_timeout(500)
    top = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    assert -5 < top < 400


def test_search_says_when_it_finds_nothing(page, built_html):
    visit(page, built_html, "search.html?q=zzzz")
    assert "Nothing found" in page.get_by_role("status").inner_text()


def test_magnifier_stands_before_the_first_letter(page, built_html):
    visit(page, built_html, "search.html?q=a")
    icon = page.locator(".bd-search-container form svg").bounding_box()
    padding = page.eval_on_selector(
        ".bd-search-container input[name=q]",
        "i => i.getBoundingClientRect().left + parseFloat(getComputedStyle(i).paddingLeft)")
    assert padding >= icon["x"] + icon["width"]


def test_entry_that_a_number_leads_to_is_marked(page, built_html):
    visit(page, built_html, "chapters/provenance.html#number-park-exports-fall")
    plain, marked = (page.eval_on_selector(f"dl{which}", "e => getComputedStyle(e).backgroundColor")
                     for which in (":not(:target)", ":target"))
    assert plain != marked


@pytest.mark.parametrize("name", ["chapters/exodus.html", "chapters/claims.html"])
def test_print_is_light_in_either_theme(page, built_html, name):
    visit(page, built_html, name, dark=True)
    page.emulate_media(media="print")
    shown = page.eval_on_selector_all(
        ".exhibit > figure img", "all => all.filter(i => i.checkVisibility()).map(i => i.src)")
    assert shown and not any("-dark" in src for src in shown)
    colour = page.eval_on_selector("article .in-brief", "p => getComputedStyle(p).color")
    assert colour == "rgb(0, 0, 0)"
    assert page.eval_on_selector(".exhibit > figure",
                                 "f => getComputedStyle(f).breakInside") == "avoid"
    assert not page.locator(".exhibit-tools").first.is_visible()


def test_wide_table_on_a_phone_keeps_its_title_and_first_column(page, built_html):
    visit(page, built_html, "chapters/park.html", width=390)
    box = page.locator(".pst-scrollable-table-container:has(#tab-park-channel)")
    page.wait_for_selector(".is-wide:has(#tab-park-channel)")
    assert "sideways" in box.locator("xpath=preceding-sibling::*[1]").inner_text()
    box.evaluate("b => { b.scrollLeft = 150; }")
    title = box.locator(".caption-line").bounding_box()
    cell = box.locator("tbody td").first.bounding_box()
    assert title["x"] >= 0 and title["x"] + title["width"] <= 390
    assert abs(cell["x"] - box.bounding_box()["x"]) < 2


def test_formulas_have_a_font_of_their_own(page, built_html):
    visit(page, built_html, "chapters/methods.html")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].filter(f => f.family.includes('Noto Sans Math'))"
                         ".map(f => f.status)") == ["loaded"]


def test_front_page_has_a_card_for_each_finding(page, built_html):
    visit(page, built_html, "chapters/index.html")
    cards = page.locator(".findings > .finding")
    assert cards.count() == page.locator("#what-this-book-finds > ol > li").count() == 7
    for card in cards.all():
        assert card.locator("svg[role=img][aria-label]").count() == 1
        assert card.locator("a .number").count() >= 1
    assert page.locator("article p.in-brief").count() == 1


def test_claims_are_tiles_that_filter(page, built_html):
    claims = json.loads((built_html / "claims.json").read_text("utf-8"))["claims"]
    visit(page, built_html, "chapters/claims.html")
    shown = page.locator(".tile:not([hidden])")
    assert shown.count() == len(claims)
    page.select_option("#claims-by-verdict", "not supported")
    page.select_option("#claims-by-kind", "cause")
    wanted = [c["title"] for c in claims
              if (c["verdict"], c["kind"]) == ("not supported", "cause")]
    assert [a.replace("\u2019", "'") for a in shown.locator("a").all_inner_texts()] == wanted
    assert f"{len(wanted)} of {len(claims)}" in page.inner_text(".claim-filter output")


def test_verdicts_have_the_colours_of_the_figure(built_html):
    style = (built_html / "_static/reading.css").read_text("utf-8")
    for name, light in {"holds": palette.GREEN, "corrected": palette.BLUE,
                        "unsupported": palette.OCHRE, "contradicted": palette.FOCUS}.items():
        assert f"--verdict-{name}: {light};" in style
        assert f"--verdict-{name}: {palette.LIGHT_TO_DARK[light]};" in style


def test_every_page_says_its_version_and_how_to_cite_it(page, built_html):
    for name in ("chapters/index", "chapters/park", "chapters/references", "all-exhibits"):
        visit(page, built_html, f"{name}.html")
        assert "Version" in page.inner_text(".page-facts")
        page.click(".cite-page summary")
        assert "@" in page.inner_text(".cite-page pre")
    visit(page, built_html, "chapters/park.html")
    assert "minutes to read" in page.inner_text(".page-facts")
    assert page.locator(".prev-next-area a").count() == 2


def test_all_exhibits_and_sentences_are_listed(page, built_html):
    ledger = json.loads((built_html.parent / "ledger.json").read_text("utf-8"))
    visit(page, built_html, "all-exhibits.html")
    assert page.locator("table.overview tbody tr").count() == len(ledger["exhibits"])
    page.click(".overviews a[href$='sentences.html']")
    rows = page.locator("table.overview tbody tr")
    assert rows.count() == ledger["numbers"]["claims.sentences"]["value"]
    assert page.locator("table.overview .verdict").count() >= rows.count()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["all-exhibits", "sentences"])
def test_pages_of_the_web_alone_are_accessible(page, built_html, name, width):
    from axe_playwright_python.sync_playwright import Axe
    for dark in (False, True):
        visit(page, built_html, f"{name}.html", width, dark)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
        found = Axe().run(page, options={"runOnly": tags}).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
