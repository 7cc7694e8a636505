"""Reports of the Polish Office for Foreigners, as text and as Word files."""

import zipfile

import docx
import pytest

from analysis.sources import udsc
from report.refresh.store import RefreshError, Store

REPORT = """\
RAPORT NA TEMAT OBYWATELI BIAŁORUSI
(wg stanu na {asof} r.)

Liczba obywateli Białorusi posiadających ważny dokument uprawniający do pobytu
TYP ZEZWOLENIA
Liczba osób
pobyt czasowy
80 768
59,4%
pobyt stały
41 294
ochrona uzupełniająca
9 930
rezydent długoterminowy UE
2 412
status uchodźcy
1 085
ochrona czasowa
212
pozostałe
175
SUMA
{total}
100,0%
Liczba obywateli Białorusi ubiegających się o udzielenie ochrony międzynarodowej
OBYWATELSTWO
2025
2026*
od 24.02.2022
BIAŁORUŚ
2 995
{applicants}
14 600
Liczba decyzji wydanych wobec obywateli Białorusi
Decyzja
2025
2026*
STATUS UCHODŹCY
147
215
OCHRONA UZUPEŁNIAJĄCA
1 587
368
NEGATYWNA
112
31
Liczba obywateli Białorusi ubiegających się o udzielenie zezwolenia na pobyt
ORGAN
2025
2026*
Wojewoda Lubuski
717
377
SUMA
52 550
23 280
Wizy udzielone obywatelom Białorusi w okresie 10.08.2020- 31.05.2026 r.
21
Humanitarne
93
54 005
54 098
23 (PBH) - zawieszone
Inne
19 190
207 677
226 867
"""


def write(folder, name, **values):
    text = REPORT.format(**{"asof": "1 czerwca 2026", "total": "135 876", "applicants": "816"}
                         | values)
    (folder / f"udsc_raport_BY_{name}.txt").write_text(text, encoding="utf-8")
    return text


def values(folder):
    found = udsc.poland_register(Store(folder, given=folder))
    return {(r.series, r.period_start, r.period_end): r.value for r in found.itertuples()}


def test_tables_of_a_report(tmp_path):
    write(tmp_path, "2026-06-01")
    found = values(tmp_path)
    assert found["documents.total", "2026-06-01", "2026-06-01"] == 135_876
    assert found["documents.longterm", "2026-06-01", "2026-06-01"] == 2_412
    assert found["protection.applicants", "2025-01-01", "2025-12-31"] == 2_995
    assert found["protection.applicants", "2026-01-01", "2026-05-31"] == 816
    assert found["permits.applications", "2026-01-01", "2026-05-31"] == 23_280
    assert found["visas.purpose23", "2020-08-10", "2026-05-31"] == 226_867
    assert not any(series == "travel_documents" for series, *_ in found)


def test_later_report_has_the_last_word(tmp_path):
    write(tmp_path, "2026-06-01")
    write(tmp_path, "2026-09-01", asof="1 września 2026", applicants="1 200")
    found = values(tmp_path)
    assert ("protection.applicants", "2026-01-01", "2026-05-31") not in found
    assert found["protection.applicants", "2026-01-01", "2026-08-31"] == 1_200
    assert found["documents.total", "2026-06-01", "2026-06-01"] == 135_876  # a stock at each date


def test_word_file_reads_as_its_text(tmp_path):
    text = write(tmp_path, "x").splitlines()
    document = docx.Document()
    for line in text[:4]:
        document.add_paragraph(line)
    rows = document.add_table(rows=2, cols=3).rows
    rows[0].cells[0].merge(rows[0].cells[2]).text = text[4]  # merged cells are read once
    for cell, line in zip(rows[1].cells, text[5:8]):
        cell.text = line
    for line in text[8:]:
        document.add_paragraph(line)
    document.save(tmp_path / "x.docx")
    assert udsc.lines(tmp_path / "x.docx") == udsc.lines(tmp_path / "udsc_raport_BY_x.txt")


def test_other_files_are_refused(tmp_path):
    (tmp_path / "x.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as file:
        file.writestr("other.txt", "no document")
    for name in ("x.doc", "x.docx"):
        with pytest.raises(RefreshError, match="neither text nor a Word file"):
            udsc.lines(tmp_path / name)


@pytest.mark.parametrize(("old", "new", "words"), [
    ("135 876", "n/a", "where a number should stand"),
    ("posiadających ważny", "z ważnym", "has no table")])
def test_changed_form_is_refused(tmp_path, old, new, words):
    text = write(tmp_path, "2026-06-01").replace(old, new)
    (tmp_path / "udsc_raport_BY_2026-06-01.txt").write_text(text, encoding="utf-8")
    with pytest.raises(RefreshError, match=words):
        values(tmp_path)
