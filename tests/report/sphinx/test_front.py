"""Letters before the numbers of appendices and of the front page."""

from types import SimpleNamespace

from report.sphinx import front


def test_front_page_gets_its_letter_once():
    env = SimpleNamespace(config=SimpleNamespace(root_doc="index", front_letter="S"),
                          toc_fignumbers={"index": {"figure": {"one": (1,)}}})
    front.letter(env)
    front.letter(env)
    assert env.toc_fignumbers == {"index": {"figure": {"one": ("S", 1)}}}


def test_letters_are_counted_on_from_the_chapters():
    env = SimpleNamespace(toc_secnumbers={
        "a": {"": (1,), "#x": (1, 1)}, "b": {"": (2,)}, "c": {"": ("A",), "#y": ("A", 3)}})
    front.count(env)
    assert env.toc_secnumbers["c"] == {"": (3,), "#y": (3, 3)}


def test_title_where_no_pdf_is_made():
    assert front.title(SimpleNamespace()) == "Summary"
