"""Repairs to one HTML page: what axe asks of the stock theme.

Rules of axe are those of the Web Content Accessibility Guidelines [1]_ that a program can check.

References
----------
.. [1] World Wide Web Consortium (2023). Web Content Accessibility Guidelines (WCAG) 2.2.
   https://www.w3.org/TR/WCAG22/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from report.alt_text import describes


def repair(soup: BeautifulSoup) -> None:
    """Make all repairs to one page; a second call changes nothing.

    Parameters
    ----------
    soup : BeautifulSoup
        Page, changed in place.
    """
    for step in STEPS:
        step(soup)


def _language(soup: BeautifulSoup) -> None:
    """A page that only redirects has neither language nor title."""
    if soup.html is None:
        target = soup.find("meta", attrs={"http-equiv": re.compile("refresh", re.I)})
        url = target["content"].partition("url=")[2] if target else "."
        soup.clear()
        soup.append(BeautifulSoup(
            '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Book</title>'
            f'<meta http-equiv="refresh" content="0; url={url}"></head><body><main>'
            f'<h1><a href="{url}">Book</a></h1></main></body></html>', "html.parser"))


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


def _captions(soup: BeautifulSoup) -> None:
    """The title of a table in one line of its own, which stays in sight when the table scrolls."""
    for caption in soup.select("caption:not(:has(> .caption-line))"):
        line = soup.new_tag("span", attrs={"class": "caption-line"})
        line.extend(list(caption.contents))
        caption.append(line)


def _ids(soup: BeautifulSoup) -> None:
    """Long ids may break after a dot, a hyphen, a slash or a colon, and nowhere else."""
    for text in soup.select("dt code .pre, dd code .pre, td code .pre"):
        parts = re.split(r"(?<=[.\-/:_])(?=\w)", text.get_text())
        if len(parts) > 1 and not text.find("wbr"):
            text.clear()
            for number, part in enumerate(parts):
                text.extend([soup.new_tag("wbr"), part] if number else [part])


def _in_brief(soup: BeautifulSoup) -> None:
    """The main points of a page, which begin with words such as "In short", are set off."""
    opening = re.compile("In short|In three sentences")
    said = soup.article.find(string=opening) if soup.article else None
    if said is None or said.find_parent("p") is None:
        return
    paragraph = said.find_parent("p")
    points = paragraph.find_next_sibling()
    is_led = points is not None and points.name == "ul"
    box = points if is_led else paragraph
    if "in-brief" not in box.get("class", []):
        box["class"] = [*box.get("class", []), "in-brief"]


STEPS = (_language, _names, _landmarks, _lists, _tables, _captions, _ids, _in_brief,
         _images)


def undescribed(soup: BeautifulSoup) -> Iterator[str]:
    """Files of pictures in the text that have no proper alternative text.

    Parameters
    ----------
    soup : BeautifulSoup
        Page.

    Yields
    ------
    str
        Address of the file, as the page has it.
    """
    for image in _pictures(soup):
        decorative = image.get("alt") == "" and image.find_parent("figure") is None
        if not decorative and not describes(image.get("alt")):
            yield image.get("src", "")
