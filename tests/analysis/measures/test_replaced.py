"""What replaced the work that one market lost, by hand on three destinations."""

from itertools import product

import pandas as pd
import pytest

from analysis.measures import replaced

BLOCS = {"US": "united_states", "PL": "eu", "RU": "russia", "IN": "asia", "JP": "asia"}
# Work a quarter in 2021, 2022 and the three quarters of 2023 that are on record.
WORK = {"US": (1000, 800, 500), "PL": (500, 600, 700), "RU": (400, 300, 400),
        "IN": (200, 250, 300), "JP": (200, 200, 200)}


def collaboration():
    quarters = [(2021, q) for q in (1, 2, 3, 4)] + [(2022, q) for q in (1, 2, 3, 4)] + [
        (2023, q) for q in (1, 2, 3)]
    rows = [("BY", to, year, quarter, WORK[to][year - 2021])
            for to, (year, quarter) in product(WORK, quarters)]
    return pd.DataFrame(rows, columns=["source", "destination", "year", "quarter", "weight"])


def test_every_year_against_the_base():
    table = replaced.by_year(collaboration(), "BY", BLOCS)
    assert table.index.to_list() == ["2022", "last"]
    assert table["window"].to_list() == ["2022", "2022 Q4 to 2023 Q3"]
    row = table.loc["2022"]
    assert row[["united_states", "eu", "russia"]].to_list() == pytest.approx([-20, 20, -25])
    assert row["asia"] == pytest.approx(12.5) and row["asia_no_india"] == 0
    # lost 800; gained 400 in the Union and 200 in Asia, lost 400 in Russia
    assert row["gains"] == pytest.approx(75) and row["net"] == pytest.approx(25)
    assert row["asia_part"] == pytest.approx(25)
    assert row["total"] == pytest.approx(100 * (2150 / 2300 - 1))


def test_nothing_suppressed_leaves_no_range():
    row = replaced.by_year(collaboration(), "BY", BLOCS).loc["2022", "gains_span"]
    assert row.low == pytest.approx(row.high)


def test_points_stand_in_the_middle_of_their_window():
    drawn = replaced.drawn(collaboration(), "BY", BLOCS, {"eu": "Union"}).set_index("key")
    assert drawn.loc[["eu/2021", "eu/2022", "eu/last"], "year"].to_list() == [
        2021.5, 2022.5, 2023.25]
    assert drawn.loc["eu/2022", "value"] == pytest.approx(100 * 600 / 2300)
    assert drawn.loc["net_share/2022", "line"] == replaced.NET
    assert "gains_share/2021" not in drawn.index
