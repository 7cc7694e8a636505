"""Data of the picture on the front page."""

from analysis import overview


def test_story_adds_hosts_and_takes_means_of_four_quarters(evidence):
    found = evidence(exhibits={
        "exodus-permits": [
            {"key": "valid/PL", "year": 2019, "persons": 1000.0},
            {"key": "valid/EU-other", "year": 2019, "persons": 500.0},
            {"key": "valid/EU-other", "year": 2020, "persons": 700.0},
            {"key": "first/EU-other", "year": 2019, "persons": 9.0}],
        "park-exports": [{"key": "preferred/2021", "period": "2021", "central": 3200.0},
                         {"key": "park.exports-2021-x", "period": "2021", "central": 1.0},
                         {"key": "preferred/2009", "period": "2009", "central": 5.0}],
        "exodus-pushers": [{"key": key, "year": 2020 + q / 4, "index": index}
                          for key, start in (("observed", 0.0), ("synthetic", 10.0))
                          for q, index in enumerate(start + i for i in range(5))],
        "pivot-shares": [
            {"key": "asia", "year": 2021.0, "bloc": "Asia", "share": 2.0},
            {"key": "asia/quarter", "year": 2021.0, "bloc": "Asia, quarter", "share": 3.0}]})
    told = overview.story(found)
    lines = {key: list(zip(part["year"], part["value"]))
             for key, part in told.groupby(["panel", "series"])}
    assert lines == {
        (overview.PEOPLE, "EU"): [(2020, 1.5)], (overview.INCOME, "The park"): [(2021.5, 3200)],
        (overview.WORK, "Belarus"): [(2020.75, 1.5), (2021, 2.5)],
        (overview.WORK, "Synthetic"): [(2020.75, 11.5), (2021, 12.5)],
        (overview.MARKETS, "Asia"): [(2021, 2)]}
