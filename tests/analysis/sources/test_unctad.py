"""Files of World Bank Data360 on digitally deliverable services."""

import pandas as pd
import pytest

from analysis.sources import unctad
from report.refresh.store import RefreshError, Store

EXPORTS, IMPORTS = unctad.FLOWS.values()
HEAD = "FREQ,INDICATOR,REF_AREA,REF_AREA_LABEL,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\n"
ECONOMIES = pd.DataFrame({"iso2": ["BY", "NA"], "iso3": ["BLR", "NAM"]})
# Namibia is given in units, Belarus in millions; a world total and an empty value stand beside.
ROWS = """A,{name},BLR,Belarus,2021,4584,6,A
A,{name},BLR,Belarus,2022,,6,A
A,{name},NAM,Namibia,2021,250000000,0,A
A,{name},WLD,World,2021,3800000,6,A
Q,{name},BLR,Belarus,2021,1100,6,A
A,UNCTAD_DE_OTHER,BLR,Belarus,2021,7,6,A
"""


@pytest.fixture
def store(tmp_path):
    for name in (EXPORTS, IMPORTS):
        (tmp_path / f"{name}.csv").write_text(HEAD + ROWS.format(name=name))
    return Store(tmp_path, given=tmp_path)


def test_yearly_values_in_millions_of_known_economies(store):
    found = unctad.digital_services(store, ECONOMIES)
    assert found.query("flow == 'exports'").to_numpy().tolist() == [
        ["BY", 2021, "exports", 4584], ["NA", 2021, "exports", 250]]
    assert set(found["flow"]) == {"exports", "imports"}


@pytest.mark.parametrize(("old", "new", "words"), [
    ("REF_AREA,", "COUNTRY,", "not a file of World Bank Data360"),
    (f"A,{IMPORTS},", "A,UNCTAD_DE_ICT,", f"no values of {IMPORTS}")])
def test_other_files_are_refused(store, old, new, words):
    path = store.given / f"{IMPORTS}.csv"
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(RefreshError, match=words):
        unctad.digital_services(store, ECONOMIES)


def test_one_file_an_indicator(store, monkeypatch):
    asked, get = [], Store.get
    monkeypatch.setattr(Store, "get", lambda self, name, url, sha256=None: (
        asked.append(url), get(store, name, url))[1])
    unctad.digital_services(Store(store.target), ECONOMIES)
    assert [url.rpartition("/UNCTAD_DE/")[2] for url in asked] == [
        f"{EXPORTS}.csv", f"{IMPORTS}.csv"]
