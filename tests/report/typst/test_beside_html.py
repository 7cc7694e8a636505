"""The PDF is made beside the web pages, and only when it has to be."""

import hashlib

import minibook


def test_pages_offer_the_same_file(book):
    made = (book / "_build/pdf/small-report.pdf").read_bytes()
    assert (book / "_build/html/small-report.pdf").read_bytes() == made


def test_one_long_page_has_other_numbers_and_no_pdf(tmp_path):
    folder = minibook.lay_out(tmp_path / "single")
    result, printed = minibook.build(folder, "singlehtml")
    assert result == 0, printed
    assert list(folder.rglob("*.pdf")) == []


def test_builder_of_its_own_makes_the_same_file(book):
    beside = (book / "_build/pdf/small-report.pdf").read_bytes()
    result, printed = minibook.build(book, "typst")
    assert result == 0, printed
    assert (book / "_build/typst/small-report.pdf").read_bytes() == beside


def test_nothing_is_done_twice_and_a_changed_picture_is_seen(book):
    target = book / "_build/pdf/small-report.pdf"
    before, when = hashlib.sha256(target.read_bytes()).digest(), target.stat().st_mtime_ns
    minibook.build(book)
    assert target.stat().st_mtime_ns == when
    picture = book / "_build/exhibits/line.svg"
    kept = picture.read_text(encoding="utf-8")
    picture.write_text(kept.replace("20 L290", "60 L290"), encoding="utf-8")
    minibook.build(book)
    assert hashlib.sha256(target.read_bytes()).digest() != before
    picture.write_text(kept, encoding="utf-8")
    minibook.build(book)
    assert hashlib.sha256(target.read_bytes()).digest() == before
