"""GitHub Innovation Graph: activity and collaboration by economy and quarter."""

from __future__ import annotations

import pandas as pd

from report.refresh.store import Store

PINNED = "8faec9d72c7ec505480197d6dd580e6739fe2a96"
ADDRESS = "https://raw.githubusercontent.com/github/innovationgraph/{version}/data/{name}.csv"
FOCUS = "BY"
AGGREGATE = "EU"
SENDERS = frozenset("UA RU KZ GE AM RS PL LT LV EE CY TR RO BG".split())
PANEL = frozenset("BY PL LT LV UA RU EE GE AM KZ UZ KG MD AZ RO BG RS CZ DE CY TR IL AE PT ES US "
                  "GB CA NL CH SE FR IE IN CN JP KR SG HK VN".split())


def _read(store: Store, name: str) -> pd.DataFrame:
    # A commit names its content, so a pinned edition needs no further checksum.
    version = PINNED if store.pinned else "main"
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
