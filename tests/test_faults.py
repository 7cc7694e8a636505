"""What goes wrong gives one clear error, leaves the last build whole, and does not stay."""

import os
import re
import resource
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager

import pytest
import smallbook
from smallbook import CHAPTER, PROGRAM, build

# The chapter reads a table whose rows have a source and one whose rows have an economy.
LOADS = CHAPTER.replace("from report.chapter", """from report import tables
tables.load("events")
tables.load("protection")
from report.chapter""", 1)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = smallbook.lay_out(tmp_path_factory.mktemp("faults"))
    (folder / "one.md").write_text(LOADS, encoding="utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def state(book):
    """All that a reader or a later build takes from the last build."""
    built = book / "_build"
    files = [built / "ledger.json", *built.glob("exhibits/*"), *built.glob("html/*.html")]
    return {file: file.read_bytes() for file in files}


def half_written(book):
    return list((book / "_build").rglob("*.new"))


def fails(book, *words, **options):
    """A build that fails with these words, said once, and that leaves the last one whole."""
    before = state(book)
    done = build(book, **options)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    for word in words:
        assert word in said
    assert state(book) == before
    assert half_written(book) == []
    return said


@contextmanager
def changed(path, content):
    """Other content of a file for a while."""
    good = path.read_bytes()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    try:
        yield
    finally:
        path.write_bytes(good)


@pytest.mark.parametrize(("name", "old", "new", "words"), [
    ("events", ",day,", ",sometime,", ("events.csv, line 2", "'sometime' is not one of")),
    ("events", "2005-09-22,day", "2005-22-09,day", ("line 2, column 'date'", "is not a date")),
    ("events", "2017-03-vsevolod-yanchevsky-becomes-head", "2005-09-22-decree-no-12-founds",
     ("line 3", "'2005-09-22-decree-no-12-founds' stands more than once")),
    ("events", "event,date", "event,day", ("line 1", "column 'date' is missing")),
    ("events", "kompyuternyevesti2025", "nobody2025", ("'nobody2025' is not in references.bib",)),
    ("protection", "AM,2023", "XX,2023", ("protection.csv, line 2", "'XX' is not in economies"))])
def test_broken_table(book, name, old, new, words):
    path = book / "data" / f"{name}.csv"
    good = path.read_text(encoding="utf-8")
    assert old in good
    with changed(path, good.replace(old, new, 1)):
        said = fails(book, "TableError", *words)
    assert said.count("TableError:") == 2  # the error itself, and once more as Sphinx's last word


@pytest.mark.parametrize(("content", "words"), [
    (b"", "events.csv is empty"), (b"event,date\xe9", "events.csv, line 1: not UTF-8")])
def test_empty_table_and_wrong_encoding(book, content, words):
    with changed(book / "data" / "events.csv", content):
        fails(book, words)


@pytest.mark.parametrize(("code", "words"), [
    ("import os; os._exit(1)", "one: its kernel died; nothing of it was kept"),
    ("plt.rcParams; import matplotlib.font_manager as m; m.get_font_names = lambda: []; "
     "Chapter('one')", "the font DejaVu Sans is missing")])
def test_kernel_that_dies_and_font_that_is_missing(book, code, words):
    with changed(book / "one.md", LOADS.replace("def draw(form):",
                                                f"{code}\ndef draw(form):")):
        fails(book, words)


def test_font_that_the_compiler_of_the_pdf_lacks_is_a_warning_and_so_an_error():
    import typst
    compiler = typst.Compiler(b'#set text(font: "No Such Font")\nText', ignore_system_fonts=True)
    _, warnings = compiler.compile_with_warnings()
    assert any("unknown font family" in str(w.diagnostic) for w in warnings)


def test_full_disk(book):
    """A limit on the size of files stands in for a disk without space."""
    with changed(book / "one.md", LOADS.replace("[1, 3]", "[1, 5]")):
        before = (book / "_build/ledger.json").read_bytes()
        done = subprocess.run(
            PROGRAM, cwd=book, capture_output=True, text=True, check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
        assert done.returncode != 0
        assert re.search("File too large|disk I/O error|database or disk is full",
                         done.stdout + done.stderr), done.stderr[-2000:]
        assert (book / "_build/ledger.json").read_bytes() == before
        assert half_written(book) == []
    assert build(book).returncode == 0


@pytest.mark.parametrize("seconds", [1.5, 4.0])
def test_interrupted_build_is_made_good_by_the_next_one(book, seconds):
    with changed(book / "one.md", LOADS.replace("reading(30", "reading(70")):
        started = subprocess.Popen(PROGRAM, cwd=book, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(seconds)
        os.killpg(started.pid, signal.SIGKILL)
        started.wait()
        done = build(book)
        assert done.returncode == 0, done.stdout + done.stderr
        assert smallbook.shown(book, "index") == ["70%"]
    assert build(book).returncode == 0
    assert smallbook.shown(book, "index") == ["30%"]


def test_book_builds_without_a_network(book):
    alone = ("unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh")
    if shutil.which("unshare") is None or subprocess.run(
            [*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no namespace without a network can be made here")
    with changed(book / "one.md", LOADS.replace("axes.plot([1, 3])", "axes.plot([1, 4])")):
        done = build(book, before=alone)
    assert done.returncode == 0, done.stdout + done.stderr
