"""Licences by their names in the list of SPDX."""

import pytest

from report.bibliography import licences


def test_known_licence_has_its_name_and_text():
    assert licences.name("MIT") == "MIT License"
    assert licences.address("CC-BY-4.0") == "https://creativecommons.org/licenses/by/4.0/"


def test_other_licence_is_named_as_it_is():
    assert licences.name("ISC") == "ISC"
    assert licences.address("ISC") == "https://spdx.org/licenses/ISC.html"


def test_text_has_the_licence_of_creative_commons():
    assert licences.of_text(["MIT", "CC-BY-4.0"]) == "CC-BY-4.0"
    assert licences.of_text(["MIT", "ISC"]) == "MIT"
    with pytest.raises(ValueError, match="no licence"):
        licences.of_text([])
