"""Places of a page for the search."""

from report.html import search

PAGE = """<main><article><section id="top"><h1>2. The park<a class="headerlink">#</a></h1>
<p>It <b>fell</b>, and more.</p><p class="html-only">aside</p>
<section id="why"><h2>Why</h2><p>Nobody knows.</p>
<div class="exhibit docutils"><figure id="fig-x"><figcaption>Figure 1 Fall</figcaption>
<img alt="A line that falls."></figure><div class="exhibit-note"><p>Read it.</p></div></div>
</section>
<dl id="number-a-b"><dt><code>a.b</code></dt><dd><p><strong>41%</strong>. A share.</p></dd></dl>
</section></article></main>"""


def test_each_place_has_its_own_words():
    found = {target: (kind, title, text)
             for kind, title, page, target, text in search.places("chapters/park", PAGE)}
    assert found[""] == ("Section", "The park", "It fell, and more.")
    assert found["why"] == ("Section", "Why", "Nobody knows.")
    assert found["fig-x"] == ("Figure", "Figure 1 Fall", "Read it. A line that falls.")
    assert found["number-a-b"] == ("Number", "a.b: 41%", "41%. A share.")


def test_search_page_gets_the_present_search_once():
    page = ('<script src="_static/searchtools.js"></script>'
            '<script src="_static/language_data.js"></script>'
            '<script src="searchindex.js"></script>')
    once = search.serve(page)
    assert "searchtools" not in once and "searchindex" not in once
    assert once.index("search.js") < once.index("search-places.js")
    assert search.serve(once) == once
