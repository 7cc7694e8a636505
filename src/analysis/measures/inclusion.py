"""Which printed figures bound the departures and the lost jobs of the technology sector.

Every figure of table ``published`` that speaks of people of the sector passes through the same
tests, in one order; the first that it fails is the reason why it is left out. What passes all of
them enters a bound or the table of jobs. A figure of an indicator that the rule does not know is
an error, so none is left out unseen.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd

# Departures are counted from the month of the election; figures before and after the invasion are
# never parts of one window.
BEGAN, INVADED = pd.Timestamp("2020-08-01"), pd.Timestamp("2022-03-01")

_SECTOR = (
    r"(sectionj|itservices)\..*|sector\.it\.staff.*|park\.staff.*|companies\..*"
    r"|survey\.(left|plan|stay|consider|destination|belarus_office|respondents|leavers)(\..*)?"
    r"|visas\.(pbh|choice)\..*|hosts\.soletraders\..*|hosts\.(it|bluecards)(\..*)?"
    r"|hosts\.(workpermits|applications)\.it|estimates\.it\..*|estimates\.github\.moved\..*")
_OTHER = (
    r"park\.(?!staff).*|sector\.(?!it\.staff).*|(economy|population|insurance)\..*"
    r"|survey\.(cfo|companies|emigrants|poll|population|startups)\..*"
    r"|visas\.(all|humanitarian|special)\..*"
    r"|hosts\.(applications|arrivals|asylum|businesses|citizenship|companies|documents|eresidents"
    r"|greencards|inflow|migration|outflow|permits|pesel|protection|pupils|registrations"
    r"|residents|security|working|workpermits)(\.(?!it$).*)?"
    r"|estimates\.(gdp|github\.arrivals|growth|official|residents|settled|stock|total)(\..*)?")

_PAPERS = {"visas", "cards", "applications", "recommendations", "projects", "start-ups",
           "companies", "offices", "EUR million", "USD million", "percent of visas",
           "percent of cards", "percent of holders"}
_CUMULATIVE = {"survey.left.share", "survey.plan.share", "visas.pbh.entries"}
# What a figure of these indicators tells is already in another, or is another question.
_ASIDE = {
    "sectionj.hires": "part of a balance that is used",
    "itservices.hires": "part of a balance that is used",
    "itservices.leavers": "part of a balance that is used",
    "park.staff.added": "jobs added, not lost",
    "survey.belarus_office.share": "tells the employer, not the place",
    "survey.consider.share": "a thought of leaving",
    "survey.stay.share": "what those say who neither left nor planned to",
    "survey.respondents": "size of a survey",
    "survey.leavers.senior.share": "who left, not how many",
    "survey.leavers.stay.share": "what leavers plan",
    "survey.leavers.undecided.share": "what leavers plan",
    "survey.left.after2020.share": "when leavers left",
}


def _claim(rows: pd.DataFrame) -> pd.Series:
    said_at_home = (rows["topic"] == "estimates") & (rows["geography"] == "BY") \
        & ~rows["indicator"].str.startswith("estimates.github")
    return said_at_home | (rows["unit"] == "percent of IT specialists")


def _others(rows: pd.DataFrame) -> pd.Series:
    mixed = rows["concept"].str.contains("all citizens|all nationalities|Russia", regex=True)
    abroad = rows["indicator"].str.startswith("estimates.github") & (rows["geography"] != "BY")
    return mixed | abroad


def _elsewhere(rows: pd.DataFrame) -> pd.Series:
    return (rows["indicator"] == "survey.destination.share") & (rows["geography"] != "PL")


def _single(rows: pd.DataFrame) -> pd.Series:
    last = rows.groupby(["indicator", "concept"])["period_end"].transform("max")
    return (rows["indicator"] == "sectionj.headcount") & (last < INVADED)


def _superseded(rows: pd.DataFrame) -> pd.Series:
    last = rows.groupby(["indicator", "geography"])["period_end"].transform("max")
    return rows["indicator"].isin(_CUMULATIVE) & (rows["period_end"] < last)


def _within(rows: pd.DataFrame) -> pd.Series:
    """Rows whose window lies within the longer one of a row of the same indicator and unit."""
    after = rows["period_end"] >= INVADED
    inside = pd.Series(False, index=rows.index)
    for _, group in rows.groupby(["indicator", "geography", "unit", after]):
        for label, row in group.iterrows():
            holds = (group["period_start"] <= row["period_start"]) \
                & (group["period_end"] >= row["period_end"])
            longer = (group["period_end"] - group["period_start"]
                      > row["period_end"] - row["period_start"])
            inside[label] = (holds & longer).any()
    return inside


_TESTS: tuple[tuple[str, Callable[[pd.DataFrame], pd.Series]], ...] = (
    ("ends before the departures began", lambda rows: rows["period_end"] < BEGAN),
    ("another figure is preferred", lambda rows: ~rows["preferred"]),
    ("of single companies", lambda rows: rows["topic"] == "companies"),
    ("counts papers, not people", lambda rows: rows["unit"].isin(_PAPERS)),
    ("people of other countries among them", _others),
    ("a claim that shows no count", _claim),
    ("aside", lambda rows: rows["indicator"].isin(_ASIDE)),
    ("a host without a count of specialists", _elsewhere),
    ("no figure of this concept after the invasion", _single),
    ("a later count of the same holds it", _superseded),
    ("its window lies within that of another", _within),
)


def inventory(published: pd.DataFrame) -> pd.DataFrame:
    """Every printed figure on people of the sector, and why it bounds nothing.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        Rows of `published` with ``why``, the reason why a figure is left out; '' where it is used.

    Raises
    ------
    LookupError
        If an indicator is neither known as one of the sector nor as another.
    """
    rows = published[_of_sector(published["indicator"])].copy()
    rows["why"] = ""
    for why, refuses in _TESTS:
        left = rows[rows["why"] == ""]
        out = left.index[refuses(left).to_numpy()]
        rows.loc[out, "why"] = rows.loc[out, "indicator"].map(_ASIDE) if why == "aside" else why
    return rows


def included(published: pd.DataFrame) -> pd.DataFrame:
    """Rows of `published` that bound the departures or the lost jobs; see `inventory`."""
    rows = inventory(published)
    return rows[rows["why"] == ""].drop(columns="why")


def _of_sector(indicators: pd.Series) -> pd.Series:
    known = {name: bool(re.fullmatch(_SECTOR, name)) for name in indicators.unique()}
    for name, mine in known.items():
        if mine == bool(re.fullmatch(_OTHER, name)):
            raise LookupError(f"the rule of inclusion does not know the indicator {name!r}")
    return indicators.map(known)
