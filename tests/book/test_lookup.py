"""The control that looks up a cell of the table of recovery."""

import pytest

LABEL = "#lookup-{}"


@pytest.fixture
def chapter(page, built_html):
    page.context.set_offline(True)
    page.goto((built_html / "chapters/pivot.html").as_uri())
    return page


def cells(page):
    rows = page.eval_on_selector_all(
        "#tab-pivot-recovery tbody tr",
        "rows => rows.map(r => [...r.cells].map(c => c.textContent.trim()))")
    heads = page.eval_on_selector_all("#tab-pivot-recovery thead th",
                                      "all => all.map(h => h.textContent.trim())")
    return heads, rows


def test_every_choice_shows_the_printed_cell(chapter):
    heads, rows = cells(chapter)
    assert (len(rows), len(heads)) == (12, 5)
    for row in rows:
        chapter.select_option(LABEL.format(0), row[0])
        chapter.select_option(LABEL.format(1), row[1])
        for when, value in zip(heads[2:], row[2:]):
            chapter.select_option(LABEL.format(2), when)
            assert chapter.inner_text("form.lookup output").endswith(f": {value}% a year")
            assert chapter.inner_text("td.lookup-found") == value
    assert chapter.locator("td.lookup-found").count() == 1


def test_keyboard_alone_moves_it(chapter):
    chapter.focus(LABEL.format(0))
    before = chapter.inner_text("form.lookup output")
    chapter.keyboard.press("ArrowDown")
    assert chapter.inner_text("form.lookup output") != before
    chapter.keyboard.press("Tab")
    assert chapter.evaluate("document.activeElement.id") == "lookup-1"


def test_readers_of_the_screen_hear_the_answer(chapter):
    assert chapter.get_by_role("group", name="Look up one value of this table").count() == 1
    for name in ("Who grows", "The West", "When"):
        assert chapter.get_by_label(name, exact=True).count() == 1
    assert chapter.get_by_role("status").filter(has_text="a year").count() == 1


def test_without_a_script_the_whole_table_shows(browser, built_html):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_html / "chapters/pivot.html").as_uri())
    assert page.locator("#tab-pivot-recovery tbody tr").count() == 12
    assert page.locator("form.lookup").count() == 0
    context.close()


def test_other_pages_have_no_control(page, built_html):
    page.goto((built_html / "chapters/park.html").as_uri())
    assert page.locator("form.lookup").count() == 0
