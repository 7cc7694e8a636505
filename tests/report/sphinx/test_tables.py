"""The description of a table as readers see it."""

import pytest

from report.sphinx import tables as datapages
from report.tables import TableError


def test_section_names_publisher_licence_key_and_columns():
    section = datapages.section("permits")
    for part in ("(table-permits)=", "## ", "`permits.csv`: 657 rows", "Publisher\n: Eurostat",
                 "Licence\n: Creative Commons Attribution 4.0", "| **reporter** | string |",
                 "| persons | integer | persons |", "{cite:t}`eurostat2026`"):
        assert part in section


def test_table_with_a_source_in_each_row():
    assert "Cite as\n: the source named in each row" in datapages.section("published")


def test_unknown_table():
    with pytest.raises(TableError, match="'nothing'"):
        datapages.section("nothing")
