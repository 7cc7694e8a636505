"""What is kept of the Innovation Graph."""

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


@pytest.fixture
def store(tmp_path):
    (tmp_path / "git_pushes.csv").write_text(PUSHES)
    for name in ("developers", "organizations", "repositories"):
        (tmp_path / f"{name}.csv").write_text(PUSHES.replace("git_pushes", name))
    (tmp_path / "economy_collaborators.csv").write_text(PAIRS)
    return Store(tmp_path, given=tmp_path)


def test_economies_with_pushes_in_each_quarter_and_no_aggregate(store):
    found = github.github_activity(store)
    assert set(found["economy"]) == {"BY", "NA"}  # Namibia is not a missing value
    assert found.query("economy == 'BY' and quarter == 2")["repositories"].item() == 60


def test_pairs_of_the_three_selections(store):
    found = github.github_collaboration(store)
    assert sorted(found["weight"]) == [5, 6, 7, 9]


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
