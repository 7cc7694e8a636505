"""Every claim has a rule, a section and a recorded verdict; every link leads somewhere."""

import json
import re
from pathlib import Path

import pytest

from analysis.claims.rules import RULES, UNTESTED, nothing
from report import tables

ROOT = Path(__file__).resolve().parents[3]
CLAIMS = tables.load("claims")
PAGE = (ROOT / "chapters/claims.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built():
    return json.loads((ROOT / "_build/ledger.json").read_text(encoding="utf-8"))


def test_each_claim_has_one_rule_and_each_rule_a_claim():
    assert set(RULES) == set(CLAIMS["claim"])
    assert all(RULES[name] is nothing for name in UNTESTED)
    assert all(rule.__doc__ for rule in RULES.values())


@pytest.mark.parametrize("row", CLAIMS.to_dict("records"), ids=lambda r: r["claim"])
def test_each_claim_has_its_section(row):
    section = f"(claim-{row['claim']})=\n### {row['title']}\n"
    assert PAGE.count(section) == 1
    assert PAGE.partition(section)[2].split("\n### ")[0].count(
        f'statement("{row["claim"]}")') == 1


def test_exhibits_and_sources_of_claims_exist(built):
    prefix = {"figure": "fig", "table": "tab"}
    labels = {f"{prefix[e['kind']]}-{name}" for name, e in built["exhibits"].items()}
    named = {label for cell in CLAIMS["exhibits"] for label in cell.split(";") if label}
    assert named <= labels
    assert {key for cell in CLAIMS["sources"] for key in cell.split(";")} <= \
        tables.bibliography_keys()


def test_verdicts_are_recorded_and_none_is_typed(built):
    recorded = {name for name in built["numbers"] if re.fullmatch(r"claims\..*\.verdict", name)}
    assert recorded == {f"claims.{name}.verdict" for name in CLAIMS["claim"]}
    assert "Verdict:" not in PAGE
