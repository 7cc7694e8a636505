"""Dark variants of figures: beside each picture its twin for the dark page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag
from sphinx.application import Sphinx

ENDING = "-dark.svg"
_OUTSIDE = re.compile(r"^(https?:)?//", re.I)


def add_variants(soup: BeautifulSoup, page: Path) -> None:
    """Beside each picture whose file has a dark twin, show that twin on a dark page.

    The one that is not shown has ``display: none``, so it is read aloud once.

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


def copy_files(app: Sphinx) -> None:
    """Put dark twins of the figures that the book shows into its folder of pictures.

    Parameters
    ----------
    app : Sphinx
    """
    for source, (_, name) in app.env.images.items():
        light = Path(app.srcdir, source)
        twin = light.with_name(light.stem + ENDING)
        target = Path(app.outdir, "_images", Path(name).stem + ENDING)
        if light.suffix == ".svg" and twin.is_file() and target.parent.is_dir():
            if not target.exists() or target.read_bytes() != twin.read_bytes():
                shutil.copyfile(twin, target)
