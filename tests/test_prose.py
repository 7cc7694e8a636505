"""No result is typed by hand: digits in prose, captions and notes need an id behind them."""

import ast
import json
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "chapters").glob("*.md"))

# What may stand in prose without an id, and why:
ALLOWED = [
    # a date is not a result
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?: (?:19|20)\d\d)?\b",
    # nor is a year or a quarter of one
    r"\b(?:19|20)\d\d(?: Q[1-4])?\b",
    # names: the European Union of 27 members, the level of an interval
    r"\bEU27\b", r"\b9[05]%",
    # words of a source, with the citation in the same sentence
    r"[“\"][^”\"]*[”\"](?=[^.]*\{cite)",
]


def text_of(page: str) -> str:
    """Prose of a page without front matter, code, roles, formulas, links and targets."""
    text = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.S)
    text = re.sub(r"^(`{3,})\{code-cell\}.*?^\1$", "", text, flags=re.S | re.M)
    text = re.sub(r"\$\$.*?\$\$|\$[^$\n]+\$", "", text, flags=re.S)
    for allowed in ALLOWED:
        text = re.sub(allowed, "", text)
    text = re.sub(r"\{[\w:-]+\}`[^`]*`|`[^`]*`", "", text)
    text = re.sub(r"^\d+\. ", "", text, flags=re.M)  # marks of a numbered list
    text = re.sub(r"\]\([^)]*\)|^\([\w-]+\)=$|^:{3,}.*$|<[^>]+>", "", text, flags=re.M)
    return text


def literals(page: str):
    """Text that code cells hand to exhibits: titles, notes, definitions and labels."""
    for code in re.findall(r"^```\{code-cell\}[^\n]*\n(.*?)^```$", page, flags=re.S | re.M):
        code = re.sub(r"\A(:[^\n]*\n)+", "", code)
        for call in ast.walk(ast.parse(code)):
            if isinstance(call, ast.Call):
                for word in call.keywords:
                    if word.arg in ("title", "reading", "alt"):
                        yield from (part.value for part in ast.walk(word.value)
                                    if isinstance(part, ast.Constant)
                                    and isinstance(part.value, str)
                                    and not re.fullmatch(r",?\.\df", part.value))


def digits_without_id(page: str) -> list[str]:
    prose = [text_of(page), *map(text_of, literals(page))]
    return [m.group() for part in prose for m in re.finditer(r"[^\n]{0,30}\d[^\n]{0,20}", part)]


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_no_typed_results(path):
    assert digits_without_id(path.read_text(encoding="utf-8")) == []


def test_no_typed_results_in_abstract_and_descriptions():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    described = json.loads((ROOT / "data/datapackage.json").read_text(encoding="utf-8"))
    texts = [citation["title"], citation.get("abstract", ""), described["description"]]
    texts += [r[key] for r in described["resources"] for key in ("title", "description")]
    assert [found for text in texts for found in digits_without_id(text)] == []


@pytest.mark.parametrize("typed", [
    "Exports fell by 44%.", "About 17,000 people left.", "# Down by 30%",
    "```{code-cell} python\nc.figure('a', f, d, title='Fall of 12', reading=f'{x} of 7')\n```"])
def test_typed_digit_is_found(typed):
    assert digits_without_id(typed)


@pytest.mark.parametrize("fine", [
    "Since 9 August 2020 and 2022 Q1.", "It is {v}`park.exports.fall` ({numref}`fig-x-1`).",
    "Officials say “nearly 30%” {cite:p}`afp2025`.", "With $x_1 = 2$ and `code 3`.",
    "```{code-cell} python\nx = 12\n```"])
def test_dates_roles_and_cited_words_pass(fine):
    assert digits_without_id(fine) == []
