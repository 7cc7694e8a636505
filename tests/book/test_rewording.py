"""Words of tables and figures decide nothing: reword all of them, and every check stays."""

import json
import re
from dataclasses import replace

import pytest

from analysis.checks import CHECKS
from report import tables, verdicts
from report.evidence import Evidence

# Ids, and periods and dates such as 2022, 2022 Q4, 2022-03 or 2022 to 2023, are no words.
NO_WORDS = re.compile(r"[\d\W]*(Q[1-4]|H[12]|end)?[\d\W]*(to[\d\W]*(Q[1-4])?[\d\W]*)?")
KEYS = ("key", "figure")


def reworded(evidence):
    """The same evidence with other titles, labels, units and words in every cell."""
    exhibits = {}
    for name, exhibit in json.loads(json.dumps(evidence.exhibits)).items():
        columns = exhibit["data"]["columns"]
        rows = [[cell if column in KEYS else _other(cell) for column, cell in zip(columns, row)]
                for row in exhibit["data"]["rows"]]
        exhibits[name] = exhibit | {"title": "Reworded", "alt": "Reworded.",
                                    "data": {"columns": columns, "rows": rows}}
    numbers = {name: number | {"meaning": "Reworded", "text": "reworded"}
               for name, number in evidence.numbers.items()}
    return replace(evidence, exhibits=exhibits, numbers=numbers)


def _other(cell):
    return f"reworded {cell[::-1]}" if isinstance(cell, str) and not NO_WORDS.fullmatch(cell) \
        else cell


@pytest.fixture(scope="module")
def both():
    held = Evidence.gather()
    return held, reworded(held)


def test_rewording_changes_words_and_leaves_numbers(both):
    held, other = both
    before, after = (e.rows("park-together")[0] for e in both)
    assert before["case"] != after["case"] and before["base_low"] == after["base_low"]
    changed = [name for name in held.exhibits
               if held.exhibits[name]["data"] != other.exhibits[name]["data"]]
    assert len(changed) > len(held.exhibits) / 2


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.id)
def test_no_check_changes(both, check):
    before, after = (check.outcome(e) for e in both)
    assert (before.tests, before.elsewhere) == (after.tests, after.elsewhere)


def test_no_verdict_changes(both):
    claims = tables.load("claims")
    before, after = (verdicts.judged(claims, CHECKS, e) for e in both)
    assert {name: (v.word, v.agree, v.n) for name, v in before.items()} == {
        name: (v.word, v.agree, v.n) for name, v in after.items()}


