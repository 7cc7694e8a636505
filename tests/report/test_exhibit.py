"""The text that makes an exhibit of the book."""

import pandas as pd

from report import exhibit


def test_body_aligns_and_escapes():
    data = pd.DataFrame({"name": ["a|b", "c"], "value": [-1234.5, None], "left out": [1, 2]})
    assert exhibit.body(data, {"name": "Name", "value": "USD"}, {"value": ",.0f"}).splitlines() == [
        "| Name | USD |", "| :--- | ---: |", "| a\\|b | −1,234 |", "| c | – |"]


def test_data_keep_ten_digits():
    data = pd.DataFrame({"x": [1 / 3, 123456789.123], "n": [1, 2]})
    assert exhibit.csv(data) == "x,n\n0.3333333333,1\n123456789.1,2\n"
    shown = exhibit.Exhibit("a-b", "table", "a", "T", "R", "A.", "derived", data, (), ())
    assert shown.record()["data"]["rows"] == [[0.3333333333, 1], [123456789.1, 2]]


def test_source_line_without_sources_names_the_licence_alone():
    assert exhibit.source_line(("github_activity",), ()) == "Licence: CC0 1.0 Universal."


def test_source_line_of_a_whole_table_leads_to_it():
    line = exhibit.source_line(("events",), ("one2020", "two2021"), ("events:*",))
    assert line.startswith("Sources (2, named row by row in [events](#table-events)). Licence:")


def test_source_line_cites_and_names_licences():
    line = exhibit.source_line(("github_activity", "permits"), ("one2020", "two2021"))
    assert "{cite:p}`one2020,two2021`" in line
    assert line.endswith("Licence: CC0 1.0 Universal; Creative Commons Attribution 4.0.")


def test_exhibit_leads_to_the_claims_that_it_tests():
    line = "\n".join(exhibit.claims_line("tab-park-growth"))
    assert "{ref}`Growth lasted until 2020 <claim-growth-until-2020>`" in line
    assert "html-only" in line
    assert exhibit.claims_line("fig-of-nothing") == []
