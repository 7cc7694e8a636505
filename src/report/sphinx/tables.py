"""Directive ``{datapackage}``: the description of every table, from datapackage.json."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from report import anchors, markdown, text
from report.sphinx import events


class DataPackage(SphinxDirective):
    """One section a table: what it holds, where it is from, its licence, traps and columns."""

    def run(self) -> list[nodes.Node]:
        """Emit the sections as MyST text."""
        from report import tables  # pandas takes a quarter of a second, and few builds need it

        self.env.note_dependency(str(tables.DATA / "datapackage.json"))
        sections = [section(name) for name in tables.package()["resources"]]
        return self.parse_text_to_nodes("\n".join(sections), allow_section_headings=True)


def section(name: str) -> str:
    """MyST text that describes one table.

    Parameters
    ----------
    name : str
        Name of the table.

    Raises
    ------
    report.tables.TableError
        If no table has this name.
    """
    from report import tables

    described = tables.resource(name)
    traps = (f"- {trap}" for trap in described.get("traps", []))
    return "\n".join([
        f"({anchors.table(name)})=", f"## {described['title']}", "",
        f"`{described['path']}`: {len(tables.load(name)):,} rows. {described['description']}", "",
        *_facts(described, tables.licence(name)), "", *traps, "",
        _columns(described, tables.primary_key(name)), ""])


def _facts(described: dict, licence: str) -> list[str]:
    key = described.get("citation")
    facts = {"Publisher": described.get("publisher"), "Edition": described.get("edition"),
             "Retrieved": described.get("retrieved"), "Licence": licence,
             "How the figures were taken out": described.get("extraction"),
             "Cite as": f"{{cite:t}}`{key}`" if key else "the source named in each row"}
    return [f"{head}\n: {fact}\n" for head, fact in facts.items() if fact]


def _columns(described: dict, key: list[str]) -> str:
    """Table of the columns; those of the primary key are in bold type."""
    body = [_column(field, field["name"] in key) for field in described["schema"]["fields"]]
    # In print the attached description of the tables has them.
    listed = markdown.table(["Column", "Type", "Unit", "Meaning"], body)
    return f":::{{container}} html-only\n\n{listed}\n\n:::\n"


def _column(field: dict, is_key: bool) -> list[str]:
    shown = f"**{field['name']}**" if is_key else field["name"]
    meaning = field.get("description") or field.get("title", "")
    return [shown, field["type"], text.unit(field.get("unit", "")).replace("$", "\\$"), meaning]


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.add_directive("datapackage", DataPackage)
    return events.PARALLEL
