"""Variants of figures: for a dark page, and for a narrow one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx

ENDING = "-dark.svg"
NARROW = "-narrow"
# Screens on which a figure is drawn for a phone.
PHONE = "screen and (max-width: 560px)"
_OUTSIDE = re.compile(r"^(https?:)?//", re.I)
_SIZE = re.compile(r'<svg[^>]*?\swidth="([\d.]+)pt"[^>]*?\sheight="([\d.]+)pt"'
                   r'|<svg[^>]*?\sheight="([\d.]+)pt"[^>]*?\swidth="([\d.]+)pt"')


def add_variants(soup: BeautifulSoup, page: Path) -> None:
    """Beside each picture whose file has a dark twin, show that twin on a dark page.

    The one that is not shown has ``display: none``, so it is read aloud once. A picture that has a
    narrow form shows it on a phone. All have their size, so that nothing moves when they load.

    Parameters
    ----------
    soup : BeautifulSoup
        Page, changed in place.
    page : Path
        Where it stands; addresses of pictures are as seen from there.
    """
    for image in soup.find_all("img", src=re.compile(r"\.svg$")):
        if {"only-dark", "only-light"} & set(image.get("class", ())):
            continue
        twin = image["src"].removesuffix(".svg") + ENDING
        if _OUTSIDE.match(twin) or not _file(page, twin).is_file():
            continue
        dark = _copy(soup, image)
        dark["src"] = twin
        dark["class"] = [*dark.get("class", []), "only-dark"]
        image["class"] = [*image.get("class", []), "only-light"]
        image.insert_after(dark)
        for shown in (image, dark):
            _size(shown, _file(page, shown["src"]))
            _add_narrow(soup, shown, page)


def _file(page: Path, address: str) -> Path:
    return page.parent / unquote(address)


def _copy(soup: BeautifulSoup, image: Tag) -> Tag:
    kept = {k: list(v) if isinstance(v, list) else v for k, v in image.attrs.items() if k != "id"}
    return soup.new_tag("img", attrs=kept)


def _add_narrow(soup: BeautifulSoup, image: Tag, page: Path) -> None:
    """Give a picture its narrow form, if there is one."""
    address = narrow(image["src"])
    if _file(page, address).is_file():
        source = soup.new_tag("source", attrs={"media": PHONE, "srcset": address})
        _size(source, _file(page, address))
        image.wrap(soup.new_tag("picture")).insert(0, source)


def _size(tag: Tag, drawing: Path) -> None:
    """Width and height in pixels, as the drawing gives them in points."""
    found = _SIZE.search(drawing.read_text(encoding="utf-8")[:1000])
    if found:
        width, height = (found[1], found[2]) if found[1] else (found[4], found[3])
        tag["width"], tag["height"] = (str(round(float(n) * 4 / 3)) for n in (width, height))


def narrow(name: str) -> str:
    """Name of the narrow form of a drawing.

    Parameters
    ----------
    name : str
        Of the wide form, light or dark.
    """
    stem = name.removesuffix(ENDING)
    return f"{stem}{NARROW}{ENDING}" if stem != name else \
        f"{name.removesuffix('.svg')}{NARROW}.svg"


def copy_files(app: Sphinx) -> None:
    """Put variants of the figures that the book shows into its folder of pictures.

    Parameters
    ----------
    app : Sphinx
    """
    for source, (_, name) in app.env.images.items():
        light = Path(app.srcdir, source)
        if light.suffix != ".svg":
            continue
        for ending in (ENDING, f"{NARROW}.svg", f"{NARROW}{ENDING}"):
            twin = light.with_name(light.stem + ending)
            target = Path(app.outdir, "_images", Path(name).stem + ending)
            if twin.is_file() and target.parent.is_dir():
                if not target.exists() or target.read_bytes() != twin.read_bytes():
                    shutil.copyfile(twin, target)
