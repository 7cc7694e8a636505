"""Directive ``{rows}``: every row of a table that a number or an exhibit names.

Each row leads to the numbers and exhibits that rest on it; they lead to the row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from numbers import Number
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

from report import anchors, ledger
from report.sphinx import events, state

if TYPE_CHECKING:
    import pandas as pd

# Ids of checks, exhibits and sources, as cells of a table list them.
IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9/*-]+)+(?:;[a-z0-9/*;-]+)?|[a-z0-9/*-]+(?:;[a-z0-9/*-]+)+")
# From here on numbers are told without decimals.
LARGE = 1000


class Rows(SphinxDirective):
    """Every row that a number or an exhibit names, with what it says and who rests on it."""

    def run(self) -> list[nodes.Node]:
        """Emit one definition a row, as MyST text, table by table."""
        users = _users(self.env.app)
        state.page(self.env).rows = _listed(self.env)
        if not users:
            return self.parse_text_to_nodes("No number or exhibit names single rows.")
        parts = []
        for head, names in grouped(users).items():
            entries = "\n".join(entry(name, users[name]) for name in names)
            parts.append(f"## {head}\n\n{entries}")
        return self.parse_text_to_nodes("\n".join(parts), allow_section_headings=True)


def grouped(names: Iterable[str]) -> dict[str, list[str]]:
    """Names of rows in order, by the topic of a published figure or the title of the table.

    Parameters
    ----------
    names : iterable of str
        See `report.rows`.

    Raises
    ------
    report.tables.TableError
        If a table or a published figure is unknown.
    """
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        found.setdefault(_head(name), []).append(name)
    return dict(sorted(found.items()))


def _head(name: str) -> str:
    from report import rows, tables  # pandas takes a quarter of a second, and few builds need it

    if ":" in name:
        return tables.resource(rows.table_of(name))["title"]
    topic = rows.find(name)["topic"].iloc[0]
    return f"Published figures: {topic.replace('_', ' ')}"


def used_by(numbers: dict[str, dict], exhibits: dict[str, dict]) -> dict[str, list[str]]:
    """MyST links to all numbers and exhibits that rest on a row, by row.

    Parameters
    ----------
    numbers, exhibits : dict
        By id, as the ledger holds them.
    """
    found: dict[str, list[str]] = {}
    for number in numbers.values():
        for name in number["rows"]:
            found.setdefault(name, []).append(anchors.to_number(number["id"]))
    for exhibit in exhibits.values():
        for name in exhibit["rows"]:
            found.setdefault(name, []).append(f"{{numref}}`{exhibit['label']}`")
    return found


def entry(name: str, users: list[str]) -> str:
    """MyST text of one row: target, name, what it says, source, and what rests on it.

    Parameters
    ----------
    name : str
        Row, or pattern for several; see `report.rows`.
    users : list of str
        Links to what rests on it.

    Raises
    ------
    report.tables.TableError
        If there is no such row.
    """
    from report import rows

    found = rows.find(name)
    table = rows.table_of(name)
    says = _values(table, found) if ":" in name else _published(found.iloc[0])
    whole = name == f"{table}:*"  # all sources of a table would fill a page
    cited = "" if whole else f" {{cite:p}}`{','.join(rows.sources([name]))}`"
    return (f"({anchors.row(name)})=\n`{name}`\n: {says.rstrip('.')}{cited}. "
            f"Behind {', '.join(users)}.\n")


def _published(row: pd.Series) -> str:
    """Published figure as it was printed, and the interval that its wording is read as."""
    from report import published, text

    span = published.as_interval(row)
    word = "" if row["qualifier"] in ("plain", "range") else row["qualifier"].replace("_", " ")
    high = f" to {row['value_high']:,.10g}" if row["qualifier"] == "range" else ""
    amount = f"{f'{word} ' if word else ''}{row['value']:,.10g}{high}"
    said = text.measured(amount, row["unit"]).replace("$", "\\$")
    bounds = (text.digits(bound, ",.10g") for bound in (span.low, span.high))
    read = "" if text.is_narrow(span) else f" Read as {' to '.join(bounds)}."
    return f"**{said}**, {row['period']}: {text.sentence(row['concept'])}{read}"


def _values(table: str, found: pd.DataFrame) -> str:
    """Row of an open data set, or how many rows a pattern stands for."""
    from report import tables

    if len(found) > 1:
        return f"{len(found):,} rows of {anchors.to_table(table)}"
    values = found.iloc[0].drop(tables.primary_key(table)).dropna()
    titles = {field["name"]: field["title"] for field in tables.resource(table)["schema"]["fields"]}
    unit = values.pop("unit") if {"value", "unit"} <= set(values.index) else ""
    cells = "; ".join(f"{titles[column].lower()} **{_cell(value, unit * (column == 'value'))}**"
                      for column, value in values.items() if _is_told(column, value))
    return f"{anchors.to_table(table)}: {cells}"


def _is_told(column: str, value: object) -> bool:
    """Whether a cell says something to a reader: sources stand beside, ids are for programs."""
    return column not in ("source", "sources") and value != "" and not (
        isinstance(value, str) and IDS.fullmatch(value))


def _cell(value: object, unit: str = "") -> str:
    """Value as MyST text: dates as days, numbers with as many decimals as one can take in."""
    from report import text

    if not isinstance(value, Number):
        return str(value).removesuffix(" 00:00:00").removesuffix(".").replace("*", "\\*")
    spec = ",.0f" if abs(value) >= LARGE else ",.2f" if abs(value) >= 1 else ",.3g"
    shown = text.digits(value, spec)
    shown = re.sub(r"\.?0+$", "", shown) if "." in shown else shown
    return text.measured(shown, unit).replace("$", "\\$") if unit else shown


def _users(app: Sphinx) -> dict[str, list[str]]:
    recorded = state.build(app)
    return used_by(recorded.numbers, recorded.exhibits)


def _listed(env: BuildEnvironment) -> str:
    """What a page that lists rows rests on: who uses them, and all tables."""
    return json.dumps([_users(env.app), ledger.fingerprints(Path(env.srcdir, "data"))])


def _read_again(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Pages that list rows which are no longer those that they list."""
    listing = {docname: page.rows for docname, page in state.pages(env) if page.rows is not None}
    return [docname for docname, old in listing.items() if old != _listed(env)]


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive("rows", Rows)
    app.connect("env-get-outdated", _read_again, priority=events.JUDGE_PAGES)
    return events.PARALLEL
