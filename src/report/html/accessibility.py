"""Repairs to finished HTML pages: what axe asks of the stock theme, no host but our own.

Each page is repaired once after it was written; a page that Sphinx did not write again is left
alone. Dark variants of figures are put beside the light ones.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag
from pydata_sphinx_theme.short_link import ShortenLinkTransform
from sphinx.application import Sphinx
from sphinx.util import logging

from report.html import icons

logger = logging.getLogger(__name__)

VERSION = "2"
MARK = f'data-repaired="{VERSION}"'
DARK = "-dark.svg"
_FILE = re.compile(r"^\S*\.(svg|png|jpe?g|gif|webp|pdf|\*)$|(^|/)_(images|build)/", re.I)
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


def describes(alt: str | None) -> bool:
    """Whether an alternative text says something, and is not the name of a file."""
    text = (alt or "").strip()
    return bool(text) and not _FILE.search(text) and not text.startswith("<Figure size")


def repair(soup: BeautifulSoup) -> None:
    """Make all repairs to one page; a second call changes nothing."""
    for step in STEPS:
        step(soup)


def _language(soup: BeautifulSoup) -> None:
    """A page that only redirects has neither language nor title."""
    if soup.html is None:
        target = soup.find("meta", attrs={"http-equiv": re.compile("refresh", re.I)})
        url = target["content"].partition("url=")[2] if target else "."
        soup.clear()
        soup.append(BeautifulSoup(
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report</title>'
            f'<meta http-equiv="refresh" content="0; url={url}"></head><body><main>'
            f'<h1><a href="{url}">Report</a></h1></main></body></html>', "html.parser"))


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


def _names(soup: BeautifulSoup) -> None:
    """Names of controls: what is read aloud must hold what is seen."""
    for control in soup.find_all(["button", "summary"], attrs={"aria-label": True}):
        if control.name == "summary" or "search-button-field" in control.get("class", ()):
            del control["aria-label"]
    for control in soup.find_all(["button", "a"], attrs={"aria-label": True}):
        inner = True if control.name == "button" else ["i", "svg"]
        for icon in control.find_all(inner, recursive=False):
            icon["aria-hidden"] = "true"
            del icon["title"]
    for link in soup.find_all("a", class_="headerlink"):
        link["aria-label"] = link.get("title", "Link to this place")


def _landmarks(soup: BeautifulSoup) -> None:
    """Side bars as named landmarks; roles that may not stand there are dropped."""
    bars = soup.find_all(lambda tag: "bd-sidebar-primary" in tag.get("class", ())
                         or tag.get("id") == "pst-primary-sidebar")
    for number, bar in enumerate(bars):
        if bar.name != "dialog":
            bar["role"] = "complementary"
            bar["aria-label"] = "Book" if number == 0 else f"Book {number + 1}"
    for region in soup.find_all(role=["doc-biblioentry", "doc-subtitle"]):
        del region["role"]


def _lists(soup: BeautifulSoup) -> None:
    """The list of references and its entries in roles that fit each other."""
    for entries in soup.find_all(class_="citation-list", role="list"):
        for entry in entries.find_all("div", class_="citation", recursive=False):
            entry["role"] = "listitem"


def _tables(soup: BeautifulSoup) -> None:
    """Scope of head cells; an empty head is a plain cell; wide tables scroll by keyboard."""
    for head in soup.find_all("th"):
        part = head.find_parent(["thead", "tbody"])
        if part is not None:
            head["scope"] = "col" if part.name == "thead" else "row"
        if head.get("scope") == "col" and not head.get_text(strip=True):
            head.name = "td"
            del head["scope"]


def _images(soup: BeautifulSoup) -> None:
    """Figures load when they are reached; their title comes first, as it is seen."""
    for caption in soup.find_all("figcaption"):
        if "exhibit" in caption.parent.parent.get("class", ()):
            caption.parent.insert(0, caption.extract())
    for image in _pictures(soup):
        image["loading"] = "lazy"
        image["decoding"] = "async"


def _pictures(soup: BeautifulSoup) -> list[Tag]:
    """Pictures in the text."""
    return [image for image in soup.find_all("img") if image.find_parent("article")]


STEPS = (_language, _outside_requests, _unneeded, _names, _landmarks, _lists, _tables, _images)


def undescribed(soup: BeautifulSoup) -> Iterator[str]:
    """Files of pictures in the text that have no proper alternative text."""
    for image in _pictures(soup):
        decorative = image.get("alt") == "" and image.find_parent("figure") is None
        if not decorative and not describes(image.get("alt")):
            yield image.get("src", "")


def add_dark_variants(soup: BeautifulSoup, page: Path) -> None:
    """Beside each picture whose file has a dark twin, show that twin on a dark page.

    The one that is not shown has ``display: none``, so it is read aloud once.
    """
    for image in soup.find_all("img", src=re.compile(r"\.svg$")):
        if {"only-dark", "only-light"} & set(image.get("class", ())):
            continue
        twin = image["src"].removesuffix(".svg") + DARK
        if _OUTSIDE.match(twin) or not (page.parent / unquote(twin)).is_file():
            continue
        dark = _copy(soup, image)
        dark["src"] = twin
        dark["class"] = [*dark.get("class", []), "only-dark"]
        image["class"] = [*image.get("class", []), "only-light"]
        image.insert_after(dark)


def _copy(soup: BeautifulSoup, image: Tag) -> Tag:
    kept = {k: list(v) if isinstance(v, list) else v for k, v in image.attrs.items() if k != "id"}
    return soup.new_tag("img", attrs=kept)


def copy_dark_files(app: Sphinx) -> None:
    """Put dark twins of the figures that the book shows into its folder of pictures."""
    for source, (_, name) in app.env.images.items():
        light = Path(app.srcdir, source)
        twin = light.with_name(light.stem + DARK)
        target = Path(app.outdir, "_images", Path(name).stem + DARK)
        if light.suffix == ".svg" and twin.is_file() and target.parent.is_dir():
            if not target.exists() or target.read_bytes() != twin.read_bytes():
                shutil.copyfile(twin, target)


def repair_pages(app: Sphinx, exception: Exception | None) -> None:
    """Repair every page of the finished book that was written since the last time."""
    if exception or app.builder.format != "html":
        return
    copy_dark_files(app)
    for unused in ("_static/scripts/fontawesome.js", "_static/vendor/fontawesome"):
        path = Path(app.outdir, unused)
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    for page in sorted(Path(app.outdir).rglob("*.html")):
        if not page.relative_to(app.outdir).parts[0].startswith("_"):
            repair_page(page)


def repair_page(page: Path) -> None:
    """Repair one page in place, unless that has been done."""
    text = page.read_text(encoding="utf-8")
    if MARK in text[:2000]:
        return
    soup = BeautifulSoup(text, "html.parser")
    repair(soup)
    for icon in icons.draw(soup):
        logger.warning("%s: no icon is called %r", page.name, icon)
    add_dark_variants(soup, page)
    for picture in undescribed(soup):
        logger.warning("%s: no alternative text for %s", page.name, picture)
    soup.html["data-repaired"] = VERSION
    page.write_text(soup.decode(formatter="html5"), encoding="utf-8")


def setup(app: Sphinx) -> dict:
    """Register with Sphinx, after everything else that writes pages."""
    ShortenLinkTransform.supported_platform.clear()  # addresses stand in full, as in the PDF
    app.connect("build-finished", repair_pages, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True, "version": VERSION}
