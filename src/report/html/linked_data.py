"""JSON-LD in the vocabulary of schema.org: the report, its chapters, exhibits and tables [1]_.

References
----------
.. [1] Schema.org. https://schema.org/Report, https://schema.org/Dataset
"""

from __future__ import annotations

import re

from report import anchors
from report.bibliography import licences
from report.html import claims, data_files
from report.html.site import Page
from report.sphinx import state
from report.sphinx.numbers import shown


def plain(title: str, numbers: dict[str, dict]) -> str:
    """Title of an exhibit as readers see it, its recorded numbers filled in.

    Parameters
    ----------
    title : str
        MyST text.
    numbers : dict
        By id, as the ledger holds them.

    Raises
    ------
    KeyError
        If it shows a number that is not recorded.
    """
    def filled(match: re.Match[str]) -> str:
        name, _, form = match[2].partition(" ")
        return shown(numbers[name], form) if match[1] == "v" else match[2]

    return re.sub(r"\{([\w:]+)\}`([^`]*)`", filled, title)


class LinkedData:
    """What one page says in JSON-LD.

    Parameters
    ----------
    page : Page
    """

    def __init__(self, page: Page):
        self.page, self.report = page, page.report
        self.day = str(page.report.released)
        self.licence = licences.address(page.licence)

    def graph(self) -> dict:
        """The report on its front page, else the chapter; tables and claims on the page."""
        graph = [self._report() if self.page.is_front else self._chapter()]
        labels = self.page.app.env.get_domain("std").anonlabels
        for table in data_files.package(self.page.app)["resources"]:
            home, *_ = labels.get(anchors.table(table["name"]), ("",))
            if home == self.page.name:
                graph.append(self._table(table))
        graph += claims.reviews(self.page)
        return {"@context": "https://schema.org", "@graph": graph}

    def _authors(self) -> list[dict]:
        return [{"@type": "Person" if author.is_person else "Organization", "name": author.name}
                for author in self.report.authors]

    def _report(self) -> dict:
        page, report = self.page, self.report
        return {
            "@type": "Report", "name": report.title, "url": page.own_address,
            "abstract": report.abstract, "author": self._authors(),
            "publisher": self._authors()[0], "inLanguage": "en", "version": report.version,
            "datePublished": self.day, "license": self.licence,
            "keywords": list(report.keywords), "isAccessibleForFree": True,
            "encoding": [{"@type": "MediaObject", "encodingFormat": "application/pdf",
                          "contentUrl": page.address(page.pdf)}],
            "hasPart": [*self._pages(), *self._exhibits()]}

    def _pages(self) -> list[dict]:
        page, env = self.page, self.page.app.env
        return [{"@type": "Chapter", "name": env.titles[docname].astext(),
                 "url": page.address(f"{docname}.html")}
                for docname in env.toctree_includes.get(page.name, ())]

    def _chapter(self) -> dict:
        page = self.page
        front = page.address(f"{page.app.config.root_doc}.html")
        return {
            "@type": "Chapter", "name": page.title, "url": page.own_address,
            "description": page.description, "author": self._authors(), "inLanguage": "en",
            "datePublished": self.day, "license": self.licence,
            "isPartOf": {"@type": "Report", "name": self.report.title, "url": front},
            "hasPart": self._exhibits()}

    def _exhibits(self) -> list[dict]:
        return [self._exhibit(exhibit) for exhibit in self.page.exhibits]

    def _exhibit(self, exhibit: dict) -> dict:
        name = exhibit["id"]
        title = plain(exhibit["title"], state.build(self.page.app).numbers)
        return {
            "@type": "Dataset", "name": title, "identifier": name,
            "description": f"Data of the {exhibit['kind']} “{title}” in the book "
                           f"“{self.report.title}”. {exhibit['alt']}",
            "url": f"{self.page.own_address}#{exhibit['label']}", "creator": self._authors(),
            "license": self.licence, "distribution": [self._file(f"exhibits/{name}.csv")]}

    def _table(self, table: dict) -> dict:
        described = {
            "@type": "Dataset", "name": table["title"], "identifier": table["name"],
            "description": f"{table['description']} Table of the book “{self.report.title}”.",
            "url": f"{self.page.own_address}#{anchors.table(table['name'])}",
            "creator": {"@type": "Organization",
                        "name": table.get("publisher") or self.report.names[0]},
            "version": table.get("edition"),
            "license": [licence.get("path") or licence.get("title") or licence["name"]
                        for licence in table.get("licenses", [])],
            "variableMeasured": [field["name"] for field in table["schema"]["fields"]],
            "distribution": [self._file(f"{data_files.FOLDER}/{table['path']}")]}
        return {key: value for key, value in described.items() if value}

    def _file(self, path: str) -> dict:
        return {"@type": "DataDownload", "encodingFormat": "text/csv",
                "contentUrl": self.page.address(path)}
