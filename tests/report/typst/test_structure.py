"""Repairs to the structure tree of a PDF."""

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from report.typst.structure import kids, mend


def element(kind, *held, **more):
    return Dictionary(S=Name("/" + kind), K=Array(held), **more)


def tree(*held):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.StructTreeRoot = pdf.make_indirect(element("StructTreeRoot"))
    pdf.Root.StructTreeRoot.K = Array([pdf.make_indirect(one) for one in held])
    return pdf


def cells(*kinds):
    return element("TR", *(element(kind, 1) for kind in kinds))


def test_first_cell_of_a_line_is_its_head():
    pdf = tree(element("Table", element("THead", cells("TH", "TH", "TH")),
                       element("TBody", cells("TD", "TD", "TD"), cells("TD", "TD", "TD"))))
    mend(pdf)
    first, second, _ = kids(pdf.Root.StructTreeRoot.K[0].K[1].K[0])
    assert (first.S, second.S) == ("/TH", "/TD")
    assert first.A[0].Scope == "/Row" and first.A[0].O == "/Table"


def test_pairs_stay_pairs():
    pdf = tree(element("Table", element("TBody", cells("TD", "TD"))))
    mend(pdf)
    assert [cell.S for cell in kids(pdf.Root.StructTreeRoot.K[0].K[0].K[0])] == ["/TD", "/TD"]


def test_lists_in_a_row_are_one_and_empty_paragraphs_go():
    pdf = tree(element("L", element("LI", 1)), element("L", element("LI", 2)), element("P"),
               element("P", 3))
    mend(pdf)
    held = kids(pdf.Root.StructTreeRoot)
    assert [one.S for one in held] == ["/L", "/P"] and len(kids(held[0])) == 2


def test_link_says_the_heading_above_its_target():
    pdf = tree()
    page = pdf.pages[0]
    target = Array([page.obj, Name.XYZ, 0, 500, 0])
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(
            "Data", Array([page.obj, Name.XYZ, 0, 600, 0])))
    page.Annots = Array([Dictionary(Subtype=Name.Link, Dest=target, Contents=String("page 1"))])
    mend(pdf)
    assert str(page.Annots[0].Contents) == "Data, page 1"
