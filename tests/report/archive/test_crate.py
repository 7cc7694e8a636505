"""RO-Crate: every file is an entity with its checksum, and the run names inputs and outputs."""

import hashlib

from report.archive import crate

FILES = {"run.sh": b"sh", "project/data/heights.csv": b"day\n", "report/tides.pdf": b"%PDF"}


def entities(held):
    return {one["@id"]: one for one in crate.metadata(held, FILES)["@graph"]}


def test_root_holds_every_file_and_licence_is_that_of_the_text(held):
    graph = entities(held)
    assert graph["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    root = graph["./"]
    assert {one["@id"] for one in root["hasPart"]} == set(FILES)
    assert root["name"] == "Data and Code for: Tides: A Report"
    assert root["datePublished"] == "2026-03-01" and "identifier" not in root
    assert graph[root["license"]["@id"]]["identifier"] == "CC-BY-4.0"
    assert graph[root["author"][0]["@id"]]["@type"] == "Person"


def test_files_have_checksums_and_every_reference_leads_somewhere(held):
    graph = entities(held)
    assert graph["report/tides.pdf"]["sha256"] == hashlib.sha256(b"%PDF").hexdigest()
    assert graph["report/tides.pdf"]["encodingFormat"] == "application/pdf"
    outside = {"http://schema.org/CompletedActionStatus", "https://w3id.org/ro/crate/1.2",
               "project/requirements.txt"}
    assert set(references(list(graph.values()))) <= set(graph) | outside


def references(value):
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from references(one)


def test_run_leads_from_data_to_outputs(held):
    run = entities(held)["#run"]
    assert run["object"] == [{"@id": "project/data/heights.csv"}]
    assert run["result"] == [{"@id": "report/tides.pdf"}]
    assert run["instrument"] == {"@id": "run.sh"}
