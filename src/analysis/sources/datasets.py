"""Which function rebuilds which table; a table that is not here is kept by hand."""

from __future__ import annotations

from analysis.sources import (
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
from report.refresh.rebuild import Builder

BUILDERS: dict[str, Builder] = {
    "belstat_migration": lambda store, economies, kept: belstat.migration(store),
    "belstat_population": lambda store, economies, kept: belstat.population(store),
    "born_abroad": lambda store, economies, kept: born_abroad.born_abroad(store, kept),
    "digital_services": lambda store, economies, kept: unctad.digital_services(store, economies),
    "github_activity": lambda store, economies, kept: github.github_activity(store),
    "github_collaboration": lambda store, economies, kept: github.github_collaboration(store),
    "github_languages": lambda store, economies, kept: github.github_languages(store),
    "github_outgoing": lambda store, economies, kept: github.github_outgoing(store, economies),
    "github_pushers": lambda store, economies, kept: github.github_pushers(store, economies),
    "governance_vdem": vdem.governance_vdem,
    "governance_wgi": worldbank.governance_wgi,
    "ict_exports": worldbank.ict_exports,
    "macro": worldbank.macro,
    "permits": lambda store, economies, kept: eurostat.permits(store),
    "poland_register": lambda store, economies, kept: udsc.poland_register(store),
    "protection": lambda store, economies, kept: unhcr.protection(store, economies),
    "scholars": lambda store, economies, kept: scholars.scholars(store),
    "wages": lambda store, economies, kept: belstat.wages(store),
}
