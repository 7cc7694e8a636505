"""The README has the parts that data editors ask for, and says only what is known."""

import re
from dataclasses import replace

from report.archive import readme

LOCK = "numpy==2.2.0 \\\n    --hash=sha256:0\npandas==2.3.0\n"


def test_parts_of_the_form(held):
    text = readme.text(held, 3_000_000, LOCK)
    assert text.startswith("# Data and Code for: Tides: A Report\n")
    assert re.findall("^## (.*)", text, re.M) == [
        "Overview", "Data availability and provenance", "Statement about rights",
        "Computational requirements", "Instructions to replicators",
        "List of exhibits and programs", "Citation"]


def test_tables_exhibits_packages_and_size(held):
    text = readme.text(held, 3_000_000, LOCK)
    assert "| `heights.csv` | Heights | Harbour | May | by hand | CC0-1.0 |" in text
    assert "| Figure 1.1 | High since sea.year | `project/chapters/sea.md` | " \
           "`report/exhibits/sea-high.csv` |" in text
    assert "- 2 packages" in text and "- Storage: 3 MB unpacked" in text


def test_run_time_is_told_only_where_it_was_measured(held):
    assert "Run time" not in readme.text(held, 1, LOCK)
    measured = replace(held, times={"python": "3.11.7", "cores": 2, "builds": {
        "from nothing": {"ours": {"seconds": 56.4}}}})
    assert "Run time: 56 seconds for one build from nothing on 2 cores (Python 3.11.7)" in \
        readme.text(measured, 1, LOCK)
