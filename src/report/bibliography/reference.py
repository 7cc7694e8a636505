"""How to cite the report or an exhibit of it: as a sentence, for BibTeX and for RIS."""

from __future__ import annotations

from dataclasses import dataclass

from report import text
from report.bibliography.cff import Author, Report

# What the report is, for reference managers.
TYPE = "Executable research report"


@dataclass(frozen=True)
class Part:
    """Exhibit that is cited.

    Attributes
    ----------
    title : str
        Its number and title, as ``Figure 2.1: Fall of exports``.
    id : str
        Its permanent name.
    address : str
        Where it stands, '' while the report has no address.
    """

    title: str
    id: str
    address: str = ""


def authors(report: Report) -> str:
    """Authors as a reference lists them, the family name first; no full stop closes them.

    Parameters
    ----------
    report : Report
    """
    return text.listed(report.sorted_names).removesuffix(".")


def pieces(report: Report, part: Part | None = None) -> tuple[str, str, str]:
    """Reference in the form of the American Psychological Association, in three pieces.

    Names are written in full, as the list of references of the report has them.

    Parameters
    ----------
    report : Report
    part : Part, optional
        What is cited of it; the whole report where none is named.

    Returns
    -------
    before, title, after : str
        What stands before the title of the report, the title, which is set in italics, and what
        stands after it.
    """
    where = (part.address if part else "") or report.address
    within = f"{part.title}. In " if part else ""
    return (f"{authors(report)}. ({report.released.year}). {within}", report.title,
            f" ({report.edition})." + (f" <{where}>" if where else ""))


def sentence(report: Report, part: Part | None = None) -> str:
    """The same as MyST text.

    Parameters
    ----------
    report, part
        See `pieces`.
    """
    before, title, after = pieces(report, part)
    return f"{before}*{title}*{after}"


def key(report: Report, part: Part | None = None) -> str:
    """BibTeX key: short name, year and, of an exhibit, its id.

    Parameters
    ----------
    report : Report
    part : Part, optional
    """
    return f"{report.short_name}{report.released.year}" + (f"-{part.id}" if part else "")


def bibtex(report: Report, part: Part | None = None) -> str:
    """BibTeX entry.

    Parameters
    ----------
    report : Report
    part : Part, optional
        What is cited of it; the whole report where none is named.
    """
    fields = _fields_of_part(report, part) if part else _fields(report)
    fields = {field: value for field, value in fields.items() if value}
    width = max(map(len, fields))
    lines = [f"  {field:<{width}} = {{{value}}}," for field, value in fields.items()]
    kind = "incollection" if part else "techreport"
    return "\n".join([f"@{kind}{{{key(report, part)},", *lines, "}"])


def _fields(report: Report) -> dict[str, str]:
    return {"author": _tex(_bibtex_authors(report)), "title": f"{{{_tex(report.title)}}}",
            "year": str(report.released.year), "type": TYPE, "institution": _institution(report),
            "note": _tex(report.edition), "url": report.address}


def _fields_of_part(report: Report, part: Part) -> dict[str, str]:
    # The second pair of braces keeps the capitals of a title.
    return {"author": _tex(_bibtex_authors(report)), "title": f"{{{_tex(part.title)}}}",
            "year": str(report.released.year), "note": _tex(report.edition),
            "url": part.address or report.address, "booktitle": _tex(report.title),
            "publisher": _institution(report)}


def _bibtex_authors(report: Report) -> str:
    return " and ".join(map(_bibtex_author, report.authors))


def _bibtex_author(author: Author) -> str:
    if not author.is_person:
        return f"{{{author.body}}}"
    return ", ".join(filter(None, (author.family, author.suffix, author.given)))


def _institution(report: Report) -> str:
    return _tex(report.authors[0].body)


def _tex(words: str) -> str:
    for sign in "&%$#_":
        words = words.replace(sign, f"\\{sign}")
    return words


def ris(report: Report) -> str:
    """Entry in the format of reference managers (RIS).

    Parameters
    ----------
    report : Report
    """
    fields = [("TY", "RPRT"), *(("AU", name) for name in report.sorted_names),
              ("TI", report.title), ("PY", str(report.released.year)),
              ("DA", f"{report.released:%Y/%m/%d}"), ("M3", TYPE), ("PB", report.names[0]),
              ("ET", report.version), ("LA", "en"), ("AB", report.abstract),
              *(("KW", word) for word in report.keywords), ("DO", report.doi),
              ("UR", report.address), ("ER", "")]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value or tag == "ER")
