"""Data of the picture on the front page."""

from analysis import overview


def test_story_adds_hosts_and_takes_means_of_four_quarters(evidence):
    found = evidence(exhibits={
        "exodus-permits": [
            {"year": 2019, "host": "Poland", "persons": 1000.0, "kind": overview.VALID},
            {"year": 2019, "host": "Other", "persons": 500.0, "kind": overview.VALID},
            {"year": 2020, "host": "Other", "persons": 700.0, "kind": overview.VALID},
            {"year": 2019, "host": "Other", "persons": 9.0, "kind": "Issued"}],
        "park-exports": [{"figure": "preferred series", "period": "2021", "central": 3200.0},
                         {"figure": "other", "period": "2021", "central": 1.0},
                         {"figure": "preferred series", "period": "2009", "central": 5.0}],
        "exodus-pushes": [{"year": 2020 + q / 4, "path": path, "index": index}
                          for path, start in (("Belarus", 0.0), ("Synthetic Belarus", 10.0))
                          for q, index in enumerate(start + i for i in range(5))],
        "pivot-shares": [{"year": 2021.0, "bloc": "Asia", "share": 2.0},
                         {"year": 2021.0, "bloc": "Asia, quarter", "share": 3.0}]})
    told = overview.story(found)
    lines = {key: list(zip(part["year"], part["value"]))
             for key, part in told.groupby(["panel", "series"])}
    assert lines == {
        (overview.PEOPLE, "EU"): [(2020, 1.5)], (overview.INCOME, "Exports"): [(2021.5, 3200)],
        (overview.WORK, "Belarus"): [(2020.75, 1.5), (2021, 2.5)],
        (overview.WORK, "Synthetic"): [(2020.75, 11.5), (2021, 12.5)],
        (overview.MARKETS, "Asia"): [(2021, 2)]}
