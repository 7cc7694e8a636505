"""How entries of the list of references read: labels, order and text.

The label of an entry is ``Who, Year`` with a suffix a, b ... where two entries would look the
same. The text of the entry prints name and year from that label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pybtex.database import Entry, Person
from pybtex.richtext import HRef, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import (
    field,
    first_of,
    join,
    node,
    optional,
    optional_field,
    sentence,
    tag,
    words,
)

UNDATED = "n.d."
_WHO = ("organization", "institution", "publisher", "howpublished", "title")


def plain(text: str) -> str:
    """Text of a BibTeX field without braces and LaTeX commands."""
    return str(Text.from_latex(text)).strip()


def people(entry: Entry) -> list[Person]:
    """Authors of an entry, or its editors where it has none."""
    return entry.persons.get("author") or entry.persons.get("editor") or []


def who(entry: Entry) -> str:
    """Short name: last names, "et al." from three on; else the body that stands behind it."""
    names = [plain(" ".join(p.prelast_names + p.last_names)) for p in people(entry)]
    if len(names) > 2:
        return f"{names[0]} et al."
    if names:
        return " and ".join(names)
    return next((plain(entry.fields[f]) for f in _WHO if f in entry.fields), entry.key)


def year(entry: Entry) -> str:
    """Year, or ``n.d.`` for an undated entry."""
    return plain(entry.fields.get("year", "")) or UNDATED


def split_label(label: str) -> tuple[str, str]:
    """Name and year of a label such as ``World Bank, 2024a``."""
    name, _, dated = label.rpartition(", ")
    return name, dated


class Sorting(BaseSortingStyle):
    """By name, year (undated last) and title, without regard to case."""

    def sorting_key(self, entry: Entry) -> tuple[str, ...]:
        """Key of one entry."""
        dated = year(entry)
        title = plain(entry.fields.get("title", ""))
        return (who(entry).casefold(), "9999" if dated == UNDATED else dated, title.casefold(),
                entry.key)


class Labels(BaseLabelStyle):
    """``Who, Year`` with suffixes in the order of the sorted list."""

    def format_labels(self, sorted_entries: list[Entry]) -> Iterator[str]:
        """Label of each entry."""
        plain_labels = [f"{who(e)}, {year(e)}" for e in sorted_entries]
        total, seen = Counter(plain_labels), Counter()
        for label in plain_labels:
            seen[label] += 1
            yield label + (_suffix(seen[label], label) if total[label] > 1 else "")


def _suffix(place: int, label: str) -> str:
    letters = ""
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return f"-{letters}" if label.endswith(".") else letters


@node
def full_names(children, data) -> Text:
    """Names of all authors as the list of references shows them."""
    entry = data["entry"]
    names = [Text(_listed(p)) for p in people(entry)] or [Text(who(entry))]
    text = Text(", ").join(names) if len(names) < 2 else Text(" and ").join(
        [Text(", ").join(names[:-1]), names[-1]])
    edited = not entry.persons.get("author") and entry.persons.get("editor")
    return Text(text, " (eds.)" if len(people(entry)) > 1 else " (ed.)") if edited else text


def _listed(person: Person) -> str:
    last = plain(" ".join(person.prelast_names + person.last_names + person.lineage_names))
    first = plain(" ".join(person.first_names + person.middle_names))
    return f"{last}, {first}" if first else last


@node
def label_year(children, data) -> Text:
    """Year with its suffix, from the label."""
    return Text(split_label(_label(data))[1])


@node
def label_who(children, data) -> Text:
    """Short name, from the label."""
    return Text(split_label(_label(data))[0])


def _label(data: dict) -> str:
    return data["label"] if "label" in data else data["formatted_entry"].label


def address(entry: Entry) -> str:
    """Address of an entry: its DOI where it has one, else its URL, else ''."""
    doi = entry.fields.get("doi", "").strip()
    found = f"https://doi.org/{doi.removeprefix('https://doi.org/')}" if doi \
        else entry.fields.get("url", "").strip()
    found = re.sub(r"^\\url\{(.*)\}$", r"\1", found)
    return re.sub(r"\\([%_&#~$])", r"\1", found)


class Style(BaseStyle):
    """Who (year). Title. Where it appeared. Note. Link."""

    default_label_style = Labels
    default_sorting_style = Sorting

    def format_entry(self, label: str, entry: Entry, bib_data=None) -> FormattedEntry:
        """One entry of the list."""
        data = {"entry": entry, "style": self, "bib_data": bib_data, "label": label}
        return FormattedEntry(entry.key, _template(entry).format_data(data), label)


def _template(entry: Entry):
    return join(sep=" ")[
        join(sep=" ")[full_names, join["(", label_year, ")."]],
        _title(entry), _container(entry),
        sentence[words[optional_field("type"), optional_field("number")]]
        if entry.type == "techreport" else "",
        sentence[_publisher(entry)], sentence[optional_field("note")], _link(entry),
    ]


def _title(entry: Entry):
    part = entry.type in ("article", "incollection", "inproceedings", "inbook")
    if "title" not in entry.fields or who(entry) == plain(entry.fields["title"]):
        return ""
    return sentence[field("title") if part else tag("em")[field("title")]]


def _container(entry: Entry):
    if entry.type == "article":
        issue = join[optional_field("volume"), optional["(", field("number"), ")"]]
        return sentence[words[tag("em")[optional_field("journal")], issue], _pages()]
    return optional[sentence[words["In", tag("em")[field("booktitle")]], _pages()]]


def _pages():
    return optional[field("pages", apply_func=lambda t: Text(re.sub("-+", "\u2013", str(t))))]


def _publisher(entry: Entry):
    names = ("publisher", "institution", "organization", "school", "howpublished")
    shown = {str(full_names.format_data({"entry": entry}))}
    keep = [n for n in names if n in entry.fields and plain(entry.fields[n]) not in shown]
    return first_of[[optional[field(n)] for n in keep]] if keep else ""


def _link(entry: Entry):
    found = address(entry)
    if not found:
        return ""
    read = plain(entry.fields.get("urldate", ""))
    return join[HRef(found, found), f" (accessed {read})." if read else "."]
