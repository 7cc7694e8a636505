"""Drawings in other formats."""

import pytest
from matplotlib.image import imread
from pypdf import PdfReader
from typst import TypstError

from report.typst import pictures

DRAWING = ('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120">'
           '<rect width="300" height="120" fill="#c2410c"/></svg>')


@pytest.fixture
def drawing(tmp_path):
    path = tmp_path / "line.svg"
    path.write_text(DRAWING, encoding="utf-8")
    return path


def test_svg_becomes_pdf_for_other_builders(drawing, tmp_path):
    target = tmp_path / "line.pdf"
    assert pictures.SvgToPdf.convert(None, str(drawing), str(target))
    page = PdfReader(target).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (225, 90)  # 300 by 120 px


def test_margin_ground_and_dots_of_a_picture(drawing, tmp_path):
    pictures.convert(drawing, tmp_path / "a.png", margin="9pt", background="white", ppi=72)
    pixels = imread(tmp_path / "a.png")
    assert pixels.shape[:2] == (108, 243)  # 90 and 225 pt, 9 pt on each side, a dot a point
    assert pixels[0, 0, :3].tolist() == [1, 1, 1]


def test_file_that_is_no_drawing_is_refused(tmp_path):
    (tmp_path / "a.svg").write_text("nothing")
    with pytest.raises(TypstError):
        pictures.convert(tmp_path / "a.svg", tmp_path / "a.png")
