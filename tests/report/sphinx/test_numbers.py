"""Forms of a recorded number, and its entry on the page that lists them all."""

import pytest

from report.sphinx import numbers as values

NUMBER = {"id": "park.exports.fall", "value": -43.75, "low": -46.154, "high": -41.27,
          "unit": "percent", "format": ",.0f", "text": "−46 to −41%", "meaning": "Fall",
          "tables": ["published"], "rows": ["a-2021"], "sources": ["afp2025"]}


@pytest.mark.parametrize(("form", "shown"), [
    ("", "−46 to −41%"), ("value", "−44%"), ("low", "−46%"), ("high", "−41%"),
    ("abs", "41 to 46%"), ("range", "−46 to −41")])
def test_forms_of_an_interval(form, shown):
    assert values.shown(NUMBER, form) == shown


def test_estimate_without_its_sign():
    estimate = NUMBER | {"value": -63.5, "text": "−64%", "low": None, "high": None}
    assert values.shown(estimate | {"text": "−63%", "value": -63.4}, "abs") == "63%"
    with pytest.raises(ValueError, match="form 'low'"):
        values.shown(estimate, "low")


def test_anchor_holds_no_dots():
    assert values.anchor("pivot.collab.us.break") == "number-pivot-collab-us-break"
