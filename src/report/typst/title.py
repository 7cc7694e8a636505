"""Title page of the PDF, and what the file says of itself."""

from __future__ import annotations

import datetime
import os
import re

from report import text
from report.bibliography import licences, reference
from report.bibliography.cff import Report
from report.typst.markup import array, content, escape, string

# What the edition says of the paper, where it is not A4.
EDITIONS = {"us-letter": " (US Letter)"}
CARRIES = ("The data of every figure and table (CSV) and the record of every number (JSON) "
           "travel with this file as attachments.")


def timestamp(report: Report) -> int:
    """Second that the PDF gives as its own: SOURCE_DATE_EPOCH [1]_, else the day of release.

    Parameters
    ----------
    report : Report

    References
    ----------
    .. [1] Reproducible Builds. SOURCE_DATE_EPOCH specification.
       https://reproducible-builds.org/specs/source-date-epoch/
    """
    midnight = datetime.datetime.combine(report.released, datetime.time(), datetime.UTC)
    return int(os.environ.get("SOURCE_DATE_EPOCH") or midnight.timestamp())


def preamble(report: Report, abstract: str, abstract_text: str, *, lang: str, paper: str,
             carries_data: bool = False, brief: bool = False) -> str:
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
    brief : bool
        Whether the front page and some exhibits stand alone.
    """
    title, _, subtitle = _printed(report.title).partition(": ")
    stamp = datetime.datetime.fromtimestamp(timestamp(report), datetime.UTC)
    edition = f"Version {report.version}, {report.day}{EDITIONS.get(paper, '')}"
    fields = {
        "title": _text(title), "subtitle": _text(subtitle), "full-title": _text(report.title),
        "authors": _text(text.listed(report.names)),
        "authors-list": array(map(_text, report.names)), "edition": _text(edition),
        "abstract": content(abstract), "imprint": array(_imprint(report, carries_data)),
        "stamp": f"datetime(year: {stamp.year}, month: {stamp.month}, day: {stamp.day})",
        "description": string(" ".join(abstract_text.split())),
        "keywords": array(map(_text, report.keywords)),
        "lang": _text(lang), "paper": _text(paper), "brief": str(brief).lower(),
    }
    inner = ",\n  ".join(f"{key}: {value}" for key, value in fields.items())
    return f"#show: book.with((\n  {inner},\n))\n"


def _printed(title: str) -> str:
    """The apostrophe as the web pages have it."""
    return re.sub(r"(?<=\w)'(?=\w)", "\N{RIGHT SINGLE QUOTATION MARK}", title)


def _text(words: str) -> str:
    return string(words) if words else '""'


def _imprint(report: Report, carries_data: bool) -> list[str]:
    lines = {"How to cite": _reference(report)}
    if carries_data:
        lines["Attached"] = CARRIES
    if report.licences:
        lines["Licence"] = "; ".join(map(_licence, report.licences)) + "."
    return [f"([#strong[{label}]], [{markup}])" for label, markup in lines.items()]


def _reference(report: Report) -> str:
    """How to cite, as Typst markup; see `report.bibliography.reference.pieces`."""
    link = f" #link({string(report.address)});" if report.address else ""
    return (f"{escape(reference.authors(report))}. ({report.released.year}). "
            f"#emph[{escape(_printed(report.title))}]; ({escape(report.edition)}).{link}")


def _licence(spdx: str) -> str:
    return f"#link({string(licences.address(spdx))})[{escape(licences.name(spdx))}];"
