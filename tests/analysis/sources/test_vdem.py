"""The file of V-Dem, which people have to download."""

import pandas as pd
import pytest

from analysis.sources import vdem
from report.refresh.store import NotOpen, Store

TABLE = """country_text_id,year,v2x_civlib,v2x_libdem,v2x_libdem_codelow,v2x_libdem_codehigh,\
v2x_polyarchy,v2x_polyarchy_codelow,v2x_polyarchy_codehigh,other
BLR,2009,0.3,0.1,0.05,0.15,0.2,0.15,0.25,1
BLR,2010,0.3,0.1,0.05,0.15,,,,1
NAM,2010,0.3,0.1,0.05,0.15,0.2,0.15,0.25,1
"""
ECONOMIES = pd.DataFrame({"iso2": ["BY", "NA"], "iso3": ["BLR", "NAM"]})
KEPT = pd.DataFrame({"economy": ["BY"], "year": [2010]})


def test_indices_with_bounds_where_they_are_kept(tmp_path):
    (tmp_path / "V-Dem-CY-Core-v15.csv").write_text(TABLE)
    found = vdem.governance_vdem(Store(tmp_path, tmp_path, pinned=True), ECONOMIES, KEPT)
    rows = found.fillna(-1).to_numpy().tolist()
    assert rows == [["BY", 2010, "v2x_civlib", 0.3, -1, -1],
                    ["BY", 2010, "v2x_libdem", 0.1, 0.05, 0.15]]


def test_other_version_is_not_the_pinned_one(tmp_path):
    (tmp_path / "V-Dem-CY-Core-v16.csv").write_text(TABLE)
    with pytest.raises(NotOpen, match="v-dem.net"):
        vdem.governance_vdem(Store(tmp_path, tmp_path, pinned=True), ECONOMIES, KEPT)
