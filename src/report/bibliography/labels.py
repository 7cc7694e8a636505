"""Labels of the list of references, and its order.

The label of an entry is ``Who, Year`` with a suffix a, b ... where two entries would look the
same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pybtex.database import Entry, Person
from pybtex.richtext import Text
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting import BaseSortingStyle

UNDATED = "n.d."
_WHO = ("organization", "institution", "publisher", "howpublished", "title")


def plain(text: str) -> str:
    """Text of a BibTeX field without braces and LaTeX commands.

    Parameters
    ----------
    text : str
        As it stands in the field.
    """
    return str(Text.from_latex(text)).strip()


def people(entry: Entry) -> list[Person]:
    """Authors of an entry, or its editors where it has none.

    Parameters
    ----------
    entry : pybtex.database.Entry
    """
    return entry.persons.get("author") or entry.persons.get("editor") or []


def who(entry: Entry) -> str:
    """Short name: last names, "et al." from three on; else the body that stands behind it.

    Parameters
    ----------
    entry : pybtex.database.Entry
    """
    names = [plain(" ".join(p.prelast_names + p.last_names)) for p in people(entry)]
    if len(names) > 2:
        return f"{names[0]} et al."
    if names:
        return " and ".join(names)
    return next((plain(entry.fields[f]) for f in _WHO if f in entry.fields), entry.key)


def year(entry: Entry) -> str:
    """Year, or ``n.d.`` for an undated entry.

    Parameters
    ----------
    entry : pybtex.database.Entry
    """
    return plain(entry.fields.get("year", "")) or UNDATED


def split_label(label: str) -> tuple[str, str]:
    """Name and year of a label such as ``World Bank, 2024a``.

    Parameters
    ----------
    label : str
    """
    name, _, dated = label.rpartition(", ")
    return name, dated


class Sorting(BaseSortingStyle):
    """By name, year (undated last) and title, without regard to case."""

    def sorting_key(self, entry: Entry) -> tuple[str, ...]:
        """Key of one entry.

        Parameters
        ----------
        entry : pybtex.database.Entry
        """
        dated = year(entry)
        title = plain(entry.fields.get("title", ""))
        return (who(entry).casefold(), "9999" if dated == UNDATED else dated, title.casefold(),
                entry.key)


class Labels(BaseLabelStyle):
    """``Who, Year`` with suffixes in the order of the sorted list."""

    def format_labels(self, sorted_entries: list[Entry]) -> Iterator[str]:
        """Label of each entry.

        Parameters
        ----------
        sorted_entries : list of pybtex.database.Entry
            In the order of the list.

        Yields
        ------
        str
        """
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
