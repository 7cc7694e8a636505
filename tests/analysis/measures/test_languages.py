"""Changes by language, by hand."""

import pandas as pd
import pytest

from analysis import measures

# pushers a quarter in 2021, 2022 and 2023
COUNTS = {("BY", "C"): (100, 90, 50), ("PL", "C"): (10, 10, 10), ("RU", "C"): (10, 40, 40),
          ("BY", "Go"): (200, 200, 400), ("PL", "Go"): (10, 10, 10), ("RU", "Go"): (10, 10, 10),
          ("BY", "Lua"): (1, 1, 1), ("PL", "Lua"): (1, 1, 1), ("RU", "Lua"): (1, 1, 1)}


@pytest.fixture
def languages():
    return pd.DataFrame([
        {"economy": economy, "year": 2021 + i, "quarter": quarter, "language": language,
         "pushers": n}
        for (economy, language), years in COUNTS.items() for i, n in enumerate(years)
        for quarter in (1, 2, 3, 4)])


def test_largest_languages_in_order_of_the_later_gap(languages):
    found = measures.languages_by_year(languages, "BY", 2021, (2022, 2023), most=2)
    assert found["key"].tolist() == ["C", "Go"]
    # others of C: geometric mean of 1 and 4 is 2
    assert found.loc[0, ["base", "own", "others"]].tolist() == pytest.approx([100, -50, 100])
    assert found.loc[0, ["gap_early", "gap_late"]].tolist() == pytest.approx([-55, -75])
    assert found.loc[1, "gap_late"] == pytest.approx(100)


def test_lowest_needs_every_other_to_be_higher(languages):
    assert measures.lowest_of_all(languages, "BY", 2021, 2022, ["C", "Go"]) == ["C"]
    assert measures.lowest_of_all(languages, "RU", 2021, 2022, ["C", "Go"]) == []
