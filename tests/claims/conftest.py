"""Evidence by hand, so that rules can be seen to turn."""

import pandas as pd
import pytest

from analysis.claims.evidence import Evidence


@pytest.fixture
def evidence():
    """Maker of evidence from numbers (a value or value, low, high) and rows of exhibits."""
    def make(numbers=None, exhibits=None, events=None, published=None):
        held = {}
        for name, given in (numbers or {}).items():
            value, low, high = given if isinstance(given, tuple) else (given, None, None)
            held[name] = {"value": value, "low": low, "high": high}
        shown = {name: {"data": {"columns": list(rows[0]), "rows": [list(r.values())
                                                                    for r in rows]}}
                 for name, rows in (exhibits or {}).items()}
        dates = pd.DataFrame({"event": list(events or {}),
                              "date": pd.to_datetime(list((events or {}).values()))})
        figures = pd.DataFrame({"figure": list(published or {}),
                                "value": list((published or {}).values())})
        return Evidence(held, shown, dates, figures)
    return make
