"""Forms of a recorded number, and when a page that shows it is read again."""

from collections import defaultdict
from types import SimpleNamespace

import pytest

from report.sphinx import numbers as values, state

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


def test_number_of_an_exhibit():
    assert values.numbered("table", (2, 13)) == "Table 2.13"


def app(numbers, printed):
    """Application whose page ``a`` was read with some texts of numbers."""
    env = SimpleNamespace(found_docs={"a"}, metadata=defaultdict(dict))
    state.page(env, "a").printed.update(printed)
    made = SimpleNamespace(env=env)
    state.build(made).numbers = numbers
    return made


@pytest.mark.parametrize(("printed", "stale"), [
    ({"park.exports.fall low": "−46%"}, []), ({"park.exports.fall low": "−45%"}, ["a"]),
    ({"park.exports.rise": "1"}, ["a"]), ({}, [])])
def test_page_is_read_again_when_a_number_reads_otherwise(printed, stale):
    made = app({NUMBER["id"]: NUMBER}, printed)
    assert values._read_again(made, made.env, (), (), ()) == stale
