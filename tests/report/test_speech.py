"""Formulas in words."""

import pytest

from report.speech import spoken


@pytest.mark.parametrize(("tex", "words"), [
    (r"x_{it}^2", "x sub i t squared"),
    (r"\hat\beta_k \pm 1", "beta hat sub k plus or minus 1"),
    (r"\frac{a}{b}", "the fraction a over b, end of fraction"),
    (r"t_{n-1} s", "t sub n minus 1, end of index, s"),
    (r"\sqrt{2} \ge 1", "the square root of 2, end of root, is at least 1"),
    (r"\begin{aligned} a &= b \\ &= c \end{aligned}", "a equals b, equals c"),
])
def test_words(tex, words):
    assert spoken(tex) == words


def test_what_cannot_be_read_is_refused():
    with pytest.raises(ValueError, match="no words"):
        spoken(r"\frac{1}{")
