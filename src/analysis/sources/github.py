"""GitHub Innovation Graph: activity, collaboration and people who push, by economy and quarter."""

from __future__ import annotations

import pandas as pd

from report.refresh.store import Store

PINNED = "8faec9d72c7ec505480197d6dd580e6739fe2a96"
LANGUAGES_PINNED = "8f7b24a39d386e63bbeae067ac5185158c19996c"
ADDRESS = "https://raw.githubusercontent.com/github/innovationgraph/{version}/data/{name}.csv"
FOCUS = "BY"
AGGREGATE = "EU"
SENDERS = frozenset("UA RU KZ GE AM RS PL LT LV EE CY TR RO BG".split())
PANEL = frozenset("BY PL LT LV UA RU EE GE AM KZ UZ KG MD AZ RO BG RS CZ DE CY TR IL AE PT ES US "
                  "GB CA NL CH SE FR IE IN CN JP KR SG HK VN".split())
LICENCES = ("MIT", "Apache-2.0", "GPL-3.0", "NOASSERTION")
COMPARED = frozenset("BY HU PL RO RU SK UA".split())


def _read(store: Store, name: str, pinned: str = PINNED) -> pd.DataFrame:
    # A commit names its content, so a pinned edition needs no further checksum.
    version = pinned if store.pinned else "main"
    path = store.get(f"{name}.csv", ADDRESS.format(version=version, name=name))
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


def github_activity(store: Store) -> pd.DataFrame:
    """Git pushes, and accounts of developers, organizations and repositories.

    Publisher: GitHub, Innovation Graph (github.com/github/innovationgraph), CC0 1.0. Editions:
    one commit a quarter; the table rests on `PINNED`. Files ``git_pushes.csv``,
    ``developers.csv``, ``organizations.csv``, ``repositories.csv``. Counts of a quarter by
    economy of the IP address, published where at least 100 developers did the activity.

    Kept are economies with pushes in every quarter on record; the aggregate of the European Union
    is left out.

    Returns
    -------
    DataFrame
        ``economy`` (ISO 3166-1 alpha-2), ``year``, ``quarter`` and one column a file.
    """
    keys = ["iso2_code", "year", "quarter"]
    joined = _read(store, "git_pushes")
    for name in ("developers", "organizations", "repositories"):
        joined = joined.merge(_read(store, name), on=keys, how="left", validate="1:1")
    quarters = joined[["year", "quarter"]].drop_duplicates()
    complete = joined.groupby("iso2_code")["git_pushes"].count() == len(quarters)
    kept = joined[joined["iso2_code"].map(complete) & (joined["iso2_code"] != AGGREGATE)]
    return kept.rename(columns={"iso2_code": "economy"})


def github_collaboration(store: Store) -> pd.DataFrame:
    """Git pushes sent and pull requests opened from one economy to repositories of another.

    Publisher, licence and editions as for `github_activity`; file ``economy_collaborators.csv``.
    A pair that is absent in a quarter is suppressed, not zero.

    Kept are pairs with Belarus, pairs sent from `SENDERS` and pairs within `PANEL`; the aggregate
    of the European Union is left out.

    Returns
    -------
    DataFrame
        ``source``, ``destination`` (ISO 3166-1 alpha-2), ``year``, ``quarter``, ``weight``.
    """
    pairs = _read(store, "economy_collaborators")
    source, destination = pairs["source"], pairs["destination"]
    kept = (source.isin(SENDERS) | (source == FOCUS) | (destination == FOCUS)
            | (source.isin(PANEL) & destination.isin(PANEL)))
    aggregate = (source == AGGREGATE) | (destination == AGGREGATE)
    return pairs[kept & ~aggregate]


def github_outgoing(store: Store, economies: pd.DataFrame) -> pd.DataFrame:
    """Recorded work that goes out of each economy to all others together.

    Publisher, licence and editions as for `github_activity`; file ``economy_collaborators.csv``
    with all its pairs, of which `github_collaboration` keeps a selection. What goes out to pairs
    of 100 or less in a quarter is not recorded, so totals of economies with few destinations rest
    on a part of their work.

    Kept are the economies of table ``economies``.

    Returns
    -------
    DataFrame
        ``economy`` (ISO 3166-1 alpha-2), ``year``, ``quarter``, ``destinations`` (economies with
        a recorded flow), ``weight`` (pushes sent and pull requests opened).
    """
    pairs = _read(store, "economy_collaborators")
    pairs = pairs[(pairs["destination"] != AGGREGATE) & (pairs["source"] != pairs["destination"])]
    kept = pairs[pairs["source"].isin(economies["iso2"])].rename(columns={"source": "economy"})
    groups = kept.groupby(["economy", "year", "quarter"])
    return groups.agg(destinations=("destination", "size"), weight=("weight", "sum")).reset_index()


def github_pushers(store: Store, economies: pd.DataFrame) -> pd.DataFrame:
    """Different developers who pushed to a repository under a licence, in a quarter.

    Publisher, editions and licence as for `github_activity`; file ``licenses.csv``. One person
    who pushes under two licences stands in both. A count that is absent is below the
    publisher's threshold of 100, not zero.

    Kept are the licences that Belarus has in every quarter (`LICENCES`; ``NOASSERTION`` is a
    licence file that was not recognised) and the economies of table ``economies``.

    Returns
    -------
    DataFrame
        ``economy`` (ISO 3166-1 alpha-2), ``year``, ``quarter``, ``licence``, ``pushers``.
    """
    found = _read(store, "licenses").rename(columns={
        "iso2_code": "economy", "spdx_license": "licence", "num_pushers": "pushers"})
    return found[found["licence"].isin(LICENCES) & found["economy"].isin(economies["iso2"])]


def github_languages(store: Store) -> pd.DataFrame:
    """Different developers who pushed to a repository with code in a language, in a quarter.

    Publisher and licence as for `github_activity`; file ``languages.csv``. The table rests on
    `LANGUAGES_PINNED`, which ends in 2024 Q1. One person stands in each language that the
    repositories hold. A count that is absent is below the publisher's threshold of 100.

    Kept are the languages that Belarus has in every quarter, and the economies in `COMPARED`:
    Belarus, its neighbours Poland, Russia and Ukraine, and three of like size that received few.

    Returns
    -------
    DataFrame
        ``economy`` (ISO 3166-1 alpha-2), ``year``, ``quarter``, ``language``, ``pushers``.
    """
    found = _read(store, "languages", LANGUAGES_PINNED).rename(
        columns={"iso2_code": "economy", "num_pushers": "pushers"})
    quarters = found[["year", "quarter"]].drop_duplicates()
    held = found[found["economy"] == FOCUS].groupby("language").size()
    complete = held.index[held == len(quarters)]
    return found[found["economy"].isin(COMPARED) & found["language"].isin(complete)]
