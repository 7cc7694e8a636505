"""Every claim has its checks, its section and a recorded verdict; every name leads somewhere."""

import json
import re
from pathlib import Path

import pytest
from jupyter_cache import get_cache

from analysis.checks import CHECKS
from report import checks, tables, verdicts
from report.evidence import Evidence

ROOT = Path(__file__).resolve().parents[2]
CLAIMS = tables.load("claims")
PAGE = (ROOT / "chapters/claims.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def built():
    return json.loads((ROOT / "_build/ledger.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def labels(built):
    prefix = {"figure": "fig", "table": "tab"}
    return {f"{prefix[e['kind']]}-{name}" for name, e in built["exhibits"].items()}


@pytest.fixture(scope="module")
def judged():
    return verdicts.judged(CLAIMS, CHECKS, Evidence.gather())


@pytest.mark.parametrize("row", CLAIMS.to_dict("records"), ids=lambda r: r["claim"])
def test_each_claim_has_its_section(row):
    section = f"(claim-{row['claim']})=\n### {row['title']}\n"
    assert PAGE.count(section) == 1
    assert PAGE.partition(section)[2].split("\n### ")[0].count(
        f'statement("{row["claim"]}")') == 1


def test_exhibits_and_sources_of_claims_exist(labels):
    named = {label for cell in CLAIMS["exhibits"] for label in cell.split(";") if label}
    assert named <= labels
    assert {key for cell in CLAIMS["sources"] for key in cell.split(";")} <= \
        tables.bibliography_keys()


def test_exhibits_of_checks_exist(labels):
    assert {check.exhibit for check in CHECKS.values() if check.exhibit} <= labels


def test_each_check_is_listed_or_named_by_a_claim(judged):
    named = {name.partition("/")[0] for verdict in judged.values()
             for name in {**verdict.core, **verdict.detail}}
    assert named | {name for name, check in CHECKS.items() if check.chapter} == set(CHECKS)


def test_each_check_asks_for_something_of_its_own():
    said = [(check.asks, check.exhibit) for check in CHECKS.values()]
    assert len(set(said)) == len(said)


def test_ids_begin_with_their_chapter():
    assert {name.partition("-")[0] for name in CHECKS} == {"exodus", "park", "pivot", "events"}
    assert all(name.startswith(f"{check.chapter}-") for name, check in CHECKS.items()
               if check.chapter)


def test_recorded_verdicts_are_those_of_the_checks(built, judged):
    recorded = {name: record["value"] for name, record in built["numbers"].items()
                if re.fullmatch(r"claims\..*\.(verdict|agree)", name)}
    expected = {f"claims.{name}.verdict": verdict.word for name, verdict in judged.items()}
    expected |= {f"claims.{name}.agree": verdicts.agreement(verdict)
                 for name, verdict in judged.items() if verdict.n}
    assert recorded == expected
    assert "Verdict:" not in PAGE


def test_robustness_lists_the_checks_of_three_chapters(built):
    listed = checks.listing(CHECKS, Evidence.gather())
    data = built["exhibits"]["robustness-checks"]["data"]
    place = data["columns"].index("asks")
    assert [row[place] for row in data["rows"]] == listed["asks"].to_list()
    assert list(listed["chapter"].unique()) == ["Exodus", "Park", "Pivot"]


@pytest.mark.parametrize("chapter", ["exodus", "park", "pivot"])
def test_chapters_of_evidence_do_not_open_the_claims(chapter):
    runs = [record for record in get_cache(ROOT / "_build/.jupyter_cache").list_cache_records()
            if Path(record.uri).stem == chapter]
    last = max(runs, key=lambda record: record.created)
    assert "data/permits.csv" in last.data["rests_on"] or "data/published.csv" in \
        last.data["rests_on"]
    assert "data/claims.csv" not in last.data["rests_on"]
