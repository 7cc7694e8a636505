"""What is recorded, and what is refused."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from report import chapter
from report.chapter import Chapter, Estimate
from report.exhibit import KEY
from report.intervals import Interval
from report.ledger import LedgerError

DECLARED = """
[number."park.fall"]
unit = "percent"
format = ".0f"
meaning = "Fall to @year"
tables = ["events"]

[number."park.break"]
unit = "quarter"
meaning = "Break"
tables = ["events"]

[number."park.bare"]
unit = "percent"
meaning = "Rests on rows that its value carries"

[exhibit.park-exports]
title = "Exports fell by @fall"
reading = "They fell."
status = "published"
tables = ["events"]

[exhibit.park-sizes]
title = "Sizes"
reading = "One row."
status = "derived"
tables = ["events"]
columns = [
  { name = "what", head = "What" },
  { name = "size", head = "Percent", format = ".1f" },
]

[exhibit.park-kept]
title = "Kept"
reading = "One row."
status = "derived"
tables = ["events"]
columns = [{ name = "what", head = "What" }, { name = "why" }]
"""


@pytest.fixture
def book(tmp_path, monkeypatch):
    (tmp_path / "park.toml").write_text(DECLARED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Chapter("park")


@pytest.fixture
def shown(monkeypatch):
    outputs = []
    monkeypatch.setattr(chapter, "display", outputs.append)
    return outputs


def test_interval_is_shown_by_its_bounds(book, shown):
    book.numbers({"park.fall": Interval(43.75, 41.27, 46.15)}, year=2023)
    record = shown[-1].record
    assert (record["id"], record["text"], record["value"]) == ("park.fall", "41 to 46%", 43.75)
    assert (record["meaning"], record["tables"]) == ("Fall to 2023", ["events"])


def test_estimate_keeps_value_and_bounds(book, shown):
    book.numbers({"park.fall": Estimate(-50.04, low=-60, high=-40)}, year=2023)
    assert shown[-1].record["text"] == "−50%"
    assert (shown[-1].record["low"], shown[-1].record["high"]) == (-60, -40)


def test_interval_may_be_shown_by_its_value(book, shown):
    book.numbers({"park.bare": Estimate.of(
        Interval(43.75, 41.27, 46.15, ("park.exports-2021-park2022",)))})
    record = shown[-1].record
    assert (record["text"], record["low"], record["high"]) == ("44%", 41.27, 46.15)
    assert record["rows"] == ["park.exports-2021-park2022"]


def test_one_of_several_results_has_the_others_as_bounds():
    results = pd.Series({"plain": -2.0, "main": -5.0, "late": -7.0})
    assert Estimate.among(results, "main") == Estimate(-5.0, -7.0, -2.0)


def test_quarter_is_text(book, shown):
    book.numbers({"park.break": "2022 Q2"})
    assert shown[-1].record["text"] == shown[-1].record["value"] == "2022 Q2"


def test_tables_and_sources_follow_from_the_rows_of_a_value(book, shown):
    book.numbers({"park.bare": Estimate(1, rows=("park.exports-2021-park2022",))})
    assert shown[-1].record["tables"] == ["published"]
    assert shown[-1].record["sources"] == ["park2022"]


def test_number_that_rests_on_nothing_is_refused(book, shown):
    with pytest.raises(LedgerError, match="park.bare: neither its tables nor its rows"):
        book.numbers({"park.bare": 1})


@pytest.mark.parametrize("quantity", [float("nan"), float("inf"), None])
def test_number_must_be_finite(book, shown, quantity):
    with pytest.raises((LedgerError, TypeError), match="park.fall|NoneType"):
        book.numbers({"park.fall": quantity}, year=2023)


def test_unknown_row_is_named_with_its_number(book, shown):
    with pytest.raises(LedgerError, match="park.bare: no published figure is called 'nobody-2021'"):
        book.numbers({"park.bare": Estimate(1, rows=("nobody-2021",))})


def drawn(form):
    figure, axes = plt.subplots(figsize=(form.width, 2))
    axes.plot([1, 2])
    return figure


def test_figure_carries_data_and_text(book):
    shown = book.figure("park-exports", drawn, pd.DataFrame({"year": [2020], "value": [None]}),
                        alt="A line.", fall="9%")
    bundle, metadata = shown._repr_mimebundle_()
    kept = metadata[KEY]
    assert kept["data"] == {"columns": ["year", "value"], "rows": [[2020, None]]}
    assert kept["csv"] == "year,value\n2020,\n"
    assert kept["title"] == "Exports fell by 9%"
    assert ":alt: A line." in bundle["text/markdown"]
    assert ":name: fig-park-exports" in bundle["text/markdown"]


def test_figure_needs_alt_text(book):
    with pytest.raises(LedgerError, match="alt text"):
        book.figure("park-exports", drawn, pd.DataFrame({"a": [1]}), alt=" ", fall="9%")


def test_table_prints_intervals_and_keeps_bounds_and_keys(book):
    data = pd.DataFrame({"size": [Interval(43.75, 41.27, 46.15)], "what": ["Fall"],
                         "key": ["fall"]})
    shown = book.table("park-sizes", data)
    assert "| What | Percent |" in shown.body
    assert "| Fall | 41.3 to 46.1 |" in shown.body
    assert shown.data.to_dict("records") == [
        {"key": "fall", "what": "Fall", "size_low": 41.27, "size_high": 46.15}]


def test_column_without_a_head_is_kept_and_not_printed(book):
    table = book.table("park-kept", pd.DataFrame({"what": ["a"], "why": ["since"]}))
    assert list(table.data.columns) == ["what", "why"]
    assert "since" not in table.body and "What" in table.body


def test_index_of_keys_is_the_column(book):
    data = pd.DataFrame({"what": ["Fall"], "size": [1.0]}, index=pd.Index(["fall"], name="key"))
    assert book.table("park-sizes", data).data.to_dict("records") == [
        {"key": "fall", "what": "Fall", "size": 1.0}]


def test_table_whose_data_lack_a_declared_column_is_refused(book):
    with pytest.raises(LedgerError, match="no column 'size'"):
        book.table("park-sizes", pd.DataFrame({"what": ["Fall"]}))
