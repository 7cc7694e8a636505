"""The public copy of Belstat's wages."""

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
