"""Polish Office for Foreigners (UdSC): reports on citizens of Belarus."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import docx
import pandas as pd
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from report.refresh.store import RefreshError, Store

PAGE = "https://www.gov.pl/web/udsc (statistics, reports on citizens of Belarus)"
DOCUMENTS = {"pobyt czasowy": "temporary", "pobyt stały": "permanent",
             "ochrona uzupełniająca": "subsidiary", "rezydent długoterminowy UE": "longterm",
             "status uchodźcy": "refugee", "ochrona czasowa": "temporary_protection",
             "pozostałe": "other", "SUMA": "total"}
# Series: unit, start of the heading of its table, label of its row. A table by years.
BY_YEAR = {
    "protection.applicants": ("persons", "Liczba obywateli Białorusi ubiegających się o udzielenie"
                              " ochrony", "BIAŁORUŚ"),
    "protection.refugee": ("decisions", "Liczba decyzji wydanych wobec", "STATUS UCHODŹCY"),
    "protection.subsidiary": ("decisions", "Liczba decyzji wydanych wobec",
                              "OCHRONA UZUPEŁNIAJĄCA"),
    "protection.negative": ("decisions", "Liczba decyzji wydanych wobec", "NEGATYWNA"),
    "permits.applications": ("persons", "Liczba obywateli Białorusi ubiegających się o udzielenie"
                             " zezwolenia", "SUMA"),
    "permits.positive": ("decisions", "Liczba decyzji w sprawach o udzielenie zezwolenia", "Suma"),
    "travel_documents": ("documents", "Liczba Polskich Dokumentów Podróży", "BIAŁORUŚ")}
VISAS = {"visas.humanitarian": "21", "visas.purpose23": "23 (PBH)"}


def poland_register(store: Store) -> pd.DataFrame:
    """Documents, applications, decisions and visas of citizens of Belarus in Poland.

    Publisher: Urząd do Spraw Cudzoziemców, official statistics, licence not stated. Reports at
    irregular dates, as Word files without a stable address, so they have to be downloaded by
    hand: ``udsc_raport_BY_2026-06-01.docx`` (or its text, ``.txt``). Visas are counted by the
    foreign ministry.

    All reports in the folder are read; where two give the same period the later one is kept.

    Returns
    -------
    DataFrame
        ``series``, ``period_start``, ``period_end`` (text, YYYY-MM-DD), ``value``, ``unit``.
    """
    frames = [report(lines(path)) for path in store.only_given("udsc_raport_BY_*", PAGE)]
    every = pd.concat(frames, ignore_index=True)
    by_year = ~every["series"].str.startswith(("documents.", "visas."))
    start = every["period_start"].where(by_year, every["period_end"])
    return every[~every.assign(start=start).duplicated(["series", "start"], keep="last")]


def lines(path: Path) -> list[str]:
    """Paragraphs and cells of a report, in order, without those that are empty.

    Raises
    ------
    RefreshError
        If it is neither text nor a Word file.
    """
    if path.suffix == ".txt":
        found = path.read_text(encoding="utf-8").splitlines()
    else:
        found = _paragraphs(path)
    return [line.strip() for line in found if line.strip()]


def _paragraphs(path: Path) -> list[str]:
    """Text of all paragraphs of a Word file, those in cells too; merged cells stand once."""
    try:
        document = docx.Document(str(path))
    except (KeyError, ValueError, PackageNotFoundError) as error:
        raise RefreshError(f"{path.name} is neither text nor a Word file") from error
    return [Paragraph(p, document).text.replace("\n", " ")
            for p in document.element.body.iter(qn("w:p"))]


def report(text: list[str]) -> pd.DataFrame:
    """All series of one report; a table that the report does not have is left out."""
    asof = _date(re.search(r"\d{1,2} \w+ \d{4}", " ".join(text[:3]))[0])
    rows = [*_documents(text, asof), *_visas(text)]
    for series, (unit, heading, label) in BY_YEAR.items():
        for year, value in _by_year(text, heading, label).items():
            end = min(date(year, 12, 31), asof - timedelta(days=1))
            rows.append((series, f"{year}-01-01", str(end), value, unit))
    return pd.DataFrame(rows, columns=["series", "period_start", "period_end", "value", "unit"])


def _documents(text: list[str], asof: date):
    place = _heading(text, "Liczba obywateli Białorusi posiadających ważny dokument")
    for label, name in DOCUMENTS.items():
        value = _number(text[text.index(label, place) + 1])
        yield f"documents.{name}", str(asof), str(asof), value, "persons"


def _visas(text: list[str]):
    place = _heading(text, "Wizy udzielone obywatelom Białorusi w okresie")
    first, last = (_dotted(d) for d in re.findall(r"\d{1,2}\.\d{2}\.\d{4}", text[place])[:2])
    for series, code in VISAS.items():
        row = next(i for i in range(place, len(text)) if text[i].startswith(code))
        # Code, purpose, short stay, long stay, both together.
        yield series, str(first), str(last), _number(text[row + 4]), "visas"


def _by_year(text: list[str], heading: str, label: str) -> dict[int, int]:
    """Row of a table by years: years stand in a run of cells, values after the row's label."""
    if not any(line.startswith(heading) for line in text):
        return {}
    place = _heading(text, heading) + 1
    end = next((i for i in range(place, len(text)) if len(text[i]) > 90), len(text))
    table = text[place:end]
    start = next((i for i, cell in enumerate(table) if _is_year(cell)), None)
    if start is None or label not in table[start:]:
        return {}
    years = []
    for cell in table[start:]:
        if not _is_year(cell) or int(cell[:4]) in years:
            break
        years.append(int(cell[:4]))
    row = table.index(label, start) + 1
    return dict(zip(years, map(_number, table[row:row + len(years)])))


def _heading(text: list[str], start: str) -> int:
    found = [i for i, line in enumerate(text) if line.startswith(start)]
    if not found:
        raise RefreshError(f"a report of UdSC has no table {start!r}")
    return found[0]


def _is_year(cell: str) -> bool:
    return re.fullmatch(r"20\d\d\*?", cell) is not None


def _number(cell: str) -> int:
    digits = re.sub(r"\s", "", cell)
    if not digits.isdigit():
        raise RefreshError(f"a report of UdSC has {cell!r} where a number should stand")
    return int(digits)


_MONTHS = {name: i for i, name in enumerate(
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia".split(), start=1)}


def _date(words: str) -> date:
    day, month, year = words.split()
    return date(int(year), _MONTHS[month], int(day))


def _dotted(words: str) -> date:
    day, month, year = map(int, words.split("."))
    return date(year, month, day)
