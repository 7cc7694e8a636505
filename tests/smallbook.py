"""A small book with one chapter, on the package and tables of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

"""
CHAPTER = HEAD + """# One

The share is {v}`one.share` and at least {v}`one.share low`; see {numref}`fig-one-f`.

```{code-cell} python
import matplotlib.pyplot as plt
import pandas as pd
from report.intervals import reading
from report.chapter import Chapter
chapter = Chapter("one")
def draw(form):
    figure, axes = plt.subplots(figsize=(form.width, 2))
    axes.plot([1, 3])
    return figure

chapter.figure("one-f", draw, pd.DataFrame({"x": [1, 3]}), alt="A line from 1 to 3.")
```

```{code-cell} python
:tags: [remove-cell]
chapter.numbers({"one.share": reading(30, "nearly")})
```
"""
DECLARED = """[number."one.share"]
unit = "percent"
meaning = "A share"
tables = ["events"]

[exhibit.one-f]
title = "A figure"
reading = "It rises."
status = "derived"
tables = ["events"]
"""
TOC = """
format: jb-book
root: index
chapters: [{file: one}, {file: all}, {file: data}, {file: refs}]
"""
CONFIG = """
title: Small book
author: Nobody
only_build_toc_files: true
execute: {execute_notebooks: cache, raise_on_error: true}
parse: {myst_enable_extensions: [colon_fence, deflist]}
bibtex_bibfiles: [references.bib]
sphinx:
  recursive_update: true
  extra_extensions: [report.sphinx.execution, report.sphinx.declared, report.sphinx.numbers,
                     report.sphinx.provenance, report.sphinx.rows, report.sphinx.claims,
                     report.sphinx.claim_cards,
                     report.html.exhibits, report.html.exhibit_files]
  config:
    numfig: true
    nb_render_markdown_format: myst
    nb_mime_priority_overrides: [["*", "text/markdown", 1]]
"""


def lay_out(folder: Path) -> Path:
    """Write the sources of the book into a folder."""
    for name in ("src", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("references.bib", "CITATION.cff"):
        shutil.copy(ROOT / name, folder)
    pages = {"_config.yml": CONFIG, "one.md": CHAPTER, "one.toml": DECLARED, "_toc.yml": TOC,
             "index.md": "# Front\n\nNearly {v}`one.share high`.\n",
             "all.md": "# All\n\n```{provenance} one\n```\n\n## Rows\n\n```{rows}\n```\n",
             "data.md": "# Data\n\n(table-events)=\n## Events\n\nDated events.\n",
             "refs.md": "# References\n\n```{bibliography}\n```\n"}
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


PROGRAM = [str(Path(sys.executable).with_name("jupyter-book")), "build", ".", "-W", "-n",
           "--keep-going"]


def build(book: Path, *options: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess:
    """Build it as the command line does, perhaps through another program."""
    return subprocess.run([*before, *PROGRAM, *options], cwd=book, capture_output=True, text=True,
                          check=False, env=os.environ | {"PYTHONPATH": str(book / "src")})


def shown(book: Path, name: str) -> list[str]:
    """Recorded numbers as a built page shows them."""
    return re.findall(r'<span class="number"[^>]*>([^<]*)</span>', page(book, name))


def page(book: Path, name: str) -> str:
    """Text of a built page."""
    return (book / "_build/html" / f"{name}.html").read_text(encoding="utf-8")
