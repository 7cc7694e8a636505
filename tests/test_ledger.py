"""The ledger as text, and what it refuses."""

import json

import pytest

from analysis import ledger
from analysis.ledger import LedgerError


def test_collect_refuses_an_id_that_stands_twice():
    output = {"metadata": {ledger.NUMBER_KEY: {"id": "a.b"}}}
    numbers, exhibits = ledger.collect([output, {"metadata": {}}, {}])
    assert list(numbers) == ["a.b"] and exhibits == {}
    with pytest.raises(LedgerError, match="'a.b' stands twice"):
        ledger.collect([output, output])


def test_ledger_text_is_json_with_one_row_a_line():
    number = dict.fromkeys(ledger.NUMBER_FIELDS, 1)
    exhibit = dict.fromkeys(ledger.EXHIBIT_FIELDS, "x") | {
        "data": {"columns": ["a"], "rows": [[1], [None]]}}
    written = ledger.dumps({"n": number}, {"e": exhibit})
    assert json.loads(written) == {"numbers": {"n": number}, "exhibits": {"e": exhibit}}
    assert "\n    [1],\n    [null]" in written
