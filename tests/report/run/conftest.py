"""A ledger with one of everything."""

import pytest


@pytest.fixture
def record():
    number = {"id": "a.b", "value": 43.75, "low": 41.0, "high": 46.0, "unit": "percent",
              "text": "41 to 46%", "chapter": "a", "tables": ["t"], "rows": [], "sources": ["s"],
              "tolerance": 1e-6}
    exhibit = {"id": "a-c", "kind": "figure", "chapter": "a", "number": "Figure 1.1", "title": "T",
               "tables": ["t"], "sources": ["s"], "status": "derived", "tolerance": 1e-6,
               "data": {"columns": ["year", "value"], "rows": [[2020, 1.0], [2021, None]]}}
    data = {"rows": 2, "columns": {"year": "1f", "value": "2e"}}
    return {"numbers": {"a.b": number}, "exhibits": {"a-c": exhibit}, "tables": {"t": data}}
