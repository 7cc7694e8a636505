"""Weigh the built pages as a browser loads them, compressed: ``python benchmarks/page_weights.py``.

A page counts with its styles, scripts and figures (of one theme, since the other is not loaded);
a later page only with what the front page has not loaded already.
"""

from __future__ import annotations

import gzip
import re
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag

from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[1]
HTML = ROOT / "_build" / "html"
FRONT = "chapters/index.html"
# Upper limits in KB: the first page with everything, and what each later page adds.
FIRST, LATER = 700, 150


@cache
def compressed(path: Path) -> int:
    """Bytes of a file as a server sends it; pictures and fonts are not compressed again."""
    content = path.read_bytes()
    packed = path.suffix in (".png", ".jpg", ".woff2")
    return len(content) if packed else len(gzip.compress(content, 9))


def loaded(page: Path) -> set[Path]:
    """Files that a browser loads for a page, itself included, all figures reached."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    names = [tag["src"] for tag in soup.select("script[src], img[src]:not(.only-dark)")]
    names += [tag["href"] for tag in soup.select(
        "link[rel~=stylesheet][href], link[rel~=preload][href], link[rel~=icon][href]")]
    files = {(page.parent / unquote(urldefrag(name)[0].split("?")[0])).resolve() for name in names}
    imported = {(style.parent / name).resolve() for style in files if style.suffix == ".css"
                for name in re.findall(r'@import (?:url\()?"([\w./-]+)"', style.read_text("utf-8"))}
    return {page.resolve(), *files, *imported}


def weigh(html: Path = HTML) -> dict[str, dict[str, float]]:
    """KB of each page, first and later, and how many files it loads.

    Parameters
    ----------
    html : Path
        Folder of the built pages.

    Returns
    -------
    dict
        By page: ``requests``, ``page`` (its own markup), ``first``, ``later``.
    """
    front = loaded(html / FRONT)
    found = {}
    for page in sorted((html / "chapters").glob("*.html")):
        files = loaded(page)
        parts = {"page": {page.resolve()}, "first": files, "later": files - front}
        found[page.stem] = {"requests": len(files)} | {
            name: round(sum(map(compressed, part)) / 1024, 1) for name, part in parts.items()}
    return found


def main() -> int:
    """Print the weights; 1 if a page is heavier than it may be."""
    found = weigh()
    print(f"{'page':<16}{'requests':>9}{'markup':>9}{'first':>9}{'later':>9}  KB, gzip")
    for name, kb in found.items():
        print(f"{name:<16}{kb['requests']:>9}{kb['page']:>9}{kb['first']:>9}{kb['later']:>9}")
    drawings = [compressed(p) / 1024 for p in (HTML / "_images").glob("*.svg")]
    print(f"figures         {len(drawings):>9}{'':>9}{max(drawings):>9.1f} at most")
    return int(any(kb["first"] > FIRST for kb in found.values())
               or any(kb["later"] > LATER for kb in found.values()))


if __name__ == "__main__":
    sys.exit(main())
