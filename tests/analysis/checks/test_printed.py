"""Words by which rows are found are those that the exhibits print."""

import pytest

from analysis.checks import printed
from report import ledger
from report.project import ROOT

WORDS = {
    ("park-readings", "kind"): [printed.COUNTED], ("park-conflicts", "state"): [printed.SETTLED],
    ("park-channel", "period"): [printed.FALL, printed.RISE],
    ("park-channel", "basis"): [printed.STEPS, printed.ENDS],
    ("park-shortfall", "base"): [printed.NO_GROWTH], ("park-hosts", "economy"): printed.NOT_HOSTS}
ALL_ROWS = {("park-statements", "statement"): printed.STATEMENTS}


def column(exhibit, name):
    data = ledger.evidence(ROOT)["exhibits"][exhibit]["data"]
    place = data["columns"].index(name)
    return {row[place] for row in data["rows"]}


@pytest.mark.parametrize(("exhibit", "name"), WORDS)
def test_words_stand_in_the_exhibit(exhibit, name):
    assert set(WORDS[exhibit, name]) <= column(exhibit, name)


@pytest.mark.parametrize(("exhibit", "name"), ALL_ROWS)
def test_every_row_has_a_name(exhibit, name):
    assert set(ALL_ROWS[exhibit, name]) == column(exhibit, name)
    assert len(set(ALL_ROWS[exhibit, name].values())) == len(ALL_ROWS[exhibit, name])


def test_unknown_words_are_refused():
    assert printed.named(["b", "a"], {"a": "x", "b": "y"}) == ["y", "x"]
    with pytest.raises(LookupError, match="no test is named after the row 'c'"):
        printed.named(["a", "c"], {"a": "x"})
