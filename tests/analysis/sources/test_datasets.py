"""Which code rebuilds which table."""

import pytest

from analysis.sources.datasets import BUILDERS
from report import tables
from report.refresh import rebuild


def test_every_table_says_how_code_gets_at_it():
    said = {name: held["access"] for name, held in tables.package()["resources"].items()}
    assert all(said.values())
    by_hand = {"not rebuilt by code", "the project's own table, edited by hand"}
    assert {name for name, access in said.items() if access not in by_hand} == set(BUILDERS)


@pytest.mark.parametrize("name", BUILDERS)
def test_tables_are_written_as_they_stand(name):
    table = tables.load(name)
    for column in table.select_dtypes("datetime"):
        table[column] = table[column].dt.strftime("%Y-%m-%d")
    written = rebuild.as_csv(table, list(table.columns), tables.primary_key(name))
    assert written == (tables.DATA / tables.resource(name)["path"]).read_text(encoding="utf-8")
