"""The page and the folder ``cite`` say how to cite the report."""

from types import SimpleNamespace

from pybtex.database import parse_file

from report.bibliography import cff, reference
from report.sphinx import citation


def test_files_for_reference_managers_stand_beside_the_pages(tmp_path):
    app = SimpleNamespace(outdir=tmp_path, config=SimpleNamespace(typst_pdf_name="small"))
    citation._write_files(app)
    assert {path.name for path in (tmp_path / "cite").iterdir()} == {"small.bib", "small.ris"}
    entries = parse_file(str(tmp_path / "cite/small.bib")).entries
    assert list(entries) == [reference.key(cff.read())]
    ris = (tmp_path / "cite/small.ris").read_text(encoding="utf-8")
    assert f"TI  - {cff.read().title}\n" in ris


def test_links_lead_to_files_that_are_written(tmp_path):
    directive = object.__new__(citation.Citation)
    env = SimpleNamespace(docname="chapters/index", config=SimpleNamespace(
        typst_pdf_name="small", typst_brief=["tab-a"]))
    directive.state = SimpleNamespace(document=SimpleNamespace(
        settings=SimpleNamespace(env=env)))
    links = directive._files()
    for path in ("../small-brief.pdf", "../small.pdf", "../small-letter.pdf", "../cite/small.bib",
                 "../cite/small.ris"):
        assert f'href="{path}" download' in links
