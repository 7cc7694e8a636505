"""Croissant 1.0 of the tables [1]_, from their data package.

References
----------
.. [1] MLCommons (2024). Croissant Format Specification 1.0.
   https://docs.mlcommons.org/croissant/docs/croissant-spec.html
"""

from __future__ import annotations

import hashlib

from report.archive.facts import Facts
from report.archive.inventory import PROJECT
from report.bibliography import licences, reference

TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float",
         "boolean": "sc:Boolean", "date": "sc:Date"}
CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs",
    "column": "cr:column", "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract",
    "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key",
    "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/", "recordSet": "cr:recordSet",
    "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated",
    "replace": "cr:replace", "sc": "https://schema.org/", "separator": "cr:separator",
    "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform"}


def metadata(facts: Facts, files: dict[str, bytes]) -> dict:
    """Content of ``croissant.json``.

    Parameters
    ----------
    facts : Facts
    files : dict
        Content of each file of the archive by its place.
    """
    report = facts.report
    return {
        "@context": CONTEXT, "@type": "sc:Dataset", "name": facts.package["name"],
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "description": facts.package["description"], "version": report.version,
        "datePublished": str(report.released), "citeAs": reference.sentence(report),
        "license": licences.address(licences.of_text(report.licences)),
        "url": report.address or licences.address(licences.of_text(report.licences)),
        "creator": [{"@type": "sc:Organization", "name": name} for name in report.names],
        "keywords": list(report.keywords),
        "distribution": [_file(one, files[_place(one)]) for one in facts.tables],
        "recordSet": list(map(_records, facts.tables))}


def _place(table: dict) -> str:
    return f"{PROJECT}/data/{table['path']}"


def _file(table: dict, content: bytes) -> dict:
    return {"@type": "cr:FileObject", "@id": table["path"], "name": table["path"],
            "description": table["title"], "contentUrl": _place(table),
            "contentSize": f"{len(content)} B", "encodingFormat": "text/csv",
            "sha256": hashlib.sha256(content).hexdigest()}


def _records(table: dict) -> dict:
    keys = table["schema"].get("primaryKey", [])
    named = [keys] if isinstance(keys, str) else keys
    return {"@type": "cr:RecordSet", "@id": table["name"], "name": table["name"],
            "description": table["description"],
            "key": [{"@id": f"{table['name']}/{name}"} for name in named],
            "field": [_field(table, field) for field in table["schema"]["fields"]]}


def _field(table: dict, field: dict) -> dict:
    return {"@type": "cr:Field", "@id": f"{table['name']}/{field['name']}", "name": field["name"],
            "description": field.get("description", field.get("title", field["name"])),
            "dataType": TYPES[field["type"]],
            "source": {"fileObject": {"@id": table["path"]},
                       "extract": {"column": field["name"]}}}
