"""The text that makes an exhibit of the book."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd

from report import exhibit, tables


def test_body_aligns_and_escapes():
    data = pd.DataFrame({"name": ["a|b", "c"], "value": [-1234.5, None], "left out": [1, 2]})
    assert exhibit.body(data, {"name": "Name", "value": "USD"}, {"value": ",.0f"}).splitlines() == [
        "| Name | USD |", "| :--- | ---: |", "| a\\|b | −1,234 |", "| c | – |"]


def test_dollar_signs_open_no_formula():
    data = pd.DataFrame({"what": ["from $2 to $1"]})
    assert exhibit.body(data, {"what": "What"}, {}).splitlines()[-1] == "| from \\$2 to \\$1 |"


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


def test_exhibit_leaves_claims_and_tools_to_the_page():
    shown = exhibit.Exhibit("a-b", "table", "a", "T", "R", "A.", "derived",
                            pd.DataFrame({"x": [1]}), (), ())
    assert ":::{claims-line} tab-a-b\n:::\n\n:::{exhibit-tools} a-b\n:::" in shown.markdown()


def test_no_exhibit_opens_the_table_of_claims(tmp_path):
    program = f"""
from report.run import dependencies
dependencies.watch([{str(tables.DATA.parent)!r}])
import pandas as pd
from report import exhibit
exhibit.Exhibit("park-growth", "table", "park", "T", "R", "A.", "derived",
                pd.DataFrame({{"x": [1]}}), ("published",), ("afp2025",)).markdown()
print(*dependencies.rests_on(), sep="\\n")
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True,
                          text=True, check=True,
                          env=os.environ | {"PYTHONPATH": str(tables.DATA.parent / "src")})
    opened = {Path(name).name for name in done.stdout.split()}
    assert "datapackage.json" in opened and "claims.csv" not in opened
