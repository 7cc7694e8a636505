"""Entries of rows: what each says, where it is from, and what rests on it."""

from collections import defaultdict
from types import SimpleNamespace

import pytest

from report.sphinx import rows, state
from report.tables import DATA, TableError

NUMBER = {"id": "park.exports.fall", "rows": ["a-2021", "permits:EU27/*"]}


def test_row_knows_the_numbers_and_exhibits_that_rest_on_it():
    exhibit = {"rows": ["a-2021"], "label": "fig-park-exports"}
    found = rows.used_by({"x": NUMBER}, {"y": exhibit})
    assert found["a-2021"] == ["[`park.exports.fall`](#number-park-exports-fall)",
                               "{numref}`fig-park-exports`"]


def test_published_figure_is_shown_as_printed_and_as_read():
    entry = rows.entry("park.staff-2021-06-afp2021", ["X"])
    for part in ("(row-park-staff-2021-06-afp2021)=", "**over 70,000 persons**", "2021-06",
                 "Read as 70,000 to 75,000", "{cite:p}`afp2021`", "Behind X."):
        assert part in entry


def test_exact_figure_needs_no_interval():
    entry = rows.entry("hosts.documents-2024-02-29-wb242024", ["X"])
    assert "**124,438 persons**" in entry and "Read as" not in entry


def test_ids_of_checks_are_for_programs_and_stay_out():
    entry = rows.entry("claims:asia-share", ["X"])
    assert "pivot-asia-level" not in entry and "The share of Asia" in entry


def test_rows_are_grouped_by_topic_and_table():
    names = ["permits:PL/*", "park.staff-2021-06-afp2021", "hosts.documents-2024-02-29-wb242024"]
    assert list(rows.grouped(names)) == [
        "Published figures: hosts", "Published figures: park",
        "Residence permits of citizens of Belarus"]


def test_row_of_open_data_and_pattern():
    entry = rows.entry("permits:EU27/2019/valid", ["X"])
    assert "[permits](#table-permits): permits **133,889** {cite:p}`eurostat2026`" in entry
    assert "20 rows of [permits](#table-permits)" in rows.entry("permits:PL/*", ["X"])


def test_large_numbers_and_dates_are_written_out():
    assert "value **\\$10,090,771,868**" in rows.entry("macro:BY/2024/BX.GSR.NFSV.CD", ["X"])
    entry = rows.entry("events:2022-02-24-russia-invades-ukraine-also", ["X"])
    assert "date **2022-02-24**" in entry and "00:00" not in entry


def test_row_of_a_whole_table_leads_to_it_and_cites_no_one():
    entry = rows.entry("events:*", ["X"])
    assert "52 rows of [events](#table-events). Behind X." in entry and "{cite" not in entry


def test_unknown_row_is_refused():
    with pytest.raises(TableError, match="'nothing'"):
        rows.entry("nothing", ["X"])


def test_page_that_lists_rows_is_read_again_when_something_else_rests_on_them():
    env = SimpleNamespace(found_docs={"a", "b"}, metadata=defaultdict(dict), srcdir=DATA.parent)
    app = env.app = SimpleNamespace(env=env)
    state.build(app).numbers = {"x": NUMBER}
    state.page(env, "a").rows = rows._listed(env)
    state.page(env, "b")
    assert rows._read_again(app, env, (), (), ()) == []
    state.build(app).numbers = {"x": NUMBER, "y": NUMBER | {"id": "park.other"}}
    assert rows._read_again(app, env, (), (), ()) == ["a"]
