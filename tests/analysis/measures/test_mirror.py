"""Mirror data by hand."""

import pandas as pd
import pytest

from analysis.measures import mirror

BLOCS = {"PL": "eu", "DE": "eu", "US": "united_states"}


def imports(*rows):
    return pd.DataFrame(rows, columns=["partner", "year", "value"])


def test_partners_add_up_to_blocs_by_year():
    found = mirror.by_bloc(imports(("PL", 2021, 3.0), ("DE", 2021, 4.0), ("US", 2021, 9.0),
                                   ("US", 2023, 5.0), ("TV", 2023, 1.0)), BLOCS)
    assert found.loc[2021, ["eu", "united_states"]].to_list() == [7, 9]
    assert found.loc[2023, ["rest", "united_states"]].to_list() == [1, 5]
    assert pd.isna(found.loc[2023, "eu"])  # nobody reports, which is not nothing


def test_a_missing_report_is_no_zero():
    found = mirror.by_bloc(imports(("PL", 2021, None), ("US", 2021, 9.0)), BLOCS)
    assert found.columns.to_list() == ["united_states"]


def test_a_partner_stands_once_a_year():
    with pytest.raises(ValueError, match="PL stands twice in 2021"):
        mirror.by_bloc(imports(("PL", 2021, 3.0), ("PL", 2021, 4.0)), BLOCS)
