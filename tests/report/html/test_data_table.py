"""Data of an exhibit as readers see them."""

from bs4 import BeautifulSoup

from report.html import data_table

EXHIBIT = {"csv": "year,exports,kept,by\n2020,-1234.56789,True,a<b\n2021,0.123456,False,\n"}


def soup(csv=EXHIBIT["csv"]):
    return BeautifulSoup(data_table.html({"csv": csv}, "Figure 2.1"), "html.parser")


def test_table_reads_as_numbers_and_words():
    shown = soup()
    assert [[c.get_text() for c in row.find_all(["th", "td"])] for row in shown.find_all("tr")] == [
        ["year", "exports", "kept", "by"], ["2020", "−1234.57", "yes", "a<b"],
        ["2021", "0.1235", "no", "–"]]
    assert [c.get("class") for c in shown.tbody.tr.find_all("td")] == [
        ["text-right"], ["text-right"], None, None]
    assert shown.div["aria-label"] == "Data of Figure 2.1"


def test_long_data_say_how_many_rows_are_left():
    rows = "".join(f"{n}\n" for n in range(data_table.ROWS_SHOWN + 1200))
    shown = soup("n\n" + rows)
    assert len(shown.select("tbody tr")) == data_table.ROWS_SHOWN
    assert "1,200 more rows" in shown.get_text()
