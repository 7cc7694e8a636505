"""A new id in all places, or nothing at all."""

import pytest

from report import rename

TEXT = "{v}`park.fall` {v}`park.fall low` {v}`park.fall.said` {numref}`fig-park-fall`.\n"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters/park.md").write_text(TEXT)
    (tmp_path / "chapters/park.toml").write_text(
        '[number."park.fall"]\n[number."park.fall.said"]\n[exhibit.park-fall]\n')
    return tmp_path


def test_number_is_renamed_as_a_whole(project):
    found = rename.rename("park.fall", "park.drop", project)
    assert found == {"chapters/park.md": 2, "chapters/park.toml": 1}
    assert (project / "chapters/park.md").read_text() == \
        "{v}`park.drop` {v}`park.drop low` {v}`park.fall.said` {numref}`fig-park-fall`.\n"


def test_exhibit_is_renamed_with_its_references(project):
    assert rename.rename("park-fall", "park-drop", project) == {
        "chapters/park.md": 1, "chapters/park.toml": 1}
    assert "{numref}`fig-park-drop`" in (project / "chapters/park.md").read_text()


@pytest.mark.parametrize(("old", "new", "words"), [
    ("park.nothing", "park.drop", "stands nowhere"),
    ("park.fall", "park.fall.said", "stands in chapters/park.md already")])
def test_nothing_is_written_where_it_cannot_be(project, old, new, words):
    with pytest.raises(ValueError, match=words):
        rename.rename(old, new, project)
    assert (project / "chapters/park.md").read_text() == TEXT
