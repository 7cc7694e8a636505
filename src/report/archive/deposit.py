"""Descriptions that repositories and code checkers read: DataCite, Zenodo, CODECHECK.

References
----------
.. [1] DataCite Metadata Working Group (2024). DataCite Metadata Schema 4.6.
   https://doi.org/10.14454/mzv1-5b55
.. [2] Nuest, D. and Eglen, S. (2021). CODECHECK configuration file specification 1.0.
   https://codecheck.org.uk/spec/config/1.0/
"""

from __future__ import annotations

import re

import yaml

from report.archive import readme
from report.archive.facts import Facts
from report.archive.inventory import REPORT
from report.bibliography import licences
from report.bibliography.cff import Author


def datacite(facts: Facts) -> dict:
    """Attributes in the form of DataCite 4; no identifier before there is a DOI."""
    report = facts.report
    held = {
        "titles": [{"title": readme.title(facts)}], "publisher": {"name": report.names[0]},
        "creators": list(map(_creator, report.authors)), "publicationYear": report.released.year,
        "types": {"resourceTypeGeneral": "Collection", "resourceType": "Report, data and code"},
        "version": report.version, "language": "en",
        "dates": [{"date": str(report.released), "dateType": "Issued"}],
        "subjects": [{"subject": word} for word in report.keywords],
        "rightsList": [{"rights": licences.name(spdx), "rightsUri": licences.address(spdx),
                        "rightsIdentifier": spdx, "rightsIdentifierScheme": "SPDX"}
                       for spdx in report.licences],
        "descriptions": [{"description": report.abstract, "descriptionType": "Abstract"}],
        "schemaVersion": "http://datacite.org/schema/kernel-4"}
    return held | ({"doi": report.doi} if report.doi else {})


def _creator(author: Author) -> dict:
    kind = "Personal" if author.is_person else "Organizational"
    names = {"givenName": author.given, "familyName": author.family} if author.is_person else {}
    return {"name": author.sorted_name, "nameType": kind} | names


def zenodo(facts: Facts) -> dict:
    """Content of ``.zenodo.json``."""
    report = facts.report
    return {
        "title": readme.title(facts), "upload_type": "dataset", "description": report.abstract,
        "creators": [{"name": name} for name in report.sorted_names],
        "publication_date": str(report.released), "version": report.version, "language": "eng",
        "access_right": "open", "keywords": list(report.keywords),
        "license": licences.of_text(report.licences).lower(),
        "notes": f"Code is under {licences.name(report.licences[0])}; each table of data names "
                 "the licence of its publisher."}


def codecheck(facts: Facts) -> str:
    """Content of ``codecheck.yml``; the fields of the code checker are the code checker's."""
    report = facts.report
    paper = {"title": report.title, "authors": [{"name": name} for name in report.names]}
    if report.address:
        paper["reference"] = report.address
    held = {"version": "https://codecheck.org.uk/spec/config/1.0/", "paper": paper,
            "manifest": [_output(exhibit) for exhibit in facts.exhibits]}
    if report.repository:
        held["repository"] = report.repository
    return yaml.safe_dump(held, sort_keys=False, allow_unicode=True, width=100)


def _output(exhibit: dict) -> dict:
    title = re.sub(r"\{\w+\}`([^`]*)`", r"\1", exhibit["title"])
    number = f"{exhibit['number']}: " if exhibit["number"] else ""
    return {"file": f"{REPORT}/exhibits/{exhibit['id']}.csv", "comment": f"{number}{title}"}
