"""Settings that are shown change known assumptions only."""

import dataclasses

import pytest

from analysis.measures.assumptions import REPORTED, SETTINGS, Switches

NAMES = {field.name for field in dataclasses.fields(Switches)}


def test_reported_bounds_assume_what_the_text_names():
    assumed = {name for name in NAMES if getattr(REPORTED, name) is True}
    assert assumed == {"newcomers", "software", "readiness", "plans", "gross"}
    assert (REPORTED.entrants, REPORTED.base) == ("unknown", "park")


@pytest.mark.parametrize("key", SETTINGS)
def test_setting_changes_what_it_names(key):
    words, changes = SETTINGS[key]
    assert words[0].isupper() and set(changes) <= NAMES
    assert all(value != getattr(REPORTED, name) for name, value in changes.items())


def test_every_assumption_is_varied():
    assert {name for _, changes in SETTINGS.values() for name in changes} == NAMES
