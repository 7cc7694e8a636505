"""How to cite the report and its exhibits, from CITATION.cff.

Directive ``{citation}`` prints the reference; files for reference managers (BibTeX, RIS) stand
beside the pages, in the folder ``cite``.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from report.project import ROOT

FILE = ROOT / "CITATION.cff"
FOLDER, STEM = "cite", "belarus-technology-sector"
TYPE = "Executable research report"


def read(path: Path = FILE) -> dict:
    """Title, authors, version and date of the report."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def names(facts: dict) -> list[str]:
    """Authors, the family name first."""
    return [a.get("name") or f"{a['family-names']}, {a['given-names']}" for a in facts["authors"]]


def address(facts: dict) -> str:
    """DOI or address of the report, '' while it has none."""
    return f"https://doi.org/{facts['doi']}" if facts.get("doi") else facts.get("url", "")


def key(facts: dict) -> str:
    """BibTeX key of the report."""
    return f"belarustechnology{_released(facts)[:4]}"


def _released(facts: dict) -> str:
    return str(facts["date-released"])


def sentence(facts: dict, part: str = "", place: str = "") -> str:
    """Reference in the form of the American Psychological Association (APA), as MyST text.

    Parameters
    ----------
    facts : dict
        What CITATION.cff says.
    part : str
        Number and title of an exhibit; '' for the whole report.
    place : str
        Address of that part; that of the report where there is none.
    """
    where = place or address(facts)
    within = f"{part}. In " if part else ""
    return (f"{', '.join(names(facts))}. ({_released(facts)[:4]}). {within}*{facts['title']}* "
            f"(Version {facts['version']}, {_released(facts)})." + (f" <{where}>" if where else ""))


def bibtex(facts: dict, part: str = "", name: str = "", place: str = "") -> str:
    """The same as a BibTeX entry; `name` is the id of the exhibit."""
    author = " and ".join(f"{{{a['name']}}}" if "name" in a else full
                          for a, full in zip(facts["authors"], names(facts)))
    fields = {"author": author, "title": facts["title"], "year": _released(facts)[:4],
              "type": TYPE, "institution": facts["authors"][0].get("name"),
              "note": f"Version {facts['version']}, {_released(facts)}",
              "url": place or address(facts)}
    if part:
        fields |= {"title": part, "booktitle": facts["title"], "publisher": fields["institution"],
                   "type": None, "institution": None}
    kind, ending = ("incollection", f"-{name}") if part else ("techreport", "")
    width = max(len(field) for field, value in fields.items() if value)
    fields["title"] = f"{{{fields['title']}}}"  # keeps its capitals
    lines = [f"  {field:<{width}} = {{{_tex(str(value))}}}," for field, value in fields.items()
             if value]
    return "\n".join([f"@{kind}{{{key(facts)}{ending},", *lines, "}"])


def _tex(text: str) -> str:
    for sign in "&%$#_":
        text = text.replace(sign, f"\\{sign}") if not text.startswith("http") else text
    return text


def ris(facts: dict) -> str:
    """The same in the format of reference managers (RIS)."""
    released = _released(facts)
    fields = [("TY", "RPRT"), *(("AU", name) for name in names(facts)), ("TI", facts["title"]),
              ("PY", released[:4]), ("DA", released.replace("-", "/")), ("M3", TYPE),
              ("PB", names(facts)[0]), ("ET", str(facts["version"])), ("LA", "en"),
              ("AB", " ".join(facts.get("abstract", "").split())),
              *(("KW", word) for word in facts.get("keywords", [])), ("DO", facts.get("doi", "")),
              ("UR", address(facts)), ("ER", "")]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value or tag == "ER")


class Citation(SphinxDirective):
    """Print the reference, its BibTeX entry and where to get it as a file."""

    def run(self) -> list[nodes.Node]:
        """Emit all of it as MyST text."""
        self.env.note_dependency(str(FILE))
        facts = read()
        up = "../" * self.env.docname.count("/")
        offered = {f"{STEM}.pdf": "PDF (A4)", f"{STEM}-letter.pdf": "PDF (US Letter)",
                   f"{FOLDER}/{STEM}.bib": "BibTeX", f"{FOLDER}/{STEM}.ris": "RIS"}
        files = " · ".join(f'<a class="download" href="{up}{path}" download>{name}</a>'
                           for path, name in offered.items())
        return self.parse_text_to_nodes(
            f"{sentence(facts)}\n\n```bibtex\n{bibtex(facts)}\n```\n\n"
            f'```{{raw}} html\n<p class="html-only">Files: {files}</p>\n```\n')


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the reference as BibTeX and RIS beside the pages."""
    if exception or app.builder.format != "html":
        return
    facts, folder = read(), Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    for ending, text in (("bib", bibtex(facts) + "\n"), ("ris", ris(facts))):
        (folder / f"{STEM}.{ending}").write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive("citation", Citation)
    app.connect("build-finished", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": "2"}
