"""A page of a web site with one exhibit, to see what it says of itself."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from docutils import nodes

from report.html.site import Page
from report.sphinx import state

BASE = "https://report.example/book/"
EXHIBIT = {"id": "park-exports", "label": "fig-park-exports", "chapter": "park", "kind": "figure",
           "title": "Fall by {v}`park.fall low`, see {numref}`fig-x`", "alt": "A line that falls.",
           "drawing": "<svg/>"}
NUMBER = {"id": "park.fall", "unit": "percent", "format": ".0f", "text": "41 to 46%", "low": 41.3,
          "high": 46.1, "value": 43.7}


def page(folder: Path, name: str = "chapters/park", base: str = "", **report: object) -> Page:
    """Page of a book whose front page is ``chapters/index``; fields of its report may be given."""
    titles = {"chapters/park": nodes.title("", "The park"), "chapters/index": nodes.title("", "I")}
    domain = SimpleNamespace(anonlabels={"table-two-words": ("chapters/data", "x")})
    env = SimpleNamespace(titles=titles, toctree_includes={"chapters/index": ["chapters/park"]},
                          get_domain=lambda name: domain, metadata=defaultdict(dict))
    app = SimpleNamespace(srcdir=folder, env=env, config=SimpleNamespace(
        html_baseurl=base, root_doc="chapters/index", typst_pdf_name="small-report"))
    recorded = state.build(app)
    recorded.exhibits = {"park-exports": EXHIBIT}
    recorded.numbers = {"park.fall": NUMBER}
    made = Page(app, name, "The park", "What it is about.")
    made.report = replace(made.report, **report)
    return made
