"""What a page loads: nothing from another host, and nothing that it does not need."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

_OUTSIDE = re.compile(r"^(https?:)?//", re.I)
# Styles and scripts of the theme that a page needs only if an element has such classes.
_NEEDED_FOR = {
    "sphinx-design": lambda classes: any(name.startswith("sd-") for name in classes),
    "design-tabs": lambda classes: "sd-tab-set" in classes,
    "sphinx-thebe": lambda classes: "thebe" in classes,
    "togglebutton": lambda classes: "toggle" in classes or {"admonition", "dropdown"} <= classes,
    "clipboard": lambda classes: "highlight" in classes,
    "copybutton": lambda classes: "highlight" in classes,
}
_SETTINGS = {"togglebutton": re.compile("toggle(Hint|Open|button)")}
_LOADED = ("stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload")


def lighten(soup: BeautifulSoup) -> None:
    """Take out of one page what it should not load; a second call changes nothing.

    Parameters
    ----------
    soup : BeautifulSoup
        Page, changed in place.
    """
    _outside_requests(soup)
    _unneeded(soup)


def _outside_requests(soup: BeautifulSoup) -> None:
    """Take out scripts, styles and hints that would call another host."""
    for script in soup.find_all("script"):
        if _OUTSIDE.match(script.get("src", "")) or "THEBE_JS_URL" in (script.string or ""):
            script.decompose()
    for link in soup.find_all("link", href=_OUTSIDE):
        if set(link.get("rel", [])) & set(_LOADED):
            link.decompose()


def _unneeded(soup: BeautifulSoup) -> None:
    """Take out styles and scripts for what the page does not hold."""
    held = {frozenset(element["class"]) for element in soup.find_all(class_=True)}
    unneeded = [name for name, needs in _NEEDED_FOR.items() if not any(map(needs, held))]
    for part in soup.find_all(["script", "link"]):
        file, text = part.get("src") or part.get("href") or "", part.string or ""
        if any(f"/{name}" in file or (name in _SETTINGS and _SETTINGS[name].search(text))
               for name in unneeded):
            part.decompose()
