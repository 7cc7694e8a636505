"""Title page of the PDF, from CITATION.cff."""

from __future__ import annotations

import datetime
import os
import re
from dataclasses import dataclass
from pathlib import Path

import yaml
from sphinx.errors import ExtensionError

from report.typst.markup import array, content, escape, string

LICENCES = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 International (CC BY 4.0)",
                  "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)",
                     "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "MIT": ("MIT License", "https://opensource.org/license/mit"),
    "Apache-2.0": ("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
}
EDITIONS = {"us-letter": " (US Letter)"}
CARRIES = ("The data of every figure and table (CSV) and the record of every number (JSON) "
           "travel with this file as attachments.")


@dataclass(frozen=True)
class Report:
    """What CITATION.cff says of the report.

    Attributes
    ----------
    title : str
        In full, with the subtitle after a colon.
    authors : tuple of str
    version : str
    released : datetime.date
    licences : tuple of str
        SPDX names.
    address : str
        DOI or URL, '' while there is none.
    keywords : tuple of str
    """

    title: str
    authors: tuple[str, ...]
    version: str
    released: datetime.date
    licences: tuple[str, ...]
    address: str
    keywords: tuple[str, ...]

    @property
    def names(self) -> str:
        """Authors in one line."""
        *first, last = self.authors
        return f"{', '.join(first)} and {last}" if first else last

    @property
    def date(self) -> str:
        """Day of release, such as 3 March 2026."""
        return f"{self.released.day} {self.released:%B %Y}"

    @property
    def reference(self) -> str:
        """How to cite, as Typst markup."""
        link = f" #link({string(self.address)});." if self.address else ""
        title = escape(_printed(self.title))
        return (f"{escape(self.names)}. ({self.released.year}). #emph[{title}]; "
                f"(Version {escape(f'{self.version}, {self.released}')}).{link}")


def read(path: Path) -> Report:
    """Read CITATION.cff.

    Raises
    ------
    ExtensionError
        If the file or one of its needed fields is missing, or the date is not a date.
    """
    try:
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Report(
            title=record["title"], authors=tuple(map(_author, record["authors"])),
            version=str(record["version"]),
            released=datetime.date.fromisoformat(str(record["date-released"])),
            licences=tuple(_listed(record["license"])), address=_address(record),
            keywords=tuple(record.get("keywords", ())))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ExtensionError(f"{path.name} cannot be used: {error!r}") from error


def _author(record: dict) -> str:
    if "name" in record:
        return record["name"]
    return f"{record.get('given-names', '')} {record['family-names']}".strip()


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _address(record: dict) -> str:
    if record.get("doi"):
        return f"https://doi.org/{record['doi']}"
    return record.get("url") or record.get("repository-code") or ""


def timestamp(report: Report) -> int:
    """Second that the PDF gives as its own: SOURCE_DATE_EPOCH, else the day of release."""
    midnight = datetime.datetime.combine(report.released, datetime.time(), datetime.UTC)
    return int(os.environ.get("SOURCE_DATE_EPOCH") or midnight.timestamp())


def preamble(report: Report, abstract: str, abstract_text: str, lang: str, paper: str,
             carries_data: bool = False) -> str:
    """Typst markup that opens the book: its title page and what the file says of itself.

    Parameters
    ----------
    report : Report
    abstract, abstract_text : str
        Abstract as markup and as plain text, '' where the front page marks none.
    lang, paper : str
        Language (``en``) and paper (``a4``).
    carries_data : bool
        Whether files are attached, so that the title page says so.
    """
    title, _, subtitle = _printed(report.title).partition(": ")
    stamp = datetime.datetime.fromtimestamp(timestamp(report), datetime.UTC)
    fields = {
        "title": _text(title), "subtitle": _text(subtitle), "full-title": _text(report.title),
        "authors": _text(report.names), "authors-list": array(list(map(_text, report.authors))),
        "edition": _text(f"Version {report.version}, {report.date}{EDITIONS.get(paper, '')}"),
        "abstract": content(abstract), "imprint": array(_imprint(report, carries_data)),
        "stamp": f"datetime(year: {stamp.year}, month: {stamp.month}, day: {stamp.day})",
        "description": string(" ".join(abstract_text.split())),
        "keywords": array(list(map(_text, report.keywords))),
        "lang": _text(lang), "paper": _text(paper),
    }
    record = ",\n  ".join(f"{key}: {value}" for key, value in fields.items())
    return f"#show: book.with((\n  {record},\n))\n"


def _printed(text: str) -> str:
    """The apostrophe as the web pages have it."""
    return re.sub(r"(?<=\w)'(?=\w)", "\N{RIGHT SINGLE QUOTATION MARK}", text)


def _text(text: str) -> str:
    return string(text) if text else '""'


def _imprint(report: Report, carries_data: bool) -> list[str]:
    rows = [("How to cite", report.reference)]
    if carries_data:
        rows.append(("Attached", CARRIES))
    if report.licences:
        rows.append(("Licence", "; ".join(map(_licence, report.licences)) + "."))
    return [f"([#strong[{label}]], [{markup}])" for label, markup in rows]


def _licence(spdx: str) -> str:
    name, address = LICENCES.get(spdx, (spdx, f"https://spdx.org/licenses/{spdx}.html"))
    return f"#link({string(address)})[{escape(name)}];"
