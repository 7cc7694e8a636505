"""Facts are read from the files of a project that has been built."""

import pytest

from report.archive import facts
from report.archive.facts import PackageError


def test_facts_of_a_built_project(held):
    assert held.name == "tides-1.2.0"
    assert [one["name"] for one in held.tables] == ["heights"]
    assert [one["id"] for one in held.exhibits] == ["sea-high"]
    assert held.verification == {} and held.times == {}


def test_project_that_is_not_built_is_told_what_to_run(project):
    (project / "_build" / "ledger.json").unlink()
    with pytest.raises(PackageError, match="not built: run `make book` first"):
        facts.read(project)
