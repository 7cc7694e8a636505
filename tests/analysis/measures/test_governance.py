"""Ratings of two sources in one frame."""

import pandas as pd

from analysis import measures


def test_one_indicator_of_each_source():
    vdem = pd.DataFrame({"economy": ["BY", "BY"], "year": [2020, 2020],
                         "indicator": ["civil", "other"], "value": [0.2, 9.0]})
    wgi = pd.DataFrame({"economy": ["PL"], "year": [2020], "indicator": ["law"], "value": [0.6]})
    found = measures.ratings(vdem, wgi, {"BY": "Belarus", "PL": "Poland"},
                             {"civil": "V-Dem", "law": "World Bank"})
    assert found.to_dict("records") == [
        {"key": "civil/BY", "source": "V-Dem", "economy": "Belarus", "year": 2020, "rating": 0.2},
        {"key": "law/PL", "source": "World Bank", "economy": "Poland", "year": 2020,
         "rating": 0.6}]
