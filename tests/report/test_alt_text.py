"""What counts as an alternative text."""

import pytest

from report import alt_text


@pytest.mark.parametrize("alt, good", [
    ("A line that rises.", True), ("", False), (None, False), ("_images/line.svg", False),
    ("../_images/a b.svg", False), ("/_build/exhibits/x.*", False), ("line.png", False),
    ("<Figure size 640x480 with 1 Axes>", False), ("Share of the U.S. in exports", True),
])
def test_describes(alt, good):
    assert alt_text.describes(alt) is good
