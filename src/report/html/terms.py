"""Terms of the glossary: each has an address, and leads there where a page first uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform

from report.sphinx import events

PAGE = "glossary"
_APART = (nodes.reference, nodes.literal, nodes.title, nodes.caption, nodes.table, nodes.figure,
          nodes.rubric, nodes.math)


def target(term: str) -> str:
    """Label of a term.

    Parameters
    ----------
    term : str
        As the glossary has it.

    Examples
    --------
    >>> target("Hires and leavers"), target("Donor, of a comparison")
    ('term-hires-and-leavers', 'term-donor')
    """
    return "term-" + re.sub(r"[^a-z0-9]+", "-", name(term).lower()).strip("-")


def name(term: str) -> str:
    """Word of a term that a text uses: what stands before the first comma.

    Parameters
    ----------
    term : str
    """
    return term.partition(",")[0].strip()


def listed(text: str) -> list[str]:
    r"""Terms of a glossary: the first cell of each row of a table with a head called Term.

    Parameters
    ----------
    text : str
        The page as MyST text.

    Examples
    --------
    >>> listed("| Term | Meaning |\n|:---|:---|\n| Gap | Observed less modelled. |")
    ['Gap']
    """
    cells = re.findall(r"^\| ([^|]+?) \|", text, re.M)
    return [cell for cell in cells if cell != "Term" and not cell.startswith(":")]


def pattern(terms: list[str]) -> re.Pattern[str]:
    """Any of the terms as a whole word, also in the plural, the longest first.

    Parameters
    ----------
    terms : list of str
    """
    words = sorted((name(term) for term in terms), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})(s|es)?\b", re.I)


class Terms(SphinxPostTransform):
    """Addresses of the terms on their page; on each other page the first use of each leads there.

    A word that only begins a sentence by chance is linked too: the sense is that of the glossary,
    which defines its terms for the whole book.
    """

    default_priority = 196
    formats = ("html",)

    def run(self, **kwargs) -> None:
        """Mark the terms of one page."""
        home = self.app.config.report_glossary_page
        terms = listed(self.app.config.report_glossary)
        if terms and self.env.docname == home:
            self._address()
        elif terms:
            self._lead(home, {name(term).lower(): term for term in terms}, pattern(terms))

    def _address(self) -> None:
        for row in self.document.findall(nodes.row):
            if isinstance(row.parent, nodes.tbody):
                row["ids"].append(target(row[0].astext()))

    def _lead(self, home: str, terms: dict[str, str], known: re.Pattern[str]) -> None:
        up, seen = "../" * self.env.docname.count("/"), set()
        for text in list(_texts(self.document)):
            parts = list(_pieces(str(text), terms, known, seen, f"{up}{home}.html"))
            if len(parts) > 1:
                text.parent.replace(text, parts)


def _texts(document: nodes.document) -> Iterator[nodes.Text]:
    """Running text: of paragraphs that stand in no exhibit, title or link."""
    for paragraph in document.findall(nodes.paragraph):
        if not _is_apart(paragraph):
            yield from (text for text in paragraph.findall(nodes.Text) if not _is_apart(text))


def _is_apart(node: nodes.Node) -> bool:
    while node is not None:
        if isinstance(node, _APART) or {"exhibit", "claim", "html-only", "number"} & set(
                getattr(node, "attributes", {}).get("classes", ())):
            return True
        node = node.parent
    return False


def _pieces(text: str, terms: dict[str, str], known: re.Pattern[str], seen: set[str],
            page: str) -> Iterator[nodes.Node]:
    """A text with a link at the first use of each term."""
    done = 0
    for match in known.finditer(text):
        word = match[1].lower()
        if word in seen:
            continue
        seen.add(word)
        yield nodes.Text(text[done:match.start()])
        yield nodes.reference("", match[0], refuri=f"{page}#{target(terms[word])}", internal=True,
                              classes=["term"])
        done = match.end()
    yield nodes.Text(text[done:])


def _take_glossary(app: Sphinx, config: Config) -> None:
    """Take the glossary as configuration: all pages are written again when it changes."""
    for path in sorted(Path(app.srcdir).glob(f"*/{PAGE}.md"))[:1]:
        config.report_glossary = path.read_text(encoding="utf-8")
        config.report_glossary_page = path.relative_to(app.srcdir).with_suffix("").as_posix()


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_config_value("report_glossary", "", "html", str)
    app.add_config_value("report_glossary_page", "", "html", str)
    app.connect("config-inited", _take_glossary)
    app.add_post_transform(Terms)
    return events.PARALLEL
