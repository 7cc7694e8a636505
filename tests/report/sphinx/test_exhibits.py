"""What the web page adds to an exhibit."""

from bs4 import BeautifulSoup

from report.sphinx import exhibits as exhibitcards

RECORD = {"id": "park-exports", "label": "fig-park-exports", "drawing": "<svg/>",
          "csv": "year,exports,kept,by\n2020,-1234.56789,True,a<b\n2021,0.123456,False,\n"}


def test_data_table_reads_as_numbers_and_words():
    soup = BeautifulSoup(exhibitcards.data_table(RECORD, "Figure 2.1"), "html.parser")
    assert [[c.get_text() for c in row.find_all(["th", "td"])] for row in soup.find_all("tr")] == [
        ["year", "exports", "kept", "by"], ["2020", "−1234.57", "yes", "a<b"],
        ["2021", "0.1235", "no", "–"]]
    assert [c.get("class") for c in soup.tbody.tr.find_all("td")] == [
        ["text-right"], ["text-right"], None, None]
    assert soup.div["aria-label"] == "Data of Figure 2.1"


def test_long_data_say_how_many_rows_are_left():
    rows = "".join(f"{n}\n" for n in range(exhibitcards.ROWS_SHOWN + 1200))
    shown = BeautifulSoup(exhibitcards.data_table(RECORD | {"csv": "n\n" + rows}, "Figure 1.1"),
                          "html.parser")
    assert len(shown.select("tbody tr")) == exhibitcards.ROWS_SHOWN
    assert "1,200 more rows" in shown.get_text()


def test_links_name_the_exhibit_for_who_hears_them():
    soup = BeautifulSoup(exhibitcards.links(RECORD, "Figure 2.1", "../exhibits"), "html.parser")
    assert [(a["href"], a["aria-label"]) for a in soup.find_all("a")] == [
        ("../exhibits/park-exports.csv", "CSV, data of Figure 2.1"),
        ("../exhibits/park-exports.svg", "SVG, drawing of Figure 2.1"),
        ("../exhibits/park-exports.png", "PNG, picture of Figure 2.1"),
        ("#fig-park-exports", "Link to Figure 2.1")]
    table = exhibitcards.links(RECORD | {"drawing": ""}, "Table 2.1", "../exhibits")
    assert "svg" not in table and "png" not in table


def test_picture_is_drawn_on_white(tmp_path):
    from matplotlib.image import imread
    drawing = tmp_path / "a.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48">'
                       '<rect width="96" height="48" fill="#c2410c"/></svg>', encoding="utf-8")
    exhibitcards.picture(drawing, tmp_path / "a.png")
    pixels = imread(tmp_path / "a.png")
    # 96 px are 72 pt; with 6 pt around, 84 pt by 48 pt at 180 dots an inch
    assert pixels.shape[:2] == (120, 210)
    assert pixels[0, 0, :3].tolist() == [1, 1, 1]
