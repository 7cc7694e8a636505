"""Curved apostrophes, and spaces at which no line ends."""

import pytest

from report.sphinx.typography import typeset


@pytest.mark.parametrize(("typed", "printed"), [
    ("L'Hour", "L\u2019Hour"), ("Belarus' park", "Belarus\u2019 park"),
    ("see Figure 1.1 and Table A.2", "see Figure\u00a01.1 and Table\u00a0A.2"),
    ("in 2022 Q3", "in 2022\u00a0Q3"), ("p = 0.03", "p\u00a0=\u00a00.03"),
    ("$3.2 billion", "$3.2\u00a0billion"), ("Table of events", "Table of events"),
])
def test_text(typed, printed):
    assert typeset(typed) == printed
