"""What is recorded, and what is refused."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from report import oldchapter as chapter
from report.exhibit import KEY
from report.intervals import Interval
from report.ledger import LedgerError
from report.oldchapter import Chapter


@pytest.fixture
def shown(monkeypatch):
    outputs = []
    monkeypatch.setattr(chapter, "display", outputs.append)
    return outputs


def record(shown):
    return shown[-1].record


def test_interval_is_shown_by_its_bounds(shown):
    Chapter("park").number("fall", Interval(43.75, 41.27, 46.15), unit="percent", meaning="Fall",
                           tables=["events"], spec=".0f")
    assert record(shown)["id"] == "park.fall"
    assert record(shown)["text"] == "41 to 46%"
    assert record(shown)["value"] == 43.75


def test_estimate_keeps_value_and_bounds(shown):
    Chapter("exodus").number("gap", -50.04, low=-60, high=-40, unit="percent", meaning="Gap",
                             tables=["events"], spec=".0f")
    assert record(shown)["text"] == "−50%"
    assert (record(shown)["low"], record(shown)["high"]) == (-60, -40)


def test_quarter_is_text(shown):
    Chapter("pivot").number("break", "2022 Q2", unit="quarter", meaning="Break",
                            tables=["events"])
    assert record(shown)["text"] == record(shown)["value"] == "2022 Q2"


@pytest.mark.parametrize("quantity", [float("nan"), float("inf"), None])
def test_number_must_be_finite(shown, quantity):
    with pytest.raises((LedgerError, TypeError), match="park.x|NoneType"):
        Chapter("park").number("x", quantity, unit="percent", meaning="X", tables=["events"])


def test_unknown_table_and_unknown_row(shown):
    with pytest.raises(LedgerError, match="'nothing'"):
        Chapter("park").number("x", 1, unit="percent", meaning="X", tables=["nothing"])
    with pytest.raises(LedgerError, match="'nobody-2021'"):
        Chapter("park").number("x", 1, unit="percent", meaning="X", tables=["published"],
                               rows=["nobody-2021"])


def figure():
    drawn, axes = plt.subplots()
    axes.plot([1, 2])
    return drawn


def test_figure_carries_data_and_text():
    exhibit = Chapter("park").figure(
        "exports", figure(), pd.DataFrame({"year": [2020], "value": [None]}), title="Exports",
        reading="They fell.", alt="A line.", status="published", tables=["events"])
    bundle, metadata = exhibit._repr_mimebundle_()
    kept = metadata[KEY]
    assert kept["data"] == {"columns": ["year", "value"], "rows": [[2020, None]]}
    assert kept["csv"] == "year,value\n2020,\n"
    assert ":alt: A line." in bundle["text/markdown"]
    assert ":name: fig-park-exports" in bundle["text/markdown"]


def test_figure_needs_alt_text():
    with pytest.raises(LedgerError, match="alt text"):
        Chapter("park").figure("x", figure(), pd.DataFrame({"a": [1]}), title="T", reading="R",
                               alt=" ", status="derived", tables=["events"])


def test_table_prints_intervals_and_keeps_bounds():
    data = pd.DataFrame({"what": ["Fall"], "size": [Interval(43.75, 41.27, 46.15)]})
    exhibit = Chapter("park").table("t", data, {"what": "What", "size": "Percent"},
                                    {"size": ".1f"}, title="T", reading="R", status="derived",
                                    tables=["events"])
    assert "| Fall | 41.3 to 46.1 |" in exhibit.body
    assert exhibit.data.to_dict("records") == [
        {"what": "Fall", "size_low": 41.27, "size_high": 46.15}]
