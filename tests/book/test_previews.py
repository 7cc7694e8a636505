"""The small cards that open at links: by pointer, keyboard and touch, from a folder."""

import pytest

NUMBER = "article a[href*='#number-park-exports-fall']"
FIGURE = "article p a[href='#fig-park-exports']"
CARD = ".preview"


@pytest.fixture
def park(page, built_html):
    page.context.set_offline(True)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((built_html / "chapters/park.html").as_uri())
    return page


@pytest.mark.parametrize("link, said", [
    (NUMBER, ["park.exports.fall", "Fall of the park", "percent", "published", "verif",
              "Definition", "JSON", "Copy citation"]),
    (FIGURE, ["Figure 2.1", "exports grew", "Go there"]),
    ("article p a[href*='references.html#']", ["Source", "SPEX", "https://"]),
    ("article a.term", ["High Technology Park", "admitted"]),
    ("article a[href*='claims.html#claim-exports-fall']", ["How far exports fell", "holds"])])
def test_pointing_opens_a_card(park, link, said):
    park.locator(link).first.hover()
    park.wait_for_selector(CARD)
    text = park.inner_text(CARD)
    assert [words for words in said if words not in text] == []
    if link == FIGURE:
        shown = park.eval_on_selector_all(
            f"{CARD} img", "all => all.filter(i => i.offsetParent || i.checkVisibility()).length")
        assert shown == 1


def test_card_stays_under_the_pointer_and_goes_with_it(park):
    park.locator(NUMBER).first.hover()
    park.wait_for_selector(CARD)
    park.locator(f"{CARD} .preview-value").hover()
    park.wait_for_timeout(700)
    assert park.locator(CARD).count() == 1
    park.mouse.move(2, 880)
    park.wait_for_selector(CARD, state="detached")


def test_escape_closes_without_moving_the_pointer(park):
    park.locator(NUMBER).first.hover()
    park.wait_for_selector(CARD)
    park.keyboard.press("Escape")
    assert park.locator(CARD).count() == 0


def test_keyboard_enters_the_card_and_comes_back(park):
    park.keyboard.press("Tab")
    park.locator(NUMBER).first.focus()
    park.wait_for_selector(CARD)
    assert park.get_attribute(NUMBER, "aria-describedby") == "preview"
    assert "Escape closes" in park.inner_text("#preview-voice")
    park.keyboard.press("ArrowDown")
    assert park.evaluate("document.activeElement.closest('.preview') !== null")
    park.keyboard.press("Escape")
    assert park.locator(CARD).count() == 0
    assert "number-park-exports-fall" in park.evaluate("document.activeElement.href")


def test_citation_is_copied(park):
    park.locator(NUMBER).first.hover()
    park.wait_for_selector(CARD)
    assert "Number park.exports.fall" in park.get_attribute(f"{CARD} [data-copy]", "data-copy")
    park.click(f"{CARD} [data-copy]")
    park.wait_for_function("document.querySelector('[data-copy]').textContent === 'Copied'")


def test_tap_opens_a_sheet_and_a_second_tap_follows(browser, built_html):
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((built_html / "chapters/park.html").as_uri())
    page.locator(NUMBER).first.tap()
    page.wait_for_selector(CARD)
    box = page.locator(CARD).bounding_box()
    assert (box["x"], box["width"]) == (0, 390) and page.url.endswith("park.html")
    page.locator(f"{CARD} .preview-close").tap()
    page.wait_for_selector(CARD, state="detached")
    page.locator(NUMBER).first.tap()
    page.wait_for_selector(CARD)
    page.locator(NUMBER).first.tap()
    page.wait_for_url("**/provenance.html#number-park-exports-fall")
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("link", [NUMBER, FIGURE])
def test_open_card_is_accessible(park, width, link):
    from axe_playwright_python.sync_playwright import Axe
    for mode in ("light", "dark"):
        park.set_viewport_size({"width": width, "height": 900})
        park.evaluate(f"document.documentElement.dataset.theme = '{mode}'")
        park.keyboard.press("Tab")
        park.locator(link).first.focus()
        park.wait_for_selector(CARD)
        park.wait_for_timeout(200)
        found = Axe().run(park, context=CARD).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
        park.keyboard.press("Escape")


def test_cards_load_only_when_wanted(park):
    assert park.locator("script[src*='previews/']").count() == 0
    park.locator(NUMBER).first.hover()
    park.wait_for_selector(CARD)
    assert park.locator("script[src*='previews/']").count() == 1


def test_without_a_script_the_link_leads_on(browser, built_html):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_html / "chapters/park.html").as_uri())
    page.locator(NUMBER).first.click()
    assert page.url.endswith("provenance.html#number-park-exports-fall")
    context.close()
