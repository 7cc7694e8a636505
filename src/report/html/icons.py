"""Icons as drawings in the page, in place of the script of all icons that the theme loads.

That script is two thirds of a stock page. The few icons that a page shows are cut out of it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pydata_sphinx_theme
from bs4 import BeautifulSoup, Comment, Tag

_SCRIPTS = Path(pydata_sphinx_theme.__file__).parent / "theme/pydata_sphinx_theme/static/scripts"
CREDIT = " Icons: Font Awesome Free, CC BY 4.0, https://fontawesome.com/license/free "
# What is about the look of an icon, and not its name.
_STYLES = re.compile(r"^fa-(solid|regular|brands|lg|xs|sm|xl|2xl|fw|[0-9]x|spin|inverse)$")


@cache
def _script() -> str:
    return (_SCRIPTS / "fontawesome.js").read_text(encoding="utf-8")


@cache
def outline(name: str, regular: bool = False) -> tuple[int, int, str]:
    """Width, height and path of an icon.

    Parameters
    ----------
    name : str
        As Font Awesome has it, without ``fa-``; older names are known as well.
    regular : bool
        Whether the outlined icon is wanted, where there is a filled one too.

    Returns
    -------
    width, height : int
        In the units of the path.
    path : str
        As SVG.

    Raises
    ------
    KeyError
        If there is no icon of this name.
    """
    own = rf'[,{{]"?{re.escape(name)}"?:\[(\d+),(\d+),\[[^\]]*\],"[^"]*","([^"]+)"'
    alias = rf':\[(\d+),(\d+),\[[^\]]*"{re.escape(name)}"[^\]]*\],"[^"]*","([^"]+)"'
    found = re.findall(own, _script()) or re.findall(alias, _script())
    if not found:
        raise KeyError(name)
    width, height, path = found[0 if regular else -1]  # outlined icons stand before filled ones
    return int(width), int(height), path


def draw(soup: BeautifulSoup) -> list[str]:
    """Put drawings in the place of icons.

    Parameters
    ----------
    soup : BeautifulSoup
        Page, changed in place.

    Returns
    -------
    list of str
        Names of icons that are not known, which stay as they are.
    """
    unknown, drawn = [], False
    for mark in soup.find_all(["i", "span"], class_=re.compile("^fa-")):
        name = next((c.removeprefix("fa-") for c in mark["class"]
                     if c.startswith("fa-") and not _STYLES.match(c)), "")
        try:
            shape = outline(name, "fa-regular" in mark["class"])
        except KeyError:
            unknown.append(name)
            continue
        mark.replace_with(_drawing(soup, mark, *shape))
        drawn = True
    for script in soup.find_all("script", src=re.compile(r"fontawesome\.js")):
        script.decompose()
    if drawn and soup.head is not None:
        soup.head.append(Comment(CREDIT))
    return unknown


def _drawing(soup: BeautifulSoup, mark: Tag, width: int, height: int, path: str) -> Tag:
    kept = {k: v for k, v in mark.attrs.items() if k not in ("class", "title")}
    drawing = soup.new_tag("svg", attrs=kept | {
        "class": ["svg-inline--fa", *mark["class"]], "aria-hidden": "true", "focusable": "false",
        "viewBox": f"0 0 {width} {height}"})
    drawing.append(soup.new_tag("path", attrs={"d": path, "fill": "currentColor"}))
    return drawing
