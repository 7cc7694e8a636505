"""Directive ``{findings}``: the findings of the report as cards on the front page.

Its content is TOML. Each ``[[finding]]`` has a ``title``, a ``value`` (MyST with recorded numbers),
the label of an exhibit to ``see`` and perhaps a ``claim``. Its small chart is a ``line``, with the
``exhibit`` and the values of its columns, or else the interval of the numbers in its value, on a
scale from nought to a hundred or ``up_to`` a number. Only the web page has the cards; the text
beside them says the same.
"""

from __future__ import annotations

import re
import tomllib

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from report.html import sparks
from report.sphinx import events, state

_NUMBERS = re.compile(r"\{v\}`([^` ]+)")


class Findings(SphinxDirective):
    """Cards of the findings."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Emit one container a finding."""
        held = tomllib.loads("\n".join(self.content))["finding"]
        cards = [nodes.container("", *self._card(finding), classes=["finding"])
                 for finding in held]
        return [nodes.container("", *cards, classes=["html-only", "findings"])]

    def _card(self, finding: dict) -> list[nodes.Node]:
        recorded = state.build(self.env.app)
        try:
            drawn = chart(finding, recorded.numbers, recorded.exhibits)
        except KeyError as error:
            raise self.error(f"finding {finding['title']!r}: no {error} is recorded") from error
        text = (f"**{finding['title']}**\n\n```{{raw}} html\n{drawn}\n```\n\n{finding['value']}\n\n"
                f"{verdict(finding)}{{numref}}`{finding['see']}`")
        return self.parse_text_to_nodes(text)


def verdict(finding: dict) -> str:
    """What is said of the claim that a finding bears on, as MyST; '' where there is none.

    Parameters
    ----------
    finding : dict
    """
    if "claim" not in finding:
        return ""
    name = finding["claim"]
    return f"{{ref}}`Claim <claim-{name}>`: {{v}}`claims.{name}.verdict`. "


def chart(finding: dict, numbers: dict[str, dict], exhibits: dict[str, dict]) -> str:
    """Small chart of a finding as SVG.

    Parameters
    ----------
    finding : dict
    numbers, exhibits : dict
        By id, as the ledger holds them.

    Raises
    ------
    KeyError
        If it names a number or an exhibit that is not recorded.
    """
    if "line" in finding:
        asked = finding["line"]
        points = _points(exhibits[asked["exhibit"]]["data"], asked["where"])
        return sparks.line(points, f"From {points[0][1]:,.4g} to {points[-1][1]:,.4g}")
    ends = [numbers[name] for name in _NUMBERS.findall(finding["value"])]
    low = ends[0]["low"] if ends[0]["low"] is not None else ends[0]["value"]
    top = _highest(numbers[finding["up_to"]]) if "up_to" in finding else 100.0
    return sparks.interval(low, _highest(ends[-1]), (0.0, top),
                           f"{low:,.0f} to {_highest(ends[-1]):,.0f} on a scale up to {top:,.0f}")


def _highest(number: dict) -> float:
    return number["value"] if number["high"] is None else number["high"]


def _points(data: dict, where: dict[str, str]) -> list[tuple[float, float]]:
    """Year and value of the rows that have these values in these columns, in order of time."""
    rows = [dict(zip(data["columns"], row)) for row in data["rows"]]
    kept = [row for row in rows if where.items() <= row.items()]
    return sorted((row["year"], row["value"]) for row in kept)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive("findings", Findings)
    return events.PARALLEL
