"""Checks of the chapter on the park, by hand on small made records."""

from analysis.robustness import park
from analysis.robustness.rules import Outcome


def table(columns, *rows):
    return [dict(zip(columns, row)) for row in rows]


def test_share_of_people_across_one_half(evidence):
    rows = table(["period", "share_low", "share_high"], ("2021 to 2023", 12, 42),
                 ("2021 to 2023", 41, 60), ("2017 to 2021", 70, 80))
    assert park.half(evidence(exhibits={"park-channel": rows})) == Outcome(
        "people 12 to 60% of the fall", 1, 2)


def test_lowest_of_eleven_is_rank_one(evidence):
    rows = table(["gap", "p", "n"], (-30.0, 1 / 11, "11"), (-20.0, 2 / 11, "11"))
    found = park.lowest(evidence(exhibits={"park-synthetic": rows}))
    assert (found.agree, found.of) == (1, 2)
