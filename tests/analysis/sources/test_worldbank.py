"""Archives of indicators."""

import zipfile

import pandas as pd
import pytest

from analysis.sources import worldbank
from report.refresh.store import RefreshError, Store

TABLE = """\ufeff"Data Source","World Development Indicators",

"Last Updated Date","2026-02-24",

"Country Name","Country Code","Indicator Name","Indicator Code","2004","2005","2006",
"Belarus","BLR","Name","{code}","1","2.5","",
"Namibia","NAM","Name","{code}","1","7","8",
"Poland","POL","Name","{code}","1","","9",
"""
ECONOMIES = pd.DataFrame({"iso2": ["BY", "NA", "PL"], "iso3": ["BLR", "NAM", "POL"]})
KEPT = pd.DataFrame({"economy": ["BY", "PL"], "year": [2005, 2006]})


def archive(folder, code):
    with zipfile.ZipFile(folder / f"{code}.zip", "w") as file:
        file.writestr("Metadata_Indicator.csv", "x")
        file.writestr(f"API_{code}_DS2.csv", TABLE.format(code=code))


def test_economies_and_years_of_the_present_table(tmp_path):
    for code in worldbank.UNITS:
        archive(tmp_path, code)
    found = worldbank.macro(Store(tmp_path, given=tmp_path), ECONOMIES, KEPT)
    population = found[found["indicator"] == "SP.POP.TOTL"].drop(columns="indicator")
    assert population.to_numpy().tolist() == [
        ["BY", 2005, 2.5, "persons"], ["PL", 2006, 9.0, "persons"]]


def test_exports_of_the_economies_of_the_present_table(tmp_path):
    archive(tmp_path, worldbank.ICT)
    found = worldbank.ict_exports(Store(tmp_path, given=tmp_path), ECONOMIES, KEPT)
    assert found.to_numpy().tolist() == [["BY", 2005, 2.5], ["PL", 2006, 9.0]]


def test_governance_drops_the_prefix_of_the_interface(tmp_path):
    for aspect in worldbank.ASPECTS:
        archive(tmp_path, f"GOV_WGI_{aspect}.EST")
    found = worldbank.governance_wgi(Store(tmp_path, given=tmp_path), ECONOMIES, KEPT)
    assert sorted(set(found["indicator"])) == ["CC.EST", "GE.EST", "PV.EST", "RL.EST", "RQ.EST",
                                               "VA.EST"]


def test_other_file_is_refused(tmp_path):
    archive(tmp_path, "A.B")
    with pytest.raises(RefreshError, match="holds A.B, not C.D"):
        worldbank.read(tmp_path / "A.B.zip", "C.D")
    (tmp_path / "x.zip").write_text("<html>")
    with pytest.raises(RefreshError, match="not a table of indicators"):
        worldbank.read(tmp_path / "x.zip", "A.B")
