"""Markets drawn in different ways, by hand."""

import pandas as pd
import pytest

from analysis.measures.destinations import flows_from
from analysis.measures.market_definitions import DEFINITIONS, Definition, shares_by_definition
from report import tables

GROUPS = {"US": "us", "IN": "asia", "JP": "asia", "TR": "turkey_israel"}
QUARTER, LATER = pd.PeriodIndex(["2021Q1"], freq="Q"), pd.PeriodIndex(["2022Q1"], freq="Q")


def sent():
    rows = [("BY", "US", 2021, 1, 500), ("BY", "IN", 2021, 1, 300), ("BY", "JP", 2021, 1, 200),
            ("BY", "US", 2022, 1, 250), ("BY", "IN", 2022, 1, 750)]
    return flows_from(pd.DataFrame(rows, columns=["source", "destination", "year", "quarter",
                                                  "weight"]), "BY", GROUPS)


@pytest.mark.parametrize("definition, before, after", [
    (Definition("asia", "Asia", ("asia",)), 50, 75),
    (Definition("asia", "Asia without India", ("asia",), removed=("IN",)), 20, 0),
    (Definition("asia", "Japan and the States", ("us",), added=("JP",)), 70, 25)])
def test_definitions_add_blocs_and_economies(definition, before, after):
    row = shares_by_definition(sent(), QUARTER, LATER, {"one": definition}).loc["one"]
    assert (row["before"], row["after"], row["change"]) == pytest.approx(
        (before, after, after - before))
    assert (row["market"], row["drawn"]) == (definition.name, "asia")


def test_blocs_and_economies_of_the_definitions_exist():
    economies = tables.load("economies")
    for definition in DEFINITIONS.values():
        assert set(definition.blocs) <= set(economies["bloc"])
        assert {*definition.added, *definition.removed} <= set(economies["iso2"])


def test_each_definition_is_named_once_and_keyed_by_its_market():
    names = [definition.name for definition in DEFINITIONS.values()]
    assert len(set(names)) == len(names)
    assert all(key.split("-")[0] == definition.market for key, definition in DEFINITIONS.items())
