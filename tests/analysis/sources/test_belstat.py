"""The public copy of Belstat's wages and of the answers of its portal."""

import json

import pytest

from analysis.sources import belstat
from report.refresh.store import RefreshError, Store


def test_rows_of_the_whole_country(tmp_path):
    (tmp_path / "wages.csv").write_text(
        "territory_id,year,wage_byn\nBY,2010,121.7313\nBY-BR,2010,108.809\nBY,2025,2679.7\n")
    found = belstat.wages(Store(tmp_path, given=tmp_path))
    assert found.to_numpy().tolist() == [[2010, 121.7313], [2025, 2679.7]]


def test_other_columns_are_refused(tmp_path):
    (tmp_path / "wages.csv").write_text("territory,year,wage\nBY,2010,121.7313\n")
    with pytest.raises(RefreshError, match="other columns"):
        belstat.wages(Store(tmp_path, given=tmp_path))


def cells(*values):
    return [{"value": value, "level": 0} for value in values]


COUNTRY, BREST = "Республика Беларусь", "Брестская область"
EVERYWHERE, TOWNS = "Всего по типам местности", "городская местность"
AGES = {
    "tableName": "Численность населения на начало периода", "tableHeader": [["2019", "2026"]],
    "tableHeaderDimColumns": ["Территория Республики Беларусь", "Возрастной состав", "Пол",
                              "Тип местности"],
    "tableRows": [
        cells(COUNTRY, "в возрасте 0-4 лет", "Оба пола", EVERYWHERE, "550 147", "333 467"),
        cells(COUNTRY, "в возрасте 0-4 лет", "мужчины", EVERYWHERE, "282\u00a0997", None),
        cells(COUNTRY, "в возрасте 0-4 лет", "мужчины", TOWNS, "225 423", "134 709"),
        cells(COUNTRY, "в возрасте 80 лет и старше", "женщины", EVERYWHERE, "274 619", "232 728"),
        cells(BREST, "в возрасте 0-4 лет", "мужчины", EVERYWHERE, "44 397", "28 910")]}
WHOLE = "Всего по странам"
STREAMS = "Международная миграция", "Миграция со странами СНГ", "Миграция со странами вне СНГ"


def moves(years, all_, cis, other):
    """Answer of the portal on moves, with rows within the country and of single countries."""
    rows = [cells(COUNTRY, WHOLE, stream, *values)
            for stream, values in zip(STREAMS, (all_, cis, other))]
    return {"tableHeader": [years], "tableHeaderDimColumns": [
        "Территория Республики Беларусь", "Страны мира / Группы стран", "Потоки миграции"],
        "tableRows": [*rows, cells(COUNTRY, WHOLE, "Внутриреспубликанская миграция", *all_),
                      cells(COUNTRY, "КАЗАХСТАН", STREAMS[1], *(["93"] * len(years))),
                      cells(COUNTRY, "ГРУЗИЯ", STREAMS[1], *([None] * len(years))),
                      cells(BREST, WHOLE, STREAMS[0], *all_)]}


@pytest.fixture
def portal(tmp_path):
    (tmp_path / "dataportal_age5_2019-2026.json").write_text(json.dumps(AGES))
    early = moves(["2015", "2016"], ["28 349", "21 038"], ["28 349", "15 615"], ["5 844", "5 423"])
    late = moves(["2024"], ["42 250"], ["25 033"], ["17 217"])
    for flow in ("arrivals", "departures"):
        for period, answer in {"2010-2019": early, "2024-2025": late}.items():
            (tmp_path / f"belstat_{flow}_oblast_{period}.json").write_text(json.dumps(answer))
    return Store(tmp_path, given=tmp_path)


def test_population_of_the_country_by_sex_and_age(portal):
    assert belstat.population(portal).to_numpy().tolist() == [
        [2019, "men", "0-4", 282997], [2019, "women", "80+", 274619],
        [2026, "women", "80+", 232728]]


def test_registered_moves_over_the_border(portal):
    found = belstat.migration(portal).query("flow == 'departures'")
    assert len(found) == 9
    assert found.query("year == 2024 and partner == 'other'")["persons"].item() == 17217


def test_groups_that_do_not_add_up_are_flagged(portal):
    found = belstat.migration(portal)
    assert dict(zip(found["year"], found["flag"])) == {2015: "s", 2016: "", 2024: ""}


def test_other_answers_are_refused(portal):
    path = portal.given / "dataportal_age5_2019-2026.json"
    path.write_text(json.dumps(AGES).replace(json.dumps("мужчины"), json.dumps("муж")))
    with pytest.raises(RefreshError, match="has no мужчины"):
        belstat.population(portal)
    for text in ("<html>", "{}", json.dumps(AGES | {"tableRows": [[1]]})):
        path.write_text(text)
        with pytest.raises(RefreshError, match="not an answer of Belstat's portal"):
            belstat.population(portal)


def test_copy_is_pinned_by_commit(portal, monkeypatch):
    asked, get = [], Store.get
    monkeypatch.setattr(Store, "get", lambda self, name, url, sha256=None: (
        asked.append(url), get(portal, name, url))[1])
    belstat.population(Store(portal.target, pinned=True))
    belstat.population(Store(portal.target))
    tail = "data/raw/age_current/dataportal_age5_2019-2026.json"
    assert [url.partition("BY_maps/")[2] for url in asked] == [
        f"{belstat.PINNED}/{tail}", f"main/{tail}"]
