"""What is kept of the Innovation Graph."""

import pandas as pd
import pytest

from analysis.sources import github
from report.refresh.store import Store

PUSHES = """git_pushes,iso2_code,year,quarter
900,EU,2020,1
50,BY,2020,1
7,NA,2020,1
60,BY,2020,2
8,NA,2020,2
950,EU,2020,2
3,XK,2020,2
"""
PAIRS = """weight,source,destination,year,quarter
5,BY,BR,2020,1
6,BR,BY,2020,1
7,UA,BR,2020,1
8,BR,UA,2020,1
9,US,JP,2020,1
1,US,BR,2020,1
2,EU,BY,2020,1
"""
LICENCES = """num_pushers,spdx_license,iso2_code,year,quarter
738,MIT,BY,2020,1
300,ISC,BY,2020,1
656,NOASSERTION,BY,2020,1
120,MIT,NA,2020,1
90000,MIT,EU,2020,1
101,MIT,BT,2020,1
"""
LANGUAGES = """num_pushers,language,language_type,iso2_code,year,quarter
500,C#,programming,BY,2020,1
510,C#,programming,BY,2020,2
150,Nix,programming,BY,2020,1
900,C#,programming,PL,2020,1
160,Nix,programming,PL,2020,1
700,C#,programming,DE,2020,2
"""


@pytest.fixture
def store(tmp_path):
    (tmp_path / "git_pushes.csv").write_text(PUSHES)
    for name in ("developers", "organizations", "repositories"):
        (tmp_path / f"{name}.csv").write_text(PUSHES.replace("git_pushes", name))
    (tmp_path / "economy_collaborators.csv").write_text(PAIRS)
    (tmp_path / "licenses.csv").write_text(LICENCES)
    (tmp_path / "languages.csv").write_text(LANGUAGES)
    return Store(tmp_path, given=tmp_path)


def test_economies_with_pushes_in_each_quarter_and_no_aggregate(store):
    found = github.github_activity(store)
    assert set(found["economy"]) == {"BY", "NA"}  # Namibia is not a missing value
    assert found.query("economy == 'BY' and quarter == 2")["repositories"].item() == 60


def test_pairs_of_the_three_selections(store):
    found = github.github_collaboration(store)
    assert sorted(found["weight"]) == [5, 6, 7, 9]


def test_outgoing_work_of_known_economies(tmp_path):
    (tmp_path / "economy_collaborators.csv").write_text(PAIRS + "8,BY,US,2020,1\n9,BY,US,2020,2\n"
                                                        "500,BY,EU,2020,1\n400,BY,BY,2020,1\n")
    economies = pd.DataFrame({"iso2": ["BY", "US", "NA"]})
    found = github.github_outgoing(Store(tmp_path, given=tmp_path), economies)
    # economy, year, quarter, destinations, weight; neither the aggregate nor work at home
    assert found.to_numpy().tolist() == [["BY", 2020, 1, 2, 13], ["BY", 2020, 2, 1, 9],
                                         ["US", 2020, 1, 2, 10]]


def test_pinned_edition_is_a_commit(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(Store, "get", lambda self, name, url, sha256=None: asked.append(url))
    monkeypatch.setattr(github.pd, "read_csv", lambda path, **options: None)
    for pinned in (True, False):
        github._read(Store(tmp_path, pinned=pinned), "developers")
    assert asked == [
        f"https://raw.githubusercontent.com/github/innovationgraph/{github.PINNED}"
        "/data/developers.csv",
        "https://raw.githubusercontent.com/github/innovationgraph/main/data/developers.csv"]


def test_pushers_of_four_licences_in_known_economies(store):
    economies = pd.DataFrame({"iso2": ["BY", "NA", "EU27"]})
    found = github.github_pushers(store, economies)
    assert found[["economy", "licence", "pushers"]].to_numpy().tolist() == [
        ["BY", "MIT", 738], ["BY", "NOASSERTION", 656], ["NA", "MIT", 120]]


def test_languages_that_belarus_has_in_each_quarter(store):
    found = github.github_languages(store)
    assert found[["economy", "quarter", "language", "pushers"]].to_numpy().tolist() == [
        ["BY", 1, "C#", 500], ["BY", 2, "C#", 510], ["PL", 1, "C#", 900]]


def test_languages_rest_on_an_earlier_commit(store, monkeypatch):
    asked, get = [], Store.get
    monkeypatch.setattr(Store, "get", lambda self, name, url, sha256=None: (
        asked.append(url), get(store, name, url))[1])
    github.github_languages(Store(store.target, pinned=True))
    assert f"/{github.LANGUAGES_PINNED}/data/languages.csv" in asked[0]
