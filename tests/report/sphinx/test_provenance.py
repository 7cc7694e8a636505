"""Entries of numbers and of rows, and the links between them."""

import pytest

from report.sphinx import provenance
from report.tables import TableError

NUMBER = {"id": "park.exports.fall", "text": "−46 to −41%", "unit": "percent", "meaning": "Fall",
          "tables": ["published"], "rows": ["a-2021", "permits:EU27/*"], "sources": ["afp2025"]}


def test_entry_names_definition_tables_rows_and_sources():
    entry = provenance.entry(NUMBER)
    for part in ("(number-park-exports-fall)=", "`park.exports.fall`", "**−46 to −41%**", "Fall.",
                 "[published](#table-published)", "[`a-2021`](#row-a-2021)",
                 "[`permits:EU27/*`](#row-permits-eu27-all)", "{cite:p}`afp2025`"):
        assert part in entry


def test_row_knows_the_numbers_and_exhibits_that_rest_on_it():
    exhibit = {"rows": ["a-2021"], "label": "fig-park-exports"}
    found = provenance.used_by({"x": NUMBER}, {"y": exhibit})
    assert found["a-2021"] == ["[`park.exports.fall`](#number-park-exports-fall)",
                               "{numref}`fig-park-exports`"]


def test_published_figure_is_shown_as_printed_and_as_read():
    entry = provenance.row_entry("park.staff-2021-06-afp2021", ["X"])
    for part in ("(row-park-staff-2021-06-afp2021)=", "**over 70,000 persons**", "2021-06",
                 "Read as 70,000 to 75,000.", "{cite:p}`afp2021`", "Behind X."):
        assert part in entry


def test_exact_figure_needs_no_interval():
    entry = provenance.row_entry("hosts.documents-2024-02-29-wb242024", ["X"])
    assert "**124,438 persons**" in entry and "Read as" not in entry


def test_star_in_a_cell_is_printed_and_is_no_emphasis():
    entry = provenance.row_entry("claims:asia-share", ["X"])
    assert r"**pivot-definitions/asia\*;pivot-asia-level/asia**" in entry


def test_rows_are_grouped_by_topic_and_table():
    names = ["permits:PL/*", "park.staff-2021-06-afp2021", "hosts.documents-2024-02-29-wb242024"]
    assert list(provenance.grouped(names)) == [
        "Published figures: hosts", "Published figures: park",
        "Residence permits of citizens of Belarus"]


def test_row_of_open_data_and_pattern():
    entry = provenance.row_entry("permits:EU27/2019/valid", ["X"])
    assert "[permits](#table-permits): persons **133,889** {cite:p}`eurostat2026`" in entry
    assert "20 rows of [permits](#table-permits)" in provenance.row_entry("permits:PL/*", ["X"])


def test_large_numbers_and_dates_are_written_out():
    assert "value **10,090,771,868**" in provenance.row_entry("macro:BY/2024/BX.GSR.NFSV.CD", ["X"])
    entry = provenance.row_entry("events:2022-02-24-russia-invades-ukraine-also", ["X"])
    assert "date **2022-02-24**" in entry and "00:00" not in entry


def test_row_of_a_whole_table_leads_to_it_and_cites_no_one():
    entry = provenance.row_entry("events:*", ["X"])
    assert "52 rows of [events](#table-events). Behind X." in entry and "{cite" not in entry


def test_unknown_row_is_refused():
    with pytest.raises(TableError, match="'nothing'"):
        provenance.row_entry("nothing", ["X"])


@pytest.mark.parametrize(("name", "label"), [
    ("park.exports-2021-park2022", "row-park-exports-2021-park2022"),
    ("permits:EU27/2019/valid", "row-permits-eu27-2019-valid"), ("macro:*", "row-macro-all")])
def test_anchor_of_a_row(name, label):
    assert provenance.row_anchor(name) == label
