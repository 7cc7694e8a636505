"""Every claim has its checks, its card and a recorded verdict; every name leads somewhere."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from bs4 import BeautifulSoup
from jupyter_cache import get_cache

from analysis.checks import CHECKS
from report import checks, tables, verdicts
from report.bibliography import cff
from report.evidence import Evidence

ROOT = Path(__file__).resolve().parents[2]
CLAIMS = tables.load("claims")
SENTENCES = tables.load("sentences")
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


def test_each_claim_has_one_card_under_its_theme(built_html):
    page = BeautifulSoup((built_html / "chapters/claims.html").read_text("utf-8"), "html.parser")
    cards = {card["id"]: card for card in page.select("div.claim")}
    assert sorted(cards) == sorted(f"claim-{name}" for name in CLAIMS["claim"])
    sections = {}
    for row in CLAIMS.to_dict("records"):
        card = cards[f"claim-{row['claim']}"]
        assert card.h3.get_text().replace("\u2019", "'") == row["title"]
        sections.setdefault(row["theme"], set()).add(card.find_parent("section")["id"])
    assert all(len(found) == 1 for found in sections.values())
    assert len({*map(tuple, sections.values())}) == len(sections)


def test_cards_stand_in_the_order_of_the_table(built_html):
    page = (built_html / "chapters/claims.html").read_text("utf-8")
    order = CLAIMS.sort_values("order")["claim"]
    places = [page.index(f'id="claim-{name}"') for name in order]
    assert places == sorted(places)


def test_machines_read_every_claim(built_html, judged):
    held = json.loads((built_html / "claims.json").read_text("utf-8"))
    schema = json.loads((built_html / "claims.schema.json").read_text("utf-8"))
    jsonschema.validate(held, schema)
    assert {one["id"]: one["verdict"] for one in held["claims"]} == {
        name: verdict.word for name, verdict in judged.items()}
    page = (built_html / "chapters/claims.html").read_text("utf-8")
    linked = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    reviews = [one for one in linked["@graph"] if one["@type"] == "ClaimReview"]
    assert [one["url"].partition("#claim-")[2] for one in reviews] == [
        one["id"] for one in held["claims"]]


def test_verdicts_can_be_challenged_where_there_is_a_repository(built_html):
    page = (built_html / "chapters/claims.html").read_text("utf-8")
    expected = len(CLAIMS) if cff.read().repository else 0
    assert page.count("Challenge this verdict") == expected


def test_every_sentence_is_mapped_and_every_claim_has_one():
    known = set(CLAIMS["claim"])
    taken = [set(filter(None, cell.split(";"))) for cell in SENTENCES["claims"]]
    assert set().union(*taken) == known
    for row, names in zip(SENTENCES.to_dict("records"), taken):
        assert names or row["left"], f"sentence {row['position']} leads nowhere"
    assert list(SENTENCES["position"]) == list(range(1, len(SENTENCES) + 1))


def test_no_prose_of_the_report_is_copied():
    """What a row says is the project's: its words are few."""
    assert SENTENCES["says"].str.split().str.len().max() <= 25


def test_exhibits_and_sources_of_claims_exist(labels):
    named = {label for cell in CLAIMS["exhibits"] for label in cell.split(";") if label}
    assert named <= labels
    assert {key for cell in CLAIMS["sources"] for key in cell.split(";")} <= \
        tables.bibliography_keys()


def test_exhibits_of_checks_exist(labels):
    assert {check.exhibit for check in CHECKS.values() if check.exhibit} <= labels


def test_each_check_is_listed_or_named_by_a_claim(judged):
    named = {one.check.id for verdict in judged.values() for _, one in verdict.checks}
    assert named | {name for name, check in CHECKS.items() if check.chapter} == set(CHECKS)


def test_each_check_says_what_would_have_failed_it():
    assert [name for name, check in CHECKS.items() if not check.fails_if] == []


def test_checks_that_pass_could_have_failed(judged):
    """Where others in the data can be asked, some of them fail what a claim rests on."""
    asked = {one.check.id: one.outcome for verdict in judged.values()
             for column, one in verdict.checks if column != "beside" and one.outcome.elsewhere}
    assert len(asked) >= 8
    assert [name for name, found in asked.items() if all(found.elsewhere.values())] == []


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
