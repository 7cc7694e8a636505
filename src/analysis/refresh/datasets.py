"""Which function rebuilds which table, and the tables that none rebuilds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis import tables
from analysis.refresh import (
    belstat,
    born_abroad,
    eurostat,
    github,
    scholars,
    udsc,
    unctad,
    unhcr,
    vdem,
    worldbank,
)
from analysis.refresh.store import Store

Builder = Callable[[Store, pd.DataFrame, pd.DataFrame], pd.DataFrame]
BUILDERS: dict[str, Builder] = {
    "belstat_migration": lambda store, economies, kept: belstat.migration(store),
    "belstat_population": lambda store, economies, kept: belstat.population(store),
    "born_abroad": lambda store, economies, kept: born_abroad.born_abroad(store, kept),
    "digital_services": lambda store, economies, kept: unctad.digital_services(store, economies),
    "github_activity": lambda store, economies, kept: github.github_activity(store),
    "github_collaboration": lambda store, economies, kept: github.github_collaboration(store),
    "github_languages": lambda store, economies, kept: github.github_languages(store),
    "github_pushers": lambda store, economies, kept: github.github_pushers(store, economies),
    "governance_vdem": vdem.governance_vdem,
    "governance_wgi": worldbank.governance_wgi,
    "macro": worldbank.macro,
    "permits": lambda store, economies, kept: eurostat.permits(store),
    "poland_register": lambda store, economies, kept: udsc.poland_register(store),
    "protection": lambda store, economies, kept: unhcr.protection(store, economies),
    "scholars": lambda store, economies, kept: scholars.scholars(store),
    "wages": lambda store, economies, kept: belstat.wages(store),
}
ACCESS = {
    "belstat_migration": "public copy of the publisher's figures, pinned by commit",
    "belstat_population": "public copy of the publisher's figures, pinned by commit",
    "born_abroad": "interface of Eurostat, present edition; rows of the United Nations by hand",
    "digital_services": "files of World Bank Data360, present edition",
    "github_activity": "repository of the publisher, pinned by commit",
    "github_collaboration": "repository of the publisher, pinned by commit",
    "github_languages": "repository of the publisher, pinned by commit",
    "github_pushers": "repository of the publisher, pinned by commit",
    "governance_vdem": "file given after registration, put into a folder by hand",
    "governance_wgi": "interface of the publisher, present edition",
    "macro": "interface of the publisher, present edition",
    "permits": "interface of the publisher, present edition",
    "poland_register": "reports without a stable address, put into a folder by hand",
    "protection": "interface of the publisher, present edition",
    "scholars": "repository of the publisher, pinned by commit",
    "wages": "public copy of the publisher's figures, pinned by commit",
}


def known() -> list[str]:
    """Tables of the project that code rebuilds."""
    return [name for name in BUILDERS if name in tables.package()["resources"]]


def access(name: str) -> str:
    """How code gets at the publisher's files behind a table, for people."""
    if name in ACCESS:
        return ACCESS[name]
    own = tables.resource(name).get("publisher") == tables.resource("economies")["publisher"]
    return "the project's own table, edited by hand" if own else "not rebuilt by code"


def build(name: str, store: Store, folder: Path = tables.DATA) -> str:
    """Rebuild one table as CSV text, in the order of its key and columns.

    Raises
    ------
    analysis.refresh.store.RefreshError
        If its files cannot be had or are not what they should be.
    """
    kept = tables.load(name, folder)
    made = BUILDERS[name](store, tables.load("economies", folder), kept)
    return as_csv(made, list(kept.columns), tables.primary_key(name, folder))


def as_csv(frame: pd.DataFrame, columns: list[str], key: list[str]) -> str:
    """Table as CSV text: rows by series, place and time, numbers as short as they are exact."""
    last = ("year", "quarter", "period_start", "period_end")
    order = sorted(key, key=lambda c: (c in last, c not in ("series", "indicator")))
    return frame.sort_values(order)[columns].map(_cell).to_csv(index=False, lineterminator="\n")


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if value != value else repr(value).removesuffix(".0")
    return str(value)
