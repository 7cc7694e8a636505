"""How entries of the list of references read.

The text of an entry prints name and year from its label (`report.bibliography.labels`), so that
a suffix (2024a) is the same everywhere.
"""

from __future__ import annotations

import re

from pybtex.database import Entry, Person
from pybtex.richtext import HRef, Text
from pybtex.style import FormattedEntry
from pybtex.style.formatting import BaseStyle
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

from report.bibliography.labels import Labels, Sorting, people, plain, split_label, who


@node
def full_names(children, data) -> Text:
    """Names of all authors as the list of references shows them.

    Parameters
    ----------
    children : list
        Not used.
    data : dict
        What pybtex formats: the entry, or what was made of it.
    """
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
    """Year with its suffix, from the label.

    Parameters
    ----------
    children : list
        Not used.
    data : dict
        What pybtex formats: the entry, or what was made of it.
    """
    return Text(split_label(_label(data))[1])


@node
def label_who(children, data) -> Text:
    """Short name, from the label.

    Parameters
    ----------
    children : list
        Not used.
    data : dict
        What pybtex formats: the entry, or what was made of it.
    """
    return Text(split_label(_label(data))[0])


def _label(data: dict) -> str:
    return data["label"] if "label" in data else data["formatted_entry"].label


def address(entry: Entry) -> str:
    """Address of an entry: its DOI where it has one, else its URL, else ''.

    Parameters
    ----------
    entry : pybtex.database.Entry
    """
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
        """One entry of the list.

        Parameters
        ----------
        label : str
        entry : pybtex.database.Entry
        bib_data : pybtex.database.BibliographyData, optional
            All entries.
        """
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
