"""Who left, on counts small enough to check by hand."""

from itertools import product

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from report import tables

BANDS = ("0-14", "15-24", "25-44", "45-64", "65+")


def born(counts, broken=()):
    """Ten rows a host and year: `counts` gives men of 25 to 44 and what each other cell holds."""
    return pd.DataFrame([
        {"source": "eurostat", "host": host, "year": year, "sex": sex, "age": age,
         "persons": group if (sex, age) == ("men", "25-44") else rest,
         "flag": "b" if (host, year) in broken else ""}
        for (host, year), (group, rest) in counts.items()
        for sex, age in product(("men", "women"), BANDS)])


def test_part_of_a_group_in_the_growth_of_the_whole():
    # the group grows by 80, each of nine other cells by 5: 80 of 125
    found = measures.host_changes(born({("LT", 2022): (20, 10), ("LT", 2023): (100, 15)}))
    assert found.to_dict("records") == [
        {"host": "LT", "start": 2022, "end": 2023, "all": 125, "group": 80, "share": 64}]


def test_no_change_across_a_break():
    counts = {("LT", y): (100 * y, 10) for y in (2020, 2021, 2022, 2023)}
    found = measures.host_changes(born(counts, broken={("LT", 2022)}))
    assert list(zip(found["start"], found["end"])) == [(2020, 2021), (2022, 2023)]


def test_years_without_figures_make_a_longer_step_unless_one_of_them_breaks():
    counts = {("EE", 2020): (10, 10), ("EE", 2023): (30, 10)}
    found = measures.host_changes(born(counts))
    assert found[["start", "end", "group"]].to_numpy().tolist() == [[2020, 2023, 20]]
    assert measures.host_changes(born(counts, broken={("EE", 2023)})).empty

    rows = born(counts | {("EE", 2022): (20, 10)}, broken={("EE", 2022)})
    lacking = (rows["year"] == 2022) & (rows["age"] == "65+")
    assert measures.host_changes(rows[~lacking]).empty


def test_share_of_a_whole_that_shrinks_is_not_given():
    found = measures.host_changes(born({("LV", 2022): (10, 100), ("LV", 2023): (20, 90)}))
    assert found["all"].item() == -80 and np.isnan(found["share"].item())


def test_year_that_lacks_a_band_is_left_out():
    rows = born({("SE", y): (10 * y, 10) for y in (2021, 2022, 2023)})
    lacking = (rows["year"] == 2022) & (rows["age"] == "65+") & (rows["sex"] == "men")
    found = measures.host_changes(rows[~lacking])
    assert list(zip(found["start"], found["end"])) == [(2021, 2023)]


def test_changes_added_up():
    counts = {("LT", 2019): (0, 0), ("LT", 2020): (30, 10), ("LT", 2021): (60, 10),
              ("LT", 2022): (10, 50), ("LT", 2023): (40, 60)}
    changes = measures.host_changes(born(counts, broken={("LT", 2022)}))
    # from 2020 on: 30 of 30, then 30 of 120; from 2019 on: 30 of 120 before
    assert measures.changes_since(changes, "LT", 2020).to_dict() == pytest.approx(
        {"all": 150, "group": 60, "steps": 2, "share": 40})
    assert measures.changes_since(changes, "LT", 2019)["all"] == 270
    with pytest.raises(ValueError, match="no years of LT from 2023"):
        measures.changes_since(changes, "LT", 2023)


def test_lithuania_halves_at_its_break_and_no_change_crosses_it():
    table = tables.load("born_abroad")
    men = table.query("host == 'LT' and sex == 'men' and age == '25-44' and source == 'eurostat'")
    assert men.set_index("year")["persons"].loc[[2021, 2022]].to_list() == [11582, 5994]
    found = measures.host_changes(table).query("host == 'LT' and start == 2021")
    assert found.empty


def test_estimate_of_the_united_nations_falls_in_poland():
    found = measures.estimate_of_the_un(tables.load("born_abroad"))
    assert found.loc["PL", [2020, 2024]].to_list() == [67289, 56258]


POPULATION = pd.DataFrame([
    ("men", "20-24", 2020, 100), ("men", "25-29", 2020, 200), ("men", "75-79", 2020, 50),
    ("men", "80+", 2020, 30), ("men", "20-24", 2025, 90), ("men", "25-29", 2025, 97),
    ("men", "30-34", 2025, 150), ("men", "80+", 2025, 40)],
    columns=["sex", "age", "year", "persons"])


def test_groups_of_age_hold_other_people_later():
    found = measures.population_change(POPULATION, 2020, 2025).set_index("age")
    assert found["change"].to_dict() == {"20-24": -10, "25-29": -103, "80+": 10}
    assert found.loc["25-29", "percent"] == pytest.approx(-51.5)


def test_generations_are_followed():
    found = measures.generation_change(POPULATION, 2020, 2025)
    assert found[["age", "before", "after", "change"]].to_numpy().tolist() == [
        ["20-24", 100, 97, -3], ["25-29", 200, 150, -50]]
    assert found["percent"].to_list() == pytest.approx([-3, -25])


@pytest.mark.parametrize(("first", "last", "words"), [
    (2020, 2024, "multiple of five"), (2025, 2020, "multiple of five"),
    (2020, 2030, "no population of 2030")])
def test_generations_need_years_apart_by_five(first, last, words):
    with pytest.raises(ValueError, match=words):
        measures.generation_change(POPULATION, first, last)
