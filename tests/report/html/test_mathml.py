"""Formulas as MathML: what comes out, and what is refused."""

from __future__ import annotations

import pytest

from report.html import mathml


def test_inline_formula_keeps_its_source_as_text():
    markup = mathml.to_mathml("x^2")
    assert markup.startswith('<math alttext="x^2" ')
    assert "<msup><mi>x</mi><mn>2</mn></msup>" in markup


def test_quotes_and_signs_of_the_source_are_escaped():
    assert 'alttext="a &lt; b"' in mathml.to_mathml("a < b")


@pytest.mark.parametrize("name", ["aligned", "align", "align*", "split"])
def test_lines_are_aligned_in_a_table_without_numbers_of_their_own(name):
    markup = mathml.to_mathml(rf"\begin{{{name}}} a &= b \\ &= c \end{{{name}}}", "block")
    assert markup.count("<mtr>") == 2
    assert "&</mi>" not in markup
    assert "(1)" not in markup


@pytest.mark.parametrize("tex", [
    r"\unknowncommand{x}", r"\operatorname*{arg\,max}_x f", r"\frac{1}{",
    r"\begin{gathered} a \\ b \end{gathered}", "a & b",
])
def test_what_would_be_shown_wrongly_is_refused(tex):
    with pytest.raises(ValueError):
        mathml.to_mathml(tex)


def test_page_has_numbered_formula_and_no_script_for_it(pages):
    soup = pages["first"]
    block = soup.select_one("div.math")
    assert block.select_one(".eqno").get_text().startswith("(1.1)")
    assert block["id"] == "equation-gap"
    assert block.math["display"] == "block"
    assert len(soup.select("math")) == 3
    assert not soup.find_all("script", src=lambda s: s and "mathjax" in s.lower())
