"""Tables as Typst markup: columns, heads, spans, type and where they break."""

from docutils import nodes
from typstmarkup import markup

from report.typst import tables


def entry(text, **options):
    return nodes.entry("", nodes.paragraph("", text), **options)


def lines(*rows):
    return [[entry(text) for text in row] for row in rows]


def table(heads, body, *, stub=False, **options):
    """Table of two columns, the second aligned to the right."""
    columns = [nodes.colspec(colwidth=30, stub=stub), nodes.colspec(colwidth=70)]
    parts = [nodes.tbody("", *(nodes.row("", *line) for line in body))]
    if heads:
        parts.insert(0, nodes.thead("", nodes.row("", *heads)))
    group = nodes.tgroup("", *columns, *parts, cols=2)
    return nodes.table("", nodes.title("", "Staff"), group, ids=["tab"], **options)


BODY = [[entry("2021"), entry("1,000", classes=["text-right"])]]


def test_table_with_number_title_and_place():
    whole = table([entry("Year"), entry("Staff")], BODY)
    assert markup(whole, numbers={"table": {"tab": (2, 1)}}) == (
        '#exhibit(table, "Table", "2.1", [Staff], "page#tab", none, bottom, false)'
        "[#grid-of-cells((auto, auto, ), (left, right, ), 9.4pt, 1, "
        "table.header([Year], [Staff]), table.hline(stroke: 0.5pt), \n[2021], [1,000])]")


def test_table_without_heads_has_no_line_below_them():
    assert '9.4pt, 0, \n[2021], [1,000])' in markup(table([], BODY))


def test_widths_are_kept_where_they_are_given():
    assert "((30fr, 70fr, )," in markup(table([], BODY, classes=["colwidths-given"]))


def test_column_of_heads_is_bold_and_cells_may_span():
    body = [[entry("West"), entry("90", morerows=1)], [entry("Asia", morecols=1)]]
    written = markup(table([], body, stub=True))
    assert "strong([West]), table.cell(rowspan: 2, [90])" in written
    assert "table.cell(colspan: 2, strong([Asia]))" in written


def test_table_that_is_too_long_for_a_page_breaks():
    assert "none, true)" in markup(table([], BODY * (tables.WHOLE + 1)))
    assert "none, true)" not in markup(table([], BODY * tables.WHOLE))


def test_long_cells_count_as_the_lines_that_they_need():
    # 54 characters are two lines of 27, so that 12 rows are 24 lines and fit, and 13 do not.
    assert not tables.breaks(lines(*[["x" * 54, "y"]] * 12))
    assert tables.breaks(lines(*[["x" * 54, "y"]] * 13))


def test_type_is_as_large_as_the_width_allows():
    # Four columns of 20 characters and 2 between each are 88 wide, of 27 (the most) 116.
    assert tables.type_size([], lines(["x" * 20] * 4)) == "9.4pt"
    assert tables.type_size([], lines(["x" * 40] * 4)) == "7.8pt"
    assert tables.type_size([], lines(["x" * 40] * 9)) == tables.SMALLEST


def test_heads_may_break_between_words():
    heads = lines(["long words of heads do not widen it"] * 9)
    assert tables.type_size(heads, []) == "9.4pt"  # nine words of 5 characters and 2 are 63
