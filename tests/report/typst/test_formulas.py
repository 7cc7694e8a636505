"""Formulas as Typst markup, with words to be read aloud."""

import pytest
from docutils import nodes
from typstmarkup import markup

from report.typst import formulas


def test_formula():
    assert formulas.formula(r"\frac{1}{2}") == "1/2"


@pytest.mark.parametrize(("tex", "words"), [
    (r"\operatorname*{arg\,max}_x f", "operatorname"), (r"\frac{1}{", "cannot be read")])
def test_formula_that_would_go_wrong_is_refused(tex, words):
    with pytest.raises(ValueError, match=words):
        formulas.formula(tex)


def test_formula_in_a_line():
    assert markup(nodes.math("", r"\frac{1}{2}")) == (
        '#formula("the fraction 1 over 2, end of fraction")[$1/2$];')


def test_formula_on_its_own_has_number_and_place():
    block = nodes.math_block("", "x = 1", ids=["gap"], number=1, docname="page", label="gap",
                             nowrap=False)
    assert markup(block, numbers={"displaymath": {"gap": (1, 1)}}) == (
        '#equation("x equals 1", "1.1", "page#gap")[$ x = 1 $]')


def test_formula_that_cannot_be_read_is_said_and_printed_as_it_stands(monkeypatch):
    said = []
    monkeypatch.setattr(formulas.logger, "warning",
                        lambda text, *w, location: said.append(text % w))
    assert markup(nodes.math("", r"\frac{1}{")).endswith('[$"\\\\frac{1}{"$];')
    assert len(said) == 1 and "cannot be read" in said[0]
