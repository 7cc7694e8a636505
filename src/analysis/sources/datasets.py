"""Which function rebuilds which table; a table that is not here is kept by hand."""

from __future__ import annotations

from analysis.sources import belstat, eurostat, github, udsc, unhcr, vdem, worldbank
from report.refresh.rebuild import Builder

BUILDERS: dict[str, Builder] = {
    "github_activity": lambda store, economies, kept: github.github_activity(store),
    "github_collaboration": lambda store, economies, kept: github.github_collaboration(store),
    "governance_vdem": vdem.governance_vdem,
    "governance_wgi": worldbank.governance_wgi,
    "macro": worldbank.macro,
    "permits": lambda store, economies, kept: eurostat.permits(store),
    "poland_register": lambda store, economies, kept: udsc.poland_register(store),
    "protection": lambda store, economies, kept: unhcr.protection(store, economies),
    "wages": lambda store, economies, kept: belstat.wages(store),
}
