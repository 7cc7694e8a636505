"""Companies that shrank or left, as parts of the park's staff and of its fall."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from analysis.measures.changes import less, percent_of
from analysis.measures.readings import tight
from analysis.measures.staff import HEADS_2021, SAID_2023
from report.intervals import Interval, propagate
from report.published import figure

Read = Callable[[str], Interval]
EPAM_2022 = "companies.epam.staff-2022-04-charter2022a"
EPAM_2023 = "companies.epam.staff-2023-12-31-euroradio2024a"


def fall_to_2023(read: Read) -> Interval:
    """Persons that the park lost to mid-2023: the fall said then, of the headcount of mid-2021."""
    return propagate(lambda heads, change: -heads * change / 100, read(HEADS_2021),
                     read(SAID_2023))


def companies_that_shrank(published: pd.DataFrame) -> pd.DataFrame:
    """Fall of the staff of single companies against that of the park.

    Returns
    -------
    DataFrame
        ``key``, ``company``, ``fall`` (persons), ``ofpark`` (percent of the park in 2021),
        ``offall`` (percent of the park's fall to mid-2023), all Interval.
    """
    plain, strict = partial(figure, published), partial(tight, published)
    wargaming = plain("companies.wargaming.staff-2020-10-fakty2020")
    qulix = propagate(lambda people, share: people * share / 100,
                      plain("companies.qulix.staff-2025-02-afp2025"),
                      plain("companies.qulix.left.share-2020to2025-afp2025"))
    return pd.DataFrame([
        _part("epam", "EPAM, April 2022 to end of 2023", _epam(plain), plain),
        _part("epam-strict", "EPAM, read strictly", _epam(strict), strict),
        _part("wargaming", "Wargaming, 2020 to 2022, at most",
              Interval(wargaming.value, 0, wargaming.high, wargaming.rows), plain),
        _part("qulix", "Qulix, 2020 to 2025", qulix, plain)])


def _epam(read: Read) -> Interval:
    return less(read(EPAM_2022), read(EPAM_2023))


def _part(key: str, company: str, lost: Interval, read: Read) -> dict[str, object]:
    return {"key": key, "company": company, "fall": lost,
            "ofpark": percent_of(lost, read(HEADS_2021)),
            "offall": percent_of(lost, fall_to_2023(read))}
