"""Files of exhibits beside the pages: all of them, no others, and drawn once."""

import os
from types import SimpleNamespace

import pytest
from matplotlib.image import imread

from report.html import exhibit_files
from report.sphinx import state

DRAWING = ('<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48">'
           '<rect width="96" height="48" fill="#c2410c"/></svg>')


@pytest.fixture
def app(tmp_path):
    """Application whose book has a figure and a table."""
    made = tmp_path / "_build/exhibits"
    made.mkdir(parents=True)
    for name, text in (("a.svg", DRAWING), ("a.csv", "x\n1\n"), ("b.csv", "x\n2\n")):
        (made / name).write_text(text, encoding="utf-8")
    app = SimpleNamespace(srcdir=tmp_path, outdir=tmp_path / "html")
    app.outdir.mkdir()
    state.build(app).exhibits = {"a": {"drawing": DRAWING}, "b": {"drawing": ""}}
    return app


def names(app):
    return sorted(path.name for path in (app.outdir / "exhibits").iterdir())


def test_figure_has_three_files_and_table_one_and_strays_go(app):
    (app.outdir / "exhibits").mkdir()
    (app.outdir / "exhibits/old.csv").write_text("")
    exhibit_files._write_files(app)
    assert names(app) == ["a.csv", "a.png", "a.svg", "b.csv"]
    assert (app.outdir / "exhibits/b.csv").read_text() == "x\n2\n"


def test_picture_is_drawn_on_white(app):
    exhibit_files._write_files(app)
    pixels = imread(app.outdir / "exhibits/a.png")
    # 96 px are 72 pt; with 6 pt around, 84 pt by 48 pt at 180 dots an inch
    assert pixels.shape[:2] == (120, 210)
    assert pixels[0, 0, :3].tolist() == [1, 1, 1]


def test_picture_is_drawn_again_only_when_the_drawing_changes(app):
    exhibit_files._write_files(app)
    picture = app.outdir / "exhibits/a.png"
    when = picture.stat().st_mtime_ns
    picture.write_bytes(b"kept")
    os.utime(picture, ns=(when, when))
    exhibit_files._write_files(app)
    assert picture.read_bytes() == b"kept"
    drawing = app.srcdir / "_build/exhibits/a.svg"
    os.utime(drawing, ns=(when + 10**9, when + 10**9))
    exhibit_files._write_files(app)
    assert picture.read_bytes().startswith(b"\x89PNG")
