"""The compiler writes a PDF once, and says what it cannot set."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from sphinx.errors import ExtensionError

from report.typst.compiler import Compiler

# What the standards ask of every document.
HEAD = '#set document(title: "T", date: auto)\n#set text(lang: "en")\n= Head\n'


@pytest.fixture
def compiler(tmp_path):
    return Compiler(root=tmp_path, timestamp=1772496000)


def test_pdf_is_tagged_and_of_the_time_given(compiler):
    pdf = PdfReader(io.BytesIO(compiler.compile(HEAD)))
    assert pdf.root_object["/MarkInfo"]["/Marked"].value is True
    assert compiler.compile(HEAD) == compiler.compile(HEAD)


@pytest.mark.parametrize(("source", "words"), [
    (HEAD + "\u4e2d", "could not be displayed"), ("#let", "expected"), ("text", "missing")])
def test_what_cannot_be_set_is_said_and_the_source_is_left(compiler, tmp_path, source, words):
    with pytest.raises(ExtensionError, match=f"(?s)the PDF cannot be made.*{words}"):
        compiler.write(source, tmp_path / "a.pdf")
    assert (tmp_path / "a.typ").read_text(encoding="utf-8") == source
    assert not (tmp_path / "a.pdf").exists()


def test_pdf_is_made_again_when_source_file_or_itself_changes(compiler, tmp_path, monkeypatch):
    target, picture, made = tmp_path / "pdf/a.pdf", tmp_path / "a.svg", []
    picture.write_text("<svg/>")
    monkeypatch.setattr(Compiler, "compile", lambda self, source: made.append(source) or b"%PDF")

    def times(source=HEAD):
        made.clear()
        compiler.write(source, target, [picture])
        return len(made)

    assert [times(), times()] == [1, 0]
    assert [times("= Other"), times("= Other")] == [1, 0]
    picture.write_text("<svg></svg>")
    assert times("= Other") == 1
    Path(target).write_bytes(b"cut")
    assert times("= Other") == 1
