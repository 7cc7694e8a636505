"""Role ``{v}`` prints a recorded number and refers to its entry; the ledger is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from report import ledger, text
from report.sphinx import events, state

logger = logging.getLogger(__name__)

LEDGER = "ledger.json"
# Kind of the references from a number to its entry.
REFERENCE = "recorded-number"


def shown(number: dict, form: str = "") -> str:
    """Text of a number in one of its forms.

    Parameters
    ----------
    number : dict
        As the ledger holds it.
    form : {'', 'value', 'low', 'high', 'abs', 'range'}
        As recorded; its central value; a bound; without its sign; from bound to bound.

    Raises
    ------
    ValueError
        If the number has no such form.
    """
    unit, spec = number["unit"], number["format"]
    low, high = number["low"], number["high"]
    if form == "":
        return number["text"]
    if form in ("value", "low", "high") and number[form] is not None:
        return text.number(number[form], unit, spec)
    if form == "range" and low is not None:
        return f"{text.digits(low, spec)} to {text.digits(high, spec)}"
    if form == "abs" and isinstance(number["value"], float):
        return _without_sign(number)
    raise ValueError(f"{number['id']} has no form {form!r}")


def _without_sign(number: dict) -> str:
    unit, spec = number["unit"], number["format"]
    if number["text"] == text.number(number["value"], unit, spec):
        return text.number(abs(number["value"]), unit, spec)
    low, high = sorted((abs(number["low"]), abs(number["high"])))
    return text.span(low, high, unit, spec)


class NumberRole(SphinxRole):
    """``{v}`park.exports.fall``` or, with a form, ``{v}`park.exports.fall low```."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Print the number and refer to its entry."""
        name, _, form = self.text.partition(" ")
        try:
            printed = shown(state.build(self.env.app).numbers[name], form)
        except KeyError:
            return self._refuse(f"no number is recorded as {name!r}")
        except ValueError as error:
            return self._refuse(str(error))
        state.page(self.env).printed[self.text] = printed
        link = addnodes.pending_xref(
            "", nodes.inline(printed, printed, classes=["number"]), refdomain="",
            reftype=REFERENCE, reftarget=name, refwarn=True, refdoc=self.env.docname)
        return [link], []

    def _refuse(self, why: str) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        logger.warning("value role: %s", why, location=self.get_location())
        return [nodes.inline(self.text, self.text)], []


def _read_again(app: Sphinx, env: BuildEnvironment, added, changed, removed) -> list[str]:
    """Pages that show a number whose text is no longer what they printed."""
    numbers = state.build(app).numbers
    return [docname for docname, page in state.pages(env) if _reads_otherwise(page, numbers)]


def _reads_otherwise(page: state.PageState, numbers: dict[str, dict]) -> bool:
    return any(_printed(numbers, key) != old for key, old in page.printed.items())


def _printed(numbers: dict[str, dict], key: str) -> str | None:
    """Text of what stands in a role; None where no such number is recorded any more."""
    name, _, form = key.partition(" ")
    return shown(numbers[name], form) if name in numbers else None


def _write_ledger(app: Sphinx) -> None:
    """Write the ledger of this build, with the number that Sphinx gave to each exhibit."""
    recorded = state.build(app)
    numbered = dict(_exhibit_numbers(app.env))
    exhibits = {name: exhibit | {"number": numbered.get(exhibit["label"])}
                for name, exhibit in recorded.exhibits.items()}
    tables = ledger.fingerprints(Path(app.srcdir, "data"))
    ledger.write(Path(app.srcdir, "_build", LEDGER),
                 ledger.dumps(recorded.numbers, exhibits, tables))


def _exhibit_numbers(env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    for kinds in env.toc_fignumbers.values():
        for kind, numbers in kinds.items():
            for label, number in numbers.items():
                yield label, numbered(kind, number)


def numbered(kind: str, number: Sequence[int]) -> str:
    """Number of an exhibit as it is referred to.

    Parameters
    ----------
    kind : {'figure', 'table'}
    number : sequence of int
        As Sphinx gives it: of the chapter, of the exhibit in it.

    Examples
    --------
    >>> numbered("figure", (2, 1))
    'Figure 2.1'
    """
    return f"{kind.capitalize()} {'.'.join(map(str, number))}"


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_role("v", NumberRole())
    app.connect("env-get-outdated", _read_again, priority=events.JUDGE_PAGES)
    events.when_html_is_done(app, _write_ledger)
    return events.PARALLEL
