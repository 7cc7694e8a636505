"""A small book with one of everything, to build and look into."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from jupyter_book.sphinx import build_sphinx

CONFIG = """\
title: A Small Report
author: Small Report Project
logo: ""
only_build_toc_files: true
execute: {execute_notebooks: "off"}
parse:
  myst_enable_extensions: [amsmath, attrs_inline, colon_fence, deflist, dollarmath]
bibtex_bibfiles: [references.bib]
launch_buttons: {thebe: false}
sphinx:
  recursive_update: true
  extra_extensions: [sphinx_design, report.bibliography.citations, report.html.mathml,
                     report.html.pages, report.typst.builder, report.typst.pictures,
                     report.typst.beside_html]
  config:
    language: en
    nitpicky: true
    numfig: true
    numfig_secnum_depth: 1
    numfig_format: {figure: "Figure %s", table: "Table %s", section: "Section %s"}
    html_math_renderer: mathml
    bibtex_reference_style: author_year
    bibtex_default_style: authoryear
    nb_render_markdown_format: myst
    nb_mime_priority_overrides: [["*", "text/markdown", 1]]
    typst_pdf_name: small-report
"""

TOC = """\
format: jb-book
root: index
parts:
  - caption: Report
    numbered: true
    chapters: [{file: first}, {file: second}]
  - caption: Appendices
    chapters: [{file: references}]
"""

CITATION = """\
cff-version: 1.2.0
message: Please cite.
title: "A Small Report: People and Markets"
version: 0.1.0
date-released: 2026-03-03
license: [MIT, CC-BY-4.0]
authors: [{name: Small Report Project}]
keywords: [people, markets]
"""

INDEX = """\
# A Small Report

:::{container} abstract
Staff fell by 12.5% and exports by $1.4 billion.
:::

What was found stands in {ref}`first-chapter`.
"""

FIRST = r"""
---
file_format: mystnb
kernelspec: {name: python3}
language_info: {name: python, pygments_lexer: ipython3}
---

(first-chapter)=
# People who left

1. January is not a list. It is 1\.5 times (as long) as [this](https://example.org/a_b).
See {numref}`fig-line`, {numref}`tab-long`, {numref}`tab-plain`, {numref}`sec-method`,
equation {eq}`gap` and {cite:t}`agency-2024-b`; others {cite:p}`agency-2024-a,smith-2020,undated`.
Парк высоких технологий [Парк]{.language-ru} grew.[^once] Again.[^once]

[^once]: A note with *emphasis* and $x^2$.

```{code-cell} python
print("hidden from print")
```

(sec-method)=
## Method

The gap is $\exp(y_{it}) - 1$.

$$
\begin{aligned} g_t &= \log y_t \\ &= \alpha + \sum_{s=1}^{T} \beta_s \end{aligned}
$$ (gap)

::::{figure} /_build/exhibits/line.*
:name: fig-line
:alt: A line that rises from 1 in 2019 to 3 in 2021 and stays there.
:figclass: exhibit
:width: 100%

Pushes a quarter

:::{container} exhibit-note
Read from left to right. Sources: {cite:p}`agency-2024-a`.
:::

:::{container} exhibit-links html-only
{download}`Data <data.csv>`
:::
::::

::::{container} exhibit
:::{table} Few numbers {cite:p}`smith-2020`
:name: tab-plain

| Year | Staff |
| :--- | ---: |
| 2021 | 1,000 |
| 2022 | −12.5 |
:::

:::{container} exhibit-note
Note below the table.
:::
::::

> Quoted words.
>
> -- Somebody

```{eval-rst}
| First line
| second line
```

Term
: What it means.

:::{note}
Take care of [](#sec-method).
:::

:::{dropdown} More on this
Folded on the web.
:::

:::{container} html-only
Only on the web.
:::

:::{container} pdf-only
Only on paper.
:::
"""

SECOND = """\
# Markets

:::{table} Many rows
:name: tab-long

| Row | Country | Value |
| ---: | :--- | ---: |
ROWS
:::

- one
- two

3. third
4. fourth

```{list-table} With a column of heads
:header-rows: 1
:stub-columns: 1
:name: tab-stub

* - Kind
  - Share
* - West
  - 90.0
* - Asia
  - 3.0
```
"""

REFERENCES = """\
# References

```{bibliography}
```
"""

BIBLIOGRAPHY = r"""
@misc{agency-2024-a, author={{World Agency}}, title={Annual report}, year={2024},
  url={https://example.org/a\_b?x=1&y=2}, urldate={2025-02-01}}
@misc{agency-2024-b, author={{World Agency}}, title={Biannual report}, year={2024}}
@article{smith-2020, author={Smith, Jane and M{\"u}ller, Karl}, title={On {IT} in Minsk \& Brest},
  journal={Journal of Parks}, volume={3}, number={2}, pages={10--20}, year={2020},
  doi={10.1000/xyz}}
@misc{undated, title={Old page}, organization={Парк}}
"""

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120" viewBox="0 0 300 120">
<path d="M10 100 L150 20 L290 20" fill="none" stroke="COLOUR" stroke-width="3"/></svg>
"""


def lay_out(folder: Path) -> Path:
    """Write the sources of the book into a folder."""
    rows = "\n".join(f"| {n} | Country {n} | {n / 10:.1f} |" for n in range(1, 81))
    pages = {"index.md": INDEX, "first.md": FIRST.lstrip(), "second.md": SECOND.replace(
        "ROWS", rows), "references.md": REFERENCES, "_toc.yml": TOC, "_config.yml": CONFIG,
        "CITATION.cff": CITATION, "references.bib": BIBLIOGRAPHY, "data.csv": "a,b\n1,2\n",
        "_build/exhibits/line.svg": DRAWING.replace("COLOUR", "#1d6fa5"),
        "_build/exhibits/line-dark.svg": DRAWING.replace("COLOUR", "#6cc0f0")}
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def build(folder: Path, builder: str = "html") -> tuple[object, str]:
    """Build the book as the command line does.

    Returns
    -------
    result : int or Exception
        0 for a build without an error.
    printed : str
        What it said, warnings and all.
    """
    printed = io.StringIO()
    with redirect_stdout(printed), redirect_stderr(printed):
        result = build_sphinx(
            str(folder), str(folder / "_build" / builder), noconfig=True, builder=builder,
            path_config=str(folder / "_config.yml"), warningiserror=True, keep_going=True,
            confoverrides={"external_toc_path": str(folder / "_toc.yml"),
                           "latex_individualpages": False})
    return result, printed.getvalue()
