"""Words by which checks find rows of exhibits, in one place, until exhibits carry keys.

Each constant names the exhibit and the column of the words. Where tests are named after rows, the
words lead to the name of the test; a row that is not listed here is refused, so that a reworded or
a new row cannot be left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# tab-park-statements, `statement`.
STATEMENTS = {
    "Exports down nearly 45%, percent": "exports-fall",
    "Exports of $1.8 billion in 2023, USD million": "exports-2023",
    "Over 70,000 staff in 2021": "staff-2021",
    "Staff down 25% by mid-2023, percent": "staff-mid-2023",
    "Over 56,000 staff in February 2025": "staff-level"}
# fig-park-readings, `kind`: the headcount that was found, beside bases that are implied.
COUNTED = "counted"
# tab-park-conflicts, `state`.
SETTLED = "settled"
# tab-park-channel, `period`.
FALL, RISE = "2021 to 2023", "2017 to 2021"
# tab-park-channel, `basis`: the two ways to split the rise.
STEPS, ENDS = "sum of the steps", "first and last year"
# tab-park-shortfall, `base`: what the models are held against.
NO_GROWTH = "No growth"
# tab-park-hosts, `economy`: rows for comparison that are no host of firms.
NOT_HOSTS = ("Russia", "The park")


def named(words: Iterable[str], names: Mapping[str, str]) -> list[str]:
    """Names of tests for the words of rows.

    Raises
    ------
    LookupError
        If words are not among the names.
    """
    words = list(words)
    for unknown in set(words) - set(names):
        raise LookupError(f"no test is named after the row {unknown!r}")
    return [names[word] for word in words]
