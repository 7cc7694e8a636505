"""What is kept of the files on scholars."""

import pytest

from analysis.sources import scholars
from report.refresh.store import RefreshError, Store

HEAD = (",year,countrycode,padded_population_of_researchers,paddedpop,number_of_inmigrations,"
        "number_of_outmigrations,netmigration,outmigrationrate\n")
ROWS = """0,1996.0,{code},2337,2337,0,0,0,0.0
1,1997.0,{code},2698,2698,57,49,8,0.018
2,1997.0,NA,90,90,1,2,-1,0.02
3,2022.0,{code},0,0,27,71,-44,
"""


@pytest.fixture
def store(tmp_path):
    for name, code in scholars.FILES.values():
        (tmp_path / name).write_text(HEAD + ROWS.format(code=code))
    return Store(tmp_path, given=tmp_path)


def test_rows_of_belarus_without_the_first_year(store):
    found = scholars.scholars(store).query("source == 'scopus'")
    assert found[["year", "arrivals", "departures"]].to_numpy().tolist() == [
        [1997, 57, 49], [2022, 27, 71]]
    assert set(scholars.scholars(store)["source"]) == {"openalex", "scopus"}


def test_zero_researchers_are_not_given(store):
    found = scholars.scholars(store).query("source == 'openalex'").set_index("year")
    assert found["researchers"].isna().to_dict() == {1997: False, 2022: True}


@pytest.mark.parametrize(("old", "new", "words"), [
    (",BLR,", ",BLZ,", "no rows of BLR"), ("countrycode", "country", "other columns")])
def test_other_files_are_refused(store, old, new, words):
    path = store.given / scholars.FILES["scopus"][0]
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(RefreshError, match=words):
        scholars.scholars(store)


def test_pinned_edition_is_a_commit(store, monkeypatch):
    asked, get = [], Store.get
    monkeypatch.setattr(Store, "get", lambda self, name, url, sha256=None: (
        asked.append(url), get(store, name, url))[1])
    scholars.scholars(Store(store.target, pinned=True))
    assert f"/{scholars.PINNED}/data_input/scopus_2024_V1" in asked[1]
    scholars.scholars(Store(store.target))
    assert "/master/data_input/openalex_2023_V1" in asked[2]
