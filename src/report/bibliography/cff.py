"""What CITATION.cff says of the report: the one place where its title, authors and version stand.

The format is that of the Citation File Format 1.2.0 [1]_.

References
----------
.. [1] Druskat, S., Spaaks, J. H., Chue Hong, N. and others (2021). Citation File Format, version
   1.2.0. https://doi.org/10.5281/zenodo.5171937
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from report.project import ROOT

FILE = ROOT / "CITATION.cff"


class CitationError(ValueError):
    """CITATION.cff cannot be used as it stands."""


@dataclass(frozen=True)
class Author:
    """Author of the report: a person or a body.

    Attributes
    ----------
    body : str
        Name of a body, '' for a person.
    given, family : str
        Names of a person; a particle (von) stands with the family name.
    suffix : str
        Such as Jr.
    """

    body: str = ""
    given: str = ""
    family: str = ""
    suffix: str = ""

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return not self.body

    @property
    def name(self) -> str:
        """As a title page, an abstract or a search engine has it: Ann Doe."""
        return self.body or " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def sorted_name(self) -> str:
        """As references, library catalogues and reference managers have it: Doe, Ann."""
        return self.body or ", ".join(filter(None, (self.family, self.given, self.suffix)))


@dataclass(frozen=True)
class Report:
    """What CITATION.cff says of the report.

    Attributes
    ----------
    title : str
        In full, with the subtitle after a colon.
    authors : tuple of Author
    version : str
    released : datetime.date
    licences : tuple of str
        SPDX names.
    keywords : tuple of str
    abstract : str
        In one line, '' where there is none.
    doi, url, repository : str
        Where it is to be had, '' while it is not.
    """

    title: str
    authors: tuple[Author, ...]
    version: str
    released: date
    licences: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    abstract: str = ""
    doi: str = ""
    url: str = ""
    repository: str = ""

    @property
    def address(self) -> str:
        """Where it is to be had: the DOI before others, '' while there is none."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url or self.repository

    @property
    def names(self) -> list[str]:
        """Authors as a title page has them."""
        return [author.name for author in self.authors]

    @property
    def sorted_names(self) -> list[str]:
        """Authors as references have them, the family name first."""
        return [author.sorted_name for author in self.authors]

    @property
    def day(self) -> str:
        """Day of release, such as 3 March 2026."""
        return f"{self.released.day} {self.released:%B %Y}"

    @property
    def edition(self) -> str:
        """Version and day as a reference has them."""
        return f"Version {self.version}, {self.released}"

    @property
    def short_name(self) -> str:
        """First two words of the title, for keys and folders: belarustechnology."""
        words = re.findall(r"\w+", re.sub(r"['\u2019]s\b", "", self.title))
        return "".join(words[:2]).lower()


def read(path: Path = FILE) -> Report:
    """Read CITATION.cff.

    Parameters
    ----------
    path : Path

    Raises
    ------
    CitationError
        If the file or one of its needed fields is missing, or the date is not a date.
    """
    try:
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Report(
            title=held["title"], authors=tuple(map(_author, held["authors"])),
            version=str(held["version"]), released=date.fromisoformat(str(held["date-released"])),
            licences=_listed(held["license"]), keywords=tuple(held.get("keywords", ())),
            abstract=" ".join(held.get("abstract", "").split()), doi=held.get("doi", ""),
            url=held.get("url", ""), repository=held.get("repository-code", ""))
    except (OSError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        raise CitationError(f"{path.name} cannot be used: {error!r}") from error


def _author(held: dict) -> Author:
    if "name" in held:
        return Author(body=held["name"])
    family = f"{held.get('name-particle', '')} {held['family-names']}".strip()
    return Author(given=held.get("given-names", ""), family=family,
                  suffix=held.get("name-suffix", ""))


def _listed(licence: str | list[str]) -> tuple[str, ...]:
    return (licence,) if isinstance(licence, str) else tuple(licence)
