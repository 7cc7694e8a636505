"""Jobs that the technology sector of Belarus lost on balance, which are not people who left.

A person who leaves the country can keep the job, one who loses the job can stay, and a newcomer
can fill the place of one who left. What links jobs to departures is an assumption and stands in
`analysis.measures.identification`.
"""

from __future__ import annotations

import pandas as pd

from report.intervals import Interval, propagate
from report.published import figure

_OUTFLOW = ("sectionj.outflow-2022-bic2023a", "sectionj.outflow-2023-01to2023-02-euroradio2023f")
_HEADCOUNTS = {year: f"sectionj.headcount-{year}-{source}" for year, source in (
    (2021, "bic2023a"), (2022, "bic2023a"), (2023, "dw2024"))}
_PARK = {"before": "park.staff-2021-mediazonabelarus2022",
         "february": "park.staff-2025-02-newsreport2025",
         "september": "park.staff-2025-09-22-kompyuternyevesti2025",
         "fall": "park.staff.change-2022to2025-02-afp2025"}
_ALONE = {"firms": "sector.it.staff.loss-2022-onereg2022b",
          "services": "itservices.outflow-2022-01to2022-08-slutskgorod2022",
          "year": "sectionj.headcount.change-2023-02-pozirk2023",
          "percent": "sectionj.headcount.change-2023-dw2024"}


def _less(before: Interval, after: Interval) -> Interval:
    return propagate(lambda a, b: a - b, before, after)


def outflow(published: pd.DataFrame) -> Interval:
    """Leavers less hires of section J from January 2022 to February 2023, persons."""
    return propagate(lambda a, b: a + b, *(figure(published, name) for name in _OUTFLOW))


def jobs_lost(published: pd.DataFrame) -> pd.DataFrame:
    """Net losses of jobs by population and window, each by one stated step.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        ``key``, ``statement``, ``population``, ``window`` and ``jobs`` (`Interval`, persons);
        indexed from 0, in order of population and length of the window.
    """
    get = {key: figure(published, name) for key, name in (_PARK | _ALONE | _HEADCOUNTS).items()}
    lost = propagate(lambda change: -change, get["year"])
    implied = propagate(lambda now, fall: now / (1 + fall / 100) - now,
                        get["february"], get["fall"])
    chained = propagate(lambda first, second, percent: first - second * (1 + percent / 100),
                        get[2021], get[2022], get["percent"])
    rows = [
        ("firms", "Loss as printed", "IT firms with over sixteen staff", "2022", get["firms"]),
        ("services", "Leavers less hires", "IT and information services",
         "January to August 2022", get["services"]),
        ("sectionj.outflow", "Leavers less hires", "Section J", "January 2022 to February 2023",
         outflow(published)),
        ("sectionj.year", "Fall of the headcount as printed", "Section J, as it seems",
         "February 2022 to February 2023", lost),
        ("sectionj.2022", "Average headcounts", "Section J", "2021 to 2022",
         _less(get[2021], get[2022])),
        ("sectionj.chained", "Average headcounts, the second year by the fall in percent",
         "Section J", "2021 to 2023", chained),
        ("sectionj.2023", "Average headcounts, the last of a concept not stated", "Section J",
         "2021 to 2023", _less(get[2021], get[2023])),
        ("park.february", "Headcounts", "The park", "2021 to February 2025",
         _less(get["before"], get["february"])),
        ("park.september", "Headcounts", "The park", "2021 to September 2025",
         _less(get["before"], get["september"])),
        ("park.fall", "Fall in percent", "The park", "2022 to February 2025", implied),
    ]
    return pd.DataFrame(rows, columns=["key", "statement", "population", "window", "jobs"])
