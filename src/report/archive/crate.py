"""RO-Crate of the archive [1]_, with the run that made it as a Process Run Crate [2]_.

References
----------
.. [1] Sefton, P. and others (2025). RO-Crate Metadata Specification 1.2.
   https://www.researchobject.org/ro-crate/specification/1.2/
.. [2] Workflow Run RO-Crate working group. Process Run Crate 0.5.
   https://w3id.org/ro/wfrun/process/0.5
"""

from __future__ import annotations

import hashlib
import mimetypes

from report.archive import readme
from report.archive.facts import Facts
from report.archive.inventory import PROJECT, REPORT
from report.bibliography import licences
from report.bibliography.cff import Author

CONTEXT = "https://w3id.org/ro/crate/1.2/context"
CRATE = "https://w3id.org/ro/crate/1.2"
PROCESS = "https://w3id.org/ro/wfrun/process/0.5"
PROGRAM, RUN = "run.sh", "#run"


def metadata(facts: Facts, files: dict[str, bytes]) -> dict:
    """Content of ``ro-crate-metadata.json``.

    Parameters
    ----------
    facts : Facts
    files : dict
        Content of each file of the archive by its place; each becomes an entity.
    """
    held = [_file(name, content) for name, content in sorted(files.items()) if name != PROGRAM]
    return {"@context": CONTEXT, "@graph": [
        {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
         "conformsTo": {"@id": CRATE}},
        _root(facts, files), _program(facts, files), _run(facts, files),
        {"@id": PROCESS, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"},
        *map(_author, facts.report.authors), *map(_licence, facts.report.licences), *held]}


def _ids(names) -> list[dict]:
    return [{"@id": name} for name in names]


def _author_id(author: Author) -> str:
    return "#" + "-".join(author.name.lower().split())


def _author(author: Author) -> dict:
    kind = "Person" if author.is_person else "Organization"
    return {"@id": _author_id(author), "@type": kind, "name": author.name}


def _licence(spdx: str) -> dict:
    return {"@id": licences.address(spdx), "@type": "CreativeWork", "name": licences.name(spdx),
            "identifier": spdx}


def _root(facts: Facts, files: dict[str, bytes]) -> dict:
    report = facts.report
    root = {
        "@id": "./", "@type": "Dataset", "name": readme.title(facts),
        "description": report.abstract, "datePublished": str(report.released),
        "version": report.version, "keywords": list(report.keywords), "inLanguage": "en",
        "author": _ids(map(_author_id, report.authors)),
        "publisher": {"@id": _author_id(report.authors[0])},
        "license": {"@id": licences.address(licences.of_text(report.licences))},
        "conformsTo": {"@id": PROCESS}, "mentions": {"@id": RUN}, "hasPart": _ids(sorted(files))}
    return root | ({"identifier": f"https://doi.org/{report.doi}"} if report.doi else {})


def _program(facts: Facts, files: dict[str, bytes]) -> dict:
    return _file(PROGRAM, files[PROGRAM]) | {
        "@type": ["File", "SoftwareApplication", "SoftwareSourceCode"],
        "name": "Build and verification of the report", "version": facts.report.version,
        "softwareVersion": facts.report.version, "programmingLanguage": "Shell and Python",
        "softwareRequirements": {"@id": f"{PROJECT}/requirements.txt"},
        "license": {"@id": licences.address(facts.report.licences[0])},
        "url": facts.report.address or "https://jupyterbook.org/v1/"}


def _run(facts: Facts, files: dict[str, bytes]) -> dict:
    inputs = [name for name in sorted(files) if name.startswith(f"{PROJECT}/data/")]
    made = [name for name in sorted(files) if name.startswith(f"{REPORT}/")]
    return {"@id": RUN, "@type": "CreateAction", "name": "Build of this version",
            "description": "Executes every chapter and writes pages, PDF, record and exhibits.",
            "actionStatus": {"@id": "http://schema.org/CompletedActionStatus"},
            "instrument": {"@id": PROGRAM}, "object": _ids(inputs), "result": _ids(made),
            "agent": {"@id": _author_id(facts.report.authors[0])}}


def _file(name: str, content: bytes) -> dict:
    kind = mimetypes.guess_type(name)[0]
    return {"@id": name, "@type": "File", "name": name.rsplit("/", 1)[-1],
            "contentSize": str(len(content)), "sha256": hashlib.sha256(content).hexdigest(),
            **({"encodingFormat": kind} if kind else {})}
