"""Directive ``{citation}``: how to cite the report, from CITATION.cff."""

from __future__ import annotations

from pathlib import Path

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

FILE = Path(__file__).resolve().parents[1] / "CITATION.cff"


def read(path: Path = FILE) -> dict:
    """Title, authors, version and date of the report."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def sentence(facts: dict) -> str:
    """Reference to the report in author-year form."""
    authors = ", ".join(a.get("name") or f"{a['family-names']}, {a['given-names']}"
                        for a in facts["authors"])
    released = str(facts["date-released"])
    return f"{authors} ({released[:4]}). *{facts['title']}* (version {facts['version']}, " \
           f"{released})."


def bibtex(facts: dict) -> str:
    """The same as a BibTeX entry."""
    author = " and ".join(f"{{{a['name']}}}" for a in facts["authors"])
    year = str(facts["date-released"])[:4]
    return "\n".join(["@techreport{belarustechnology" + year + ",",
                      f"  author  = {{{author}}},", f"  title   = {{{facts['title']}}},",
                      f"  year    = {{{year}}},", "  type    = {Executable research report},",
                      f"  note    = {{Version {facts['version']}, {facts['date-released']}}}", "}"])


class Citation(SphinxDirective):
    """Print the reference and its BibTeX entry."""

    def run(self) -> list[nodes.Node]:
        """Emit both as MyST text."""
        self.env.note_dependency(str(FILE))
        facts = read()
        return self.parse_text_to_nodes(
            f"{sentence(facts)}\n\n```bibtex\n{bibtex(facts)}\n```\n")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive("citation", Citation)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "1"}
