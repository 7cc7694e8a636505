"""An assumption is read, found in a copy of the project, and written there and nowhere else."""

import pytest

from report import tables
from report.run import assumption
from report.run.assumption import AssumptionError, Cell, Constant, assign, read


@pytest.fixture
def project(tmp_path):
    for name in ("data", "chapters", "src/kit"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "data" / "economies.csv").write_text('iso2,donor,name\nGE,false,"Georgia, the"\n')
    (tmp_path / "src" / "kit" / "rules.py").write_text('"""Rules."""\n\nLIMIT: float = 2\n')
    (tmp_path / "chapters" / "exodus.md").write_text(
        "# Häfen\n\n```{code-cell} python\n:tags: [hide]\n\nSTART, END = 1, 2\n```\n\nSTART = 5\n")
    return tmp_path


def test_cell_is_changed_and_the_rest_of_the_table_stays(project, monkeypatch):
    monkeypatch.setattr(tables, "primary_key", lambda name: ["iso2"])
    read("economies:GE:donor=true").apply(project)
    assert (project / "data" / "economies.csv").read_text() == \
        'iso2,donor,name\nGE,true,"Georgia, the"\n'


@pytest.mark.parametrize(("words", "said"), [
    ("nowhere:GE:donor=true", "data/nowhere.csv is not there"),
    ("economies:XX:donor=true", "no row with iso2 'XX'"),
    ("economies:GE:size=3", "no column 'size'; it has iso2, donor, name"),
    ("kit.rules.OTHER=3", "src/kit/rules.py sets no OTHER"),
    ("kit.laws.LIMIT=3", "no chapter and no module 'kit.laws'"),
    ("exodus.MIDDLE=3", "chapters/exodus.md sets no MIDDLE")])
def test_place_that_is_not_there_is_named(project, monkeypatch, words, said):
    monkeypatch.setattr(tables, "primary_key", lambda name: ["iso2"])
    with pytest.raises(AssumptionError, match=said.replace(".", r"\.")):
        read(words).apply(project)


def test_constants_of_a_module_and_of_a_chapter(project):
    read("kit.rules.LIMIT=3.5").apply(project)
    read("exodus.END=pd.Period('2022Q2')").apply(project)
    assert (project / "src" / "kit" / "rules.py").read_text() == \
        '"""Rules."""\n\nLIMIT: float = 3.5\n'
    assert "START, END = 1, pd.Period('2022Q2')\n```\n\nSTART = 5" in \
        (project / "chapters" / "exodus.md").read_text()


def test_change_is_read_with_its_key_and_value():
    assert read("a:b/2022:c=d=e") == Cell("a", "b/2022", "c", "d=e")
    assert read("a.b.C['x'] = (1, 2)") == Constant("a.b", "C['x']", "(1, 2)")


@pytest.mark.parametrize("words", ["", "a", "a=1", "a.b", "a.B==2", "a.B=1 +"])
def test_what_names_no_assumption_is_refused(words):
    with pytest.raises(AssumptionError):
        read(words)


def test_entry_of_a_dictionary_after_letters_of_two_bytes():
    assert assign("x = 1\nD = {'é': 1, 'b': (2,\n 3)}\n", "D['b']", "4, 5") == \
        "x = 1\nD = {'é': 1, 'b': (4, 5)}\n"
    assert assign("D = {'a': 1}", "D['b']", "2") is None
    assert assign("def f():\n    A = 1\n", "A", "2") is None


def test_how_to_write_one_is_said():
    with pytest.raises(AssumptionError, match="table:key:column=value"):
        read("nearly")
    assert "chapter.CONSTANT" in assumption.HOW
