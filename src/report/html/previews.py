"""Previews: the small card that opens at a link and tells what it leads to.

Each page has one script with the cards of its links, ``previews/<page>.js``, which the browser asks
for when the first card is wanted. What a card of a number, an exhibit or a claim says is that of
the ledger; sources and terms are taken from the pages that list them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from report import anchors
from report.bibliography import cff, reference
from report.html import overviews
from report.html.linked_data import plain
from report.html.outcomes import Verification
from report.sphinx import events, state
from report.sphinx.claim_cards import anchor
from report.sphinx.numbers import numbered, shown

FOLDER = "previews"
ROWS = 4  # of a table, in its preview
_LINK = re.compile(r'href="(?:[^"#]*?([\w-]+)\.html)?#([^"]+)"')
ARTICLE = re.compile(r"<article.*</article>", re.S)
_ENTRY = re.compile(r'<dl class="simple myst" id="(number-[^"]+)">.*?<dd><p>(.*?)</p>', re.S)
_SOURCE = re.compile(r'<div class="citation" id="([^"]+)"[^>]*>\s*<p>(.*?)</p>', re.S)
_TERM = re.compile(r'<tr[^>]* id="(term-[^"]+)"[^>]*>(.*?)</tr>', re.S)
_TABLE = re.compile(r'<table[^>]* id="(tab-[^"]+)"[^>]*>.*?(<thead>.*?</thead>)\s*<tbody>(.*?)'
                    r"</tbody>", re.S)
_CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.S)


class Previews:
    """All previews of a finished book.

    Parameters
    ----------
    app : Sphinx
    """

    def __init__(self, app: Sphinx):
        self.app, self.report = app, cff.read()
        self.recorded, self.verification = state.build(app), Verification.read()
        self.pages = {docname: Path(app.outdir, f"{docname}.html").read_text(encoding="utf-8")
                      for docname in sorted({*app.env.found_docs, *overviews.PAGES})
                      if Path(app.outdir, f"{docname}.html").exists()}
        self.cards = dict(self._all())

    def of(self, docname: str) -> dict[str, str]:
        """Previews that the links of a page ask for: HTML by target, as ``park#fig-x``.

        Parameters
        ----------
        docname : str
        """
        own = docname.rpartition("/")[2]
        article = ARTICLE.search(self.pages[docname])
        found = _LINK.findall(article[0] if article else "")
        wanted = dict.fromkeys(f"{stem or own}#{target}" for stem, target in found)
        return {key: self.cards[key] for key in wanted if key in self.cards}

    def _all(self) -> Iterator[tuple[str, str]]:
        numbers = {anchors.number(name): number for name, number in self.recorded.numbers.items()}
        claims: dict[str, dict] = {}
        for _, page in state.pages(self.app.env):
            claims |= {anchor(name): held for name, held in page.claims.items()}
        tables: dict[str, str] = {}
        for docname, text in self.pages.items():
            stem = docname.rpartition("/")[2]
            tables |= {label: _extract(head, body) for label, head, body in _TABLE.findall(text)}
            yield from self._numbers(stem, text, numbers)
            for target, said in _SOURCE.findall(text):
                yield f"{stem}#{target}", _head("Source") + _line(said)
            for target, cells in _TERM.findall(text):
                yield f"{stem}#{target}", _term(_CELL.findall(cells))
            for target in claims.keys() & set(re.findall(r'<div class="claim[^>]* id="([^"]+)"',
                                                         text)):
                yield f"{stem}#{target}", self._claim(claims[target], f"{stem}.html#{target}")
        for exhibit in self.recorded.exhibits.values():
            yield (f"{exhibit['chapter']}#{exhibit['label']}",
                   self._exhibit(exhibit, tables.get(exhibit["label"], "")))

    def _numbers(self, stem: str, text: str, numbers: dict) -> Iterator[tuple[str, str]]:
        for target, said in _ENTRY.findall(text):
            if target in numbers:
                yield f"{stem}#{target}", self._number(numbers[target], said, f"{stem}.html")

    def _number(self, number: dict, said: str, page: str) -> str:
        name, where = number["id"], f"{page}#{anchors.number(number['id'])}"
        # The entry of the number without its first words, which stand above, and the way back.
        told = re.sub(r"^<strong>.*?</strong>\. ", "", said, flags=re.S)
        told = re.sub(r" Shown in .*$", ".", told, flags=re.S).replace("..", ".")
        part = reference.Part(title=f"Number {name}: {number['text']}", id=name,
                              address=self._address(where))
        links = [_link(where, "Definition"), _link(f"../numbers/{name}.json", "JSON"),
                 _copy(self.report, part)]
        return (_head(f"Number <code>{escape(name)}</code>")
                + f'<span class="preview-value">{escape(_value(number))}</span>'
                + _line(_without_ids(told))
                + f'<span class="preview-muted">{escape(self.verification.of(name))}</span>'
                + _links(links))

    def _address(self, where: str) -> str:
        base = self.app.config.html_baseurl
        return f"{base}chapters/{where}" if base else ""

    def _exhibit(self, exhibit: dict, extract: str) -> str:
        title = plain(exhibit["title"], self.recorded.numbers)
        number = self._number_of(exhibit)
        shown_ = _pictures(exhibit) if exhibit["drawing"] else extract
        where = f"{exhibit['chapter']}.html#{exhibit['label']}"
        links = [_link(where, "Go there"), _link(f"../exhibits/{exhibit['id']}.csv", "CSV"),
                 _link(f"../exhibits/{exhibit['id']}.json", "JSON")]
        return (_head(number) + _line(escape(title)) + shown_
                + f'<span class="preview-muted">{escape(self.verification.of(exhibit["id"]))}'
                  "</span>" + _links(links))

    def _number_of(self, exhibit: dict) -> str:
        kind, label = exhibit["kind"], exhibit["label"]
        for kinds in self.app.env.toc_fignumbers.values():
            if label in kinds.get(kind, {}):
                return numbered(kind, kinds[kind][label])
        return kind.capitalize()

    def _claim(self, held: dict, where: str) -> str:
        counted = f" ({sum(_agreeing(held))} of {len(_agreeing(held))} checks)" \
            if _agreeing(held) else ""
        reason = f"{held['reason'][0].upper()}{held['reason'][1:]}."
        return (_head(f"Claim: {escape(held['title'])}")
                + _line(f"{escape(held['speaker'])}: {escape(held['statement'])}")
                + f'<span class="preview-value verdict" data-verdict="{escape(held["verdict"])}">'
                  f'{escape(held["verdict"])}{counted}</span>' + _line(escape(reason))
                + _links([_link(where, "Go there"), _link("../claims.json", "JSON")]))


def _agreeing(held: dict) -> list[bool]:
    """Whether each check that decides agrees."""
    return [bool(check["agrees"]) for check in held["checks"] if check["role"] != "beside"]


def _value(number: dict) -> str:
    """Central value with its range, or the text as it is printed."""
    if number["low"] is None or not isinstance(number["value"], float):
        return number["text"]
    value, span = shown(number, "value"), shown(number, "range")
    return number["text"] if value == number["text"] and span == value else f"{value} ({span})"


def _term(cells: list[str]) -> str:
    name, meaning, *others = [re.sub(r"^<p>|</p>$", "", cell.strip()) for cell in cells]
    more = f'<span class="preview-muted">{"; ".join(others)}</span>' if any(others) else ""
    return _head(_without_ids(name)) + _line(_without_ids(meaning)) + more


def _extract(head: str, body: str) -> str:
    """First rows of a table."""
    rows = re.findall(r"<tr.*?</tr>", body, re.S)
    more = len(rows) - ROWS
    note = f'<span class="preview-muted">and {more} more rows</span>' if more > 0 else ""
    return _without_ids(f"<table>{head}<tbody>{''.join(rows[:ROWS])}</tbody></table>{note}")


def _pictures(exhibit: dict) -> str:
    alt = escape(exhibit["alt"], quote=True)
    return "".join(f'<img class="only-{theme}" loading="lazy" alt="{alt}" '
                   f'src="../_images/{exhibit["id"]}{ending}.svg">'
                   for theme, ending in (("light", ""), ("dark", "-dark")))


def _without_ids(html: str) -> str:
    return re.sub(r' id="[^"]*"', "", html)


def _head(text: str) -> str:
    return f'<span class="preview-head">{text}</span>'


def _line(html: str) -> str:
    return f"<span>{html}</span>"


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address, quote=True)}">{text}</a>'


def _copy(report: cff.Report, part: reference.Part) -> str:
    said = escape("".join(reference.pieces(report, part)), quote=True)
    return f'<button type="button" data-copy="{said}">Copy citation</button>'


def _links(parts: list[str]) -> str:
    return f'<span class="preview-links">{" ".join(parts)}</span>'


def script(cards: dict[str, str]) -> str:
    """Script that hands the previews of a page to the reader's.

    Parameters
    ----------
    cards : dict of str
        HTML by target.
    """
    return f"reportPreviews({json.dumps(cards, ensure_ascii=False, indent=0)});\n"


def _write(app: Sphinx) -> None:
    """Write the previews of all pages."""
    made = Previews(app)
    for docname in made.pages:
        target = Path(app.outdir, FOLDER, f"{docname}.js")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script(made.of(docname)), encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    events.when_html_is_done(app, _write, events.READ_PAGES)
    return events.PARALLEL
