"""Figures, and exhibits with their notes, as Typst markup."""

import pytest
from docutils import nodes
from typstmarkup import markup, translator

from report.typst import figures

ALT = "A line that rises."


@pytest.fixture
def folder(tmp_path):
    for name in ("line.svg", "line-dark.svg"):
        (tmp_path / name).write_text("<svg/>")
    return tmp_path


def image(**options):
    return nodes.image(uri="line.svg", alt=options.pop("alt", ALT), **options)


def figure(*rest, **options):
    return nodes.figure("", image(), nodes.caption("", "Pushes"), *rest, ids=["fig"], **options)


SHOWN = '#image("/line.svg", alt: "A line that rises.");'


def test_figure_with_number_title_and_place(folder):
    assert markup(figure(), folder=folder, numbers={"figure": {"fig": (1, 2)}}) == (
        '#exhibit(image, "Figure", "1.2", [Pushes], "page#fig", none, none, false)'
        f"[{SHOWN}]").replace("none, none, false", "none, bottom, false")


def test_legend_stands_below(folder):
    legend = nodes.legend("", nodes.paragraph("", "Read on"))
    assert ", [Read on], " in markup(figure(legend), folder=folder)


def test_dark_twin_is_left_out(folder):
    both = nodes.figure("", image(), nodes.image(uri="line-dark.svg", alt=ALT,
                                                 classes=["only-dark"]))
    assert "dark" not in markup(both, folder=folder)


def test_figure_may_float_to_the_top_when_the_first_page_is_full(folder):
    made = translator(figure(), folder=folder)
    made.write("x" * figures.FIRST_PAGE)
    made.document.walkabout(made)
    assert "auto, false" in made.body[-1]


def test_figure_within_another_block_stays_where_it_is(folder):
    item = nodes.bullet_list("", nodes.list_item("", figure()))
    assert "none, false)" in markup(item, folder=folder)


def test_note_of_an_exhibit_stands_with_it(folder):
    note = nodes.container("", nodes.paragraph("", "What to see"), classes=["exhibit-note"])
    whole = nodes.container("", figure(), note, classes=["exhibit"])
    written = markup(whole, folder=folder)
    assert written.startswith("#exhibit(") and ", [What to see], " in written
    alone = nodes.container("", note.deepcopy(), classes=["exhibit"])
    assert markup(alone, folder=folder) == "#small[What to see]"


def test_code_of_a_cell_stays_out():
    code = nodes.container("", nodes.literal_block("", "x"), nb_element="cell_code_source")
    assert markup(code) == ""


def test_picture_in_a_line_and_of_a_width(folder):
    line = nodes.paragraph("", "", nodes.Text("a "), image(width="96px"))
    assert markup(line, folder=folder) == (
        'a #box[#image("/line.svg", alt: "A line that rises.", width: 72pt);];')


def test_picture_without_a_text_is_an_ornament_but_not_in_a_figure(folder, monkeypatch):
    said = []
    monkeypatch.setattr(figures.logger, "warning", lambda text, *w, location: said.append(text % w))
    assert markup(image(alt=""), folder=folder) == '#pdf.artifact(image("/line.svg"));'
    assert said == []
    markup(nodes.figure("", image(alt="")), folder=folder)
    assert said == ["typst: no alternative text for line.svg"]


def test_card_of_a_claim_stands_apart_with_its_title():
    card = nodes.container("", nodes.paragraph("", "It fell"), nodes.paragraph("", "holds"),
                           classes=["claim"])
    assert markup(card).strip() == "#aside[It fell][holds]"


def cited(n):
    links = [nodes.reference("", f"S{i}", refuri=f"%references#s{i}") for i in range(n)]
    return nodes.paragraph("", "", nodes.emphasis("", "Modelled."), *links)


def test_index_has_id_value_and_first_source():
    told = cited(3)
    told.insert(0, nodes.strong("", "41%"))
    listed = nodes.definition_list("", nodes.definition_list_item(
        "", nodes.term("", "a.b"), nodes.definition("", told)), ids=["number-a-b"])
    made = markup(nodes.container("", listed, classes=["number-index"]))
    assert "[41%]" in made and r"a\.b]" in made and "page#number-a-b" in made
    assert "S0" in made and "and 2 more]" in made and "S1" not in made


@pytest.mark.parametrize(("n", "shown"), [
    (4, "S3"), (5, "5 sources, named in the record of the book")])
def test_long_list_of_sources_is_told_by_its_number(folder, n, shown):
    note = nodes.container("", nodes.paragraph("", "What to see"), cited(n),
                           classes=["exhibit-note"])
    made = markup(nodes.container("", figure(), note, classes=["exhibit"]), folder=folder)
    assert shown in made and "What to see" in made and r"Modelled\." in made
