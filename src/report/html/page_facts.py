"""Line under the title of a page: version, reading time, how to cite the page, its source."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.application import Sphinx

from report.bibliography import cff, reference
from report.sphinx import events

# Silent reading of non-fiction, about 238: Brysbaert (2019), doi:10.1016/j.jml.2019.104047.
WORDS_A_MINUTE = 238
_NOT_READ = (nodes.table, nodes.definition_list, nodes.citation)


def minutes(doctree: nodes.document) -> int:
    """Time to read the running text of a page, one minute at least.

    Parameters
    ----------
    doctree : docutils.nodes.document
    """
    words = sum(len(paragraph.astext().split()) for paragraph in doctree.findall(nodes.paragraph)
                if not _is_looked_up(paragraph))
    return max(1, round(words / WORDS_A_MINUTE))


def _is_looked_up(node: nodes.Node) -> bool:
    while node is not None:
        if isinstance(node, _NOT_READ):
            return True
        node = node.parent
    return False


def line(app: Sphinx, docname: str, title: str, time: int = 0) -> str:
    """The line as HTML.

    Parameters
    ----------
    app : Sphinx
    docname, title : str
        Page.
    time : int
        Minutes; 0 where they are of no use.
    """
    report = cff.read()
    facts = [f"Version {report.version}, {report.released:%-d %B %Y}"]
    if time:
        facts.append(f"{time} minute{'s' if time > 1 else ''} to read")
    if report.repository and docname in app.env.found_docs:
        base = report.repository.rstrip("/")
        facts.append(f'<a href="{escape(base)}/blob/HEAD/{docname}.md">Source of this page</a>')
    said = "".join(f"<span>{fact}</span>" for fact in facts)
    return f'<div class="page-facts html-only">{said}{_cite(app, docname, title, report)}</div>'


def _cite(app: Sphinx, docname: str, title: str, report: cff.Report) -> str:
    base = app.config.html_baseurl
    is_front = docname == app.config.root_doc
    part = None if is_front else reference.Part(
        title=title, id=docname.rpartition("/")[2], address=f"{base}{docname}.html" if base else "")
    before, name, after = map(escape, reference.pieces(report, part))
    entry = escape(reference.bibtex(report, part))
    return (f'<details class="cite-page"><summary>Cite this page</summary>'
            f"<p>{before}<em>{name}</em>{after}</p>"
            f'<pre tabindex="0" aria-label="BibTeX entry of this page">{entry}</pre></details>')


def _add_line(app: Sphinx, name: str, template: str, context: dict,
              doctree: nodes.document | None) -> None:
    """Put the line under the first heading of a page of the book."""
    if doctree is not None and "body" in context:
        told = line(app, name, app.env.titles[name].astext(), minutes(doctree))
        context["body"] = context["body"].replace("</h1>", f"</h1>\n{told}", 1)


def setup(app: Sphinx) -> dict:
    """Register with Sphinx."""
    app.connect("html-page-context", _add_line)
    return events.PARALLEL
