"""A small project that has been built, as the archive takes it."""

import json

import pytest

from report.archive import facts

CITATION = """cff-version: 1.2.0
title: "Tides: A Report"
abstract: On tides.
version: 1.2.0
date-released: 2026-03-01
authors:
  - given-names: Ann
    family-names: Doe
license: [MIT, CC-BY-4.0]
keywords: [tides]
"""
PACKAGE = {"name": "tides", "description": "Tables of tides.", "resources": [{
    "name": "heights", "path": "heights.csv", "title": "Heights", "description": "By day.",
    "publisher": "Harbour", "edition": "May", "access": "by hand",
    "licenses": [{"name": "CC0-1.0"}],
    "schema": {"primaryKey": ["day"], "fields": [
        {"name": "day", "type": "date"}, {"name": "height", "type": "number"}]}}]}
LEDGER = {"numbers": {}, "tables": {}, "exhibits": {"sea-high": {
    "id": "sea-high", "kind": "figure", "number": "Figure 1.1", "chapter": "sea",
    "title": "High since {v}`sea.year`"}}}


@pytest.fixture
def project(tmp_path):
    """Folder of the project; git does not know it."""
    for name, held in {
            "CITATION.cff": CITATION, "LICENSE": "MIT", "LICENSE-text": "CC BY",
            "requirements.txt": "numpy==2.2.0 \\\n    --hash=sha256:0\npandas==2.3.0\n",
            "data/datapackage.json": json.dumps(PACKAGE), "data/heights.csv": "day,height\n",
            "src/sea.py": "TIDE = 1\n", ".venv/bin/python": "left out",
            "_build/ledger.json": json.dumps(LEDGER), "_build/pdf/tides.pdf": "%PDF",
            "_build/html/index.html": "<html>", "_build/exhibits/sea-high.csv": "day\n"}.items():
        path = tmp_path / "tides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(held, encoding="utf-8")
    return tmp_path / "tides"


@pytest.fixture
def held(project):
    """Facts of the project."""
    return facts.read(project)
